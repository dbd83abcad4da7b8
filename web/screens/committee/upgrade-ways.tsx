import { For } from 'solid-js'
import type { Draft } from '../../api-rules.ts'
import { getUpgrades, getUpgradesInForce } from '../../api-upgrades.ts'
import { beside } from '../../beside.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { upgrade as en } from '../../text/en/upgrade.ts'
import { upgrade as th } from '../../text/th/upgrade.ts'
import { useDesk } from './desk.tsx'

const words = inLanguage({ th, en })

/** Which models of a draft that can be changed have come out anew, or of the regulation in force where nothing is drafted; or whether one has. Each with the way to follow it. */
export function LaterModels(props: { draft?: Draft | undefined; pack?: string }) {
  const desk = useDesk()
  const later = beside(async () => {
    if (!props.draft) return getUpgradesInForce(desk.fund)
    const { id, version, can } = props.draft
    return can.includes('change') ? getUpgrades(desk.fund, id, version) : []
  })
  return (
    <For each={later().filter(({ pack }) => props.pack === undefined || pack === props.pack)}>
      {({ pack, title, to }) => (
        <p class="draft-banner only-screen">
          <span>{words().later(title[language()], to)}</span>
          <a href={paths.upgrade(desk, pack)}>{words().open}</a>
        </p>
      )}
    </For>
  )
}
