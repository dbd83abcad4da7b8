import { createSignal, For, Show } from 'solid-js'
import { formatDay, type Day } from '../../../plugins/kit/day.ts'
import { recordDeparture, withdrawStatus, type Departure, type Member } from '../../api-members.ts'
import { inLanguage, language } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { members as enMembers } from '../../text/en/members.ts'
import { standing as en } from '../../text/en/standing.ts'
import { members as thMembers } from '../../text/th/members.ts'
import { standing as th } from '../../text/th/standing.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults, type Fault } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { dayFault, Decision, lastPosition, lookAgain } from './member-beginning.tsx'

const words = inLanguage({ th, en })
const register = inLanguage({ th: thMembers, en: enMembers })

const long = (on: Day) => formatDay(on, language(), 'long')

/** What became of a membership, and what may become of it next. */
export function Standing(props: { fund: string; member: Member; today: Day }) {
  return (
    <Sheet labelledBy="history">
      <h2 id="history">{register().history}</h2>
      <ol class="member-history">
        <For each={props.member.statuses}>
          {(status) => (
            <li>
              {long(status.memberFromOn ?? status.happenedOn)} · {register().kind[status.kind]}
              <Show when={status.resolution}>{(resolution) => <span class="small clause"> {register().resolution(resolution().number)}</span>}</Show>
              <Show when={status.note}>{(note) => <p class="small">{note()}</p>}</Show>
            </li>
          )}
        </For>
      </ol>
      <Show when={lastPosition(props.member)} keyed><Acts fund={props.fund} member={props.member} today={props.today} /></Show>
    </Sheet>
  )
}

function Acts(props: { fund: string; member: Member; today: Day }) {
  const last = () => props.member.statuses.at(-1)
  const wasMember = () => props.member.statuses.some(({ memberFromOn }) => memberFromOn !== undefined)
  return (
    <div class="member-acts">
      <Show when={props.member.can.includes('accept') && wasMember()}>
        <Fold label={words().again}><Decision fund={props.fund} member={props.member} today={props.today} form="again-" /></Fold>
      </Show>
      <Show when={props.member.departures.length > 0}>
        <Fold label={props.member.departures.length > 1 ? words().ended : words().death}><Ending fund={props.fund} member={props.member} today={props.today} /></Fold>
      </Show>
      <Show when={props.member.can.includes('withdraw-status') && last()}>
        {(status) => <Fold label={words().mistaken}><Withdrawal fund={props.fund} member={props.member} status={status()} /></Fold>}
      </Show>
    </div>
  )
}

const ENDING = 'ending-'

function Ending(props: { fund: string; member: Member; today: Day }) {
  const only = props.member.departures.length === 1 ? props.member.departures[0] : undefined
  const [kind, setKind] = createSignal<Departure['kind'] | undefined>(only)
  const [happenedOn, setHappenedOn] = createSignal<Day | 'none' | undefined>()
  const [number, setNumber] = createSignal('')
  const [heldOn, setHeldOn] = createSignal<Day | 'none' | undefined>(props.today)
  const [note, setNote] = createSignal('')
  const names = () => ({ kind: words().how, happenedOn: words().on[kind() ?? 'resigned'], 'resolution.number': words().meeting, 'resolution.heldOn': words().heldOn, note: words().note })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, only ? 'happenedOn' : 'kind', ENDING)
  const asking = (id: keyof ReturnType<typeof names>, hint?: string) => ({ id: ENDING + id, label: names()[id], hint, error: errorAt(id) })
  const hasMeeting = () => kind() !== 'died' && number().trim() !== ''

  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const [how, day, held] = [kind(), happenedOn(), heldOn()]
    const wrong: Fault[] = [
      ...(how === undefined ? [{ id: `${ENDING}kind`, name: words().how, error: words().chooseHow }] : []),
      ...(day === undefined || day === 'none' ? [dayFault(`${ENDING}happenedOn`, names().happenedOn, day)] : []),
      ...(hasMeeting() && (held === undefined || held === 'none') ? [dayFault(`${ENDING}resolution.heldOn`, words().heldOn, held)] : []),
    ]
    if (how === undefined || day === undefined || day === 'none' || wrong.length > 0) return setFaults(wrong)
    const resolution = hasMeeting() && held !== undefined ? { resolution: { number: number(), heldOn: held } } : {}
    void send(() => recordDeparture(props.fund, props.member.id, { kind: how, happenedOn: day, ...resolution, ...(note().trim() !== '' && { note: note() }) }), lookAgain)
  }
  return (
    <form class="member-form" onSubmit={save} noValidate>
      <Show when={faults().length > 0}><Faults title={register().cannot} faults={faults()} /></Show>
      <Show when={!only}>
        <ChoiceField asking={asking('kind')} options={props.member.departures.map((id) => ({ id, label: words().kinds[id] }))} value={kind()} onInput={(id) => setKind(props.member.departures.find((each) => each === id))} />
      </Show>
      <Show when={kind()}>
        {(how) => (
          <>
            <Show when={how() === 'died'}><p>{words().condolence}</p></Show>
            <DayField asking={asking('happenedOn')} value={happenedOn()} onInput={setHappenedOn} />
            <Show when={how() !== 'died'}>
              <TextField asking={asking('resolution.number', words().meetingHint)} value={number()} onInput={setNumber} />
              <Show when={hasMeeting()}><DayField asking={asking('resolution.heldOn')} value={heldOn()} onInput={setHeldOn} /></Show>
            </Show>
            <TextField asking={asking('note', register().optional)} value={note()} onInput={setNote} />
          </>
        )}
      </Show>
      <Button submit quiet>{busy() ? register().saving : kind() === 'died' ? words().saveDeath : words().save}</Button>
    </form>
  )
}

const WITHDRAWAL = 'withdrawal-'

function Withdrawal(props: { fund: string; member: Member; status: Member['statuses'][number] }) {
  const [reason, setReason] = createSignal('')
  const { send, busy, faults, errorAt } = useSending(() => ({ reason: words().reason }), 'reason', WITHDRAWAL)
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    void send(() => withdrawStatus(props.fund, props.member.id, props.status.position, reason()), lookAgain)
  }
  return (
    <form class="member-form" onSubmit={save} noValidate>
      <div><p>{words().withdraw(register().kind[props.status.kind], long(props.status.happenedOn))}</p><p class="small">{words().withdrawIntro}</p></div>
      <Show when={faults().length > 0}><Faults title={register().cannot} faults={faults()} /></Show>
      <TextField asking={{ id: `${WITHDRAWAL}reason`, label: words().reason, hint: words().reasonHint, error: errorAt('reason') }} value={reason()} onInput={setReason} />
      <Button submit quiet>{busy() ? register().saving : words().withdrawNow}</Button>
    </form>
  )
}
