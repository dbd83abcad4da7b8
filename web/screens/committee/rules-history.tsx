import { createSignal, For, Show } from 'solid-js'
import { votesInWords } from '../../../plugins/kit/votes.ts'
import { regulationFileAddress } from '../../api-papers.ts'
import { recall, type Drafts, type PastRegulation } from '../../api-rules.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { papers as enPapers } from '../../text/en/papers.ts'
import { rules as en } from '../../text/en/rules.ts'
import { papers as thPapers } from '../../text/th/papers.ts'
import { rules as th } from '../../text/th/rules.ts'
import { BeforeAfterList } from '../../ui/before-after.tsx'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { dayOf, wholeDay } from '../../ui/moment.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextField } from '../../ui/text-field.tsx'

const words = inLanguage({ th, en })
const paperWords = inLanguage({ th: thPapers, en: enPapers })
const day = (on: string) => wholeDay(on, language(), 'long')
const TONES = { scheduled: 'ask', 'in-force': 'yes', past: 'pen', recalled: 'no' } as const

/** What a fund has put in force, the latest first: by which resolution, what each changed, and the drafts that were. */
export function History(props: { fund: string; of: readonly PastRegulation[]; drafts: Drafts }) {
  return (
    <Sheet labelledBy="history">
      <div class="rules-stack only-screen">
        <h2 id="history">{words().history}</h2>
        <Show when={props.of.length > 1 || props.drafts.current}><p><a class="rules-past" href={paths.compareRules(props.fund)}>{words().compare}</a></p></Show>
        <ol class="rules-history"><For each={props.of.toReversed()}>{(past) => <Past fund={props.fund} past={past} mayRecall={props.drafts.mayRecall} />}</For></ol>
        <PastDrafts fund={props.fund} drafts={props.drafts} />
      </div>
    </Sheet>
  )
}

function Past(props: { fund: string; past: PastRegulation; mayRecall: boolean }) {
  const span = () => (props.past.untilOn === undefined ? words().from(day(props.past.fromOn)) : words().between(day(props.past.fromOn), day(props.past.untilOn)))
  return (
    <li class="rules-stack">
      <div>
        <h3>{words().edition(props.past.number)} <Tag tone={TONES[props.past.standing]}>{words().standings[props.past.standing]}</Tag></h3>
        <p>{span()}</p>
        <ResolutionLines of={props.past.resolution} />
        <Show when={props.past.recall}>{(recalled) => <p>{words().recalled(recalled().reason, day(dayOf(recalled().at)))}</p>}</Show>
      </div>
      <Show when={props.past.standing !== 'recalled'}>
        <Show when={props.past.difference} fallback={<p class="small">{words().firstEdition}</p>}>
          {(difference) => <Show when={difference().length > 0} fallback={<p class="small">{words().sameWords}</p>}><BeforeAfterList of={difference()} elsewhere={words().elsewhere} level={4} /></Show>}
        </Show>
        <p><a class="rules-past" href={regulationFileAddress(props.fund, props.past.number)} download="">{paperWords().keepEdition(props.past.number)}</a></p>
      </Show>
      <Show when={props.mayRecall && props.past.standing === 'scheduled'}><Recalling fund={props.fund} number={props.past.number} /></Show>
    </li>
  )
}

/** By which resolution a regulation was put in force, how the meeting voted, and whether it let it begin earlier. */
export function ResolutionLines(props: { of: PastRegulation['resolution'] }) {
  return (
    <>
      <p class="small">{words().resolved(props.of.number, day(props.of.heldOn))}</p>
      <Show when={props.of.votes}>{(votes) => <p class="small">{votesInWords(votes())[language()]}</p>}</Show>
      <Show when={props.of.isRetroactive}><p class="small">{words().retroactive}</p></Show>
    </>
  )
}

/** What is scheduled is taken back before its day, with a reason. */
function Recalling(props: { fund: string; number: number }) {
  const [reason, setReason] = createSignal('')
  const { send, busy, faults, errorAt } = useSending(() => ({ reason: words().recallReason }), 'reason')
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    void send(() => recall(props.fund, props.number, reason()), () => undefined)
  }
  return (
    <Fold label={words().recall}>
      <form class="rules-stack" onSubmit={save} noValidate>
        <p>{words().recallIntro}</p>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <TextField asking={{ id: 'reason', label: words().recallReason, error: errorAt('reason') }} value={reason()} onInput={setReason} />
        <div><Button submit>{busy() ? words().using : words().recall}</Button></div>
      </form>
    </Fold>
  )
}

function PastDrafts(props: { fund: string; drafts: Drafts }) {
  return (
    <Show when={props.drafts.past.length > 0}>
      <h3>{words().pastDrafts}</h3>
      <ul><For each={props.drafts.past}>{(each) => <li><a class="rules-past" href={paths.readDraft({ fund: props.fund }, each.id)}>{words().pastDraft(day(dayOf(each.begunAt)), words().states[each.state])}</a></li>}</For></ul>
    </Show>
  )
}
