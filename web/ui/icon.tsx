import './icon.css'
import baby from '@phosphor-icons/core/regular/baby.svg?raw'
import bed from '@phosphor-icons/core/regular/bed.svg?raw'
import briefcase from '@phosphor-icons/core/regular/briefcase.svg?raw'
import buildings from '@phosphor-icons/core/regular/buildings.svg?raw'
import caretRight from '@phosphor-icons/core/regular/caret-right.svg?raw'
import dotsThreeCircle from '@phosphor-icons/core/regular/dots-three-circle.svg?raw'
import flame from '@phosphor-icons/core/regular/flame.svg?raw'
import flowerLotus from '@phosphor-icons/core/regular/flower-lotus.svg?raw'
import graduationCap from '@phosphor-icons/core/regular/graduation-cap.svg?raw'
import handCoins from '@phosphor-icons/core/regular/hand-coins.svg?raw'
import handHeart from '@phosphor-icons/core/regular/hand-heart.svg?raw'
import heart from '@phosphor-icons/core/regular/heart.svg?raw'
import house from '@phosphor-icons/core/regular/house.svg?raw'
import minus from '@phosphor-icons/core/regular/minus.svg?raw'
import phone from '@phosphor-icons/core/regular/phone.svg?raw'
import plant from '@phosphor-icons/core/regular/plant.svg?raw'
import plus from '@phosphor-icons/core/regular/plus.svg?raw'
import printer from '@phosphor-icons/core/regular/printer.svg?raw'
import scroll from '@phosphor-icons/core/regular/scroll.svg?raw'
import shareNetwork from '@phosphor-icons/core/regular/share-network.svg?raw'
import sunHorizon from '@phosphor-icons/core/regular/sun-horizon.svg?raw'
import usersThree from '@phosphor-icons/core/regular/users-three.svg?raw'
import wheelchair from '@phosphor-icons/core/regular/wheelchair.svg?raw'

const drawings = {
  baby, bed, briefcase, buildings, 'caret-right': caretRight, 'dots-three-circle': dotsThreeCircle, flame, 'flower-lotus': flowerLotus, 'graduation-cap': graduationCap, 'hand-coins': handCoins,
  'hand-heart': handHeart, heart, house, minus, phone, plant, plus, printer, scroll, 'share-network': shareNetwork, 'sun-horizon': sunHorizon, 'users-three': usersThree, wheelchair,
}
export type IconName = keyof typeof drawings

/** A drawing beside a word; the word says it, so it is silent. */
export function Icon(props: { name: IconName }) {
  return <span class="icon" aria-hidden="true" innerHTML={drawings[props.name]} />
}
