import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { inLanguage } from '../../device.ts'
import { paths, type Desk } from '../../paths.ts'
import { guests as enGuests } from '../../text/en/guests.ts'
import { rules as en } from '../../text/en/rules.ts'
import { guests as thGuests } from '../../text/th/guests.ts'
import { rules as th } from '../../text/th/rules.ts'

const words = inLanguage({ th, en })
const ofGuests = inLanguage({ th: thGuests, en: enGuests })

/** Where one works at a draft, by the address: a guest comes from the rooms of the network. */
export function useDesk(): Desk & { readonly isGuest: boolean } {
  const params = useParams()
  return {
    get fund() { return params['fund'] ?? '' },
    get network() { return params['network'] },
    get isGuest() { return params['network'] !== undefined },
  }
}

/** The way back: to the fund's rules, or for a guest to the network. */
export function FromDesk() {
  const desk = useDesk()
  return <Show when={desk.network} fallback={<a href={paths.rules(desk.fund)}>{words().title}</a>}>{(network) => <a href={paths.network(network())}>{ofGuests().toNetwork}</a>}</Show>
}
