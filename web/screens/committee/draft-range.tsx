import { createSignal, onMount, Show } from 'solid-js'
import type { Pack } from '../../../plugins/kit/pack.ts'
import { figure, quantity } from '../../../plugins/kit/quantity.ts'
import { getRanges } from '../../api-rules.ts'
import { ApiTrouble } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'

const words = inLanguage({ th, en })
type Ranges = Awaited<ReturnType<typeof getRanges>>

/** What the other funds of the network have set the same value of one lineage to; nothing where there are none. The value can be changed before that is known. */
export function OthersRange(props: { fund: string; pack: Pack; term: string }) {
  const [ranges, setRanges] = createSignal<Ranges | 'unknown'>([])
  onMount(async () => {
    try {
      setRanges(await getRanges(props.fund))
    } catch (error) {
      if (!(error instanceof ApiTrouble)) throw error
      setRanges('unknown')
    }
  })
  const said = () => {
    const [known, { id, basedOn, terms }] = [ranges(), props.pack]
    if (known === 'unknown') return words().othersUnknown
    const term = terms[props.term]
    if (!term || term.type === 'ladder' || term.type === 'schedule') return undefined
    const range = known.find((each) => each.term === props.term && each.type === term.type && [id, basedOn?.pack].some((pack) => pack !== undefined && each.packs.includes(pack)))
    if (!range) return undefined
    const low = range.low === range.high ? quantity(range.low, term, language()) : figure(range.low, term, language())
    return words().others(low, quantity(range.high, term, language()), quantity(range.middle, term, language()), range.funds)
  }
  return <Show when={said()}>{(line) => <p class="small">{line()}</p>}</Show>
}
