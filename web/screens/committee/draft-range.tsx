import { createSignal, onMount, Show } from 'solid-js'
import type { TermOfPack } from '../../../plugins/kit/draft.ts'
import { figure, quantity } from '../../../plugins/kit/quantity.ts'
import type { Term } from '../../../plugins/kit/term.ts'
import { getRanges } from '../../api-rules.ts'
import { ApiTrouble } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'

const words = inLanguage({ th, en })
type Ranges = Awaited<ReturnType<typeof getRanges>>

/** What the other funds of the network have set the same value to; nothing where there are none. The value can be changed before that is known. */
export function OthersRange(props: { fund: string; place: TermOfPack; term: Term }) {
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
    const [known, { term }] = [ranges(), props]
    if (known === 'unknown') return words().othersUnknown
    const range = known.find((each) => each.pack === props.place.pack && each.term === props.place.term)
    if (!range || term.type === 'ladder' || term.type === 'schedule') return undefined
    const low = range.low === range.high ? quantity(range.low, term, language()) : figure(range.low, term, language())
    return words().others(low, quantity(range.high, term, language()), quantity(range.middle, term, language()), range.funds)
  }
  return <Show when={said()}>{(line) => <p class="small">{line()}</p>}</Show>
}
