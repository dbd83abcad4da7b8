import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { Day } from '../../../plugins/kit/day.ts'
import { carryOver, getCentres, type Centre } from '../../api-members.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { memberForm as en } from '../../text/en/member-form.ts'
import { members as enMembers } from '../../text/en/members.ts'
import { memberForm as th } from '../../text/th/member-form.ts'
import { members as thMembers } from '../../text/th/members.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { dayFault } from './member-beginning.tsx'
import { blankDraft, particularsIn } from './member-draft.ts'
import { fieldNames, MemberFields, readyToSend } from './member-form.tsx'

const words = inLanguage({ th, en })
const register = inLanguage({ th: thMembers, en: enMembers })

/** Somebody who is a member already, by the register the fund kept before. */
export default function CarryOverScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const centres = createAsync(() => getCentres(slug()))
  const all = allOf({ fund, centres })
  onArrival(() => `${words().carryTitle} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.members(slug())}>{register().title}</a>}>
          <CarriedOver fund={slug()} centres={all().centres.centres} />
        </Page>
      )}
    </Show>
  )
}

function CarriedOver(props: { fund: string; centres: Centre[] }) {
  const navigate = useNavigate()
  const [draft, write] = createStore(blankDraft())
  const [joinedOn, setJoinedOn] = createSignal<Day | 'none' | undefined>()
  const [note, setNote] = createSignal('')
  const { send, busy, faults, setFaults, errorAt } = useSending(() => ({ ...fieldNames(draft), joinedOn: words().joinedOn, note: words().stands }), 'number')

  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const joined = joinedOn()
    const wrong = readyToSend(draft, write)
    if (joined === undefined || joined === 'none') return setFaults([...wrong, dayFault('joinedOn', words().joinedOn, joined)])
    if (wrong.length > 0) return setFaults(wrong)
    void send(() => carryOver(props.fund, { ...particularsIn(draft), joinedOn: joined, note: note() }), ({ id }) => navigate(paths.member(props.fund, id)))
  }
  return (
    <form onSubmit={save} noValidate class="member-form">
      <header><h1 tabindex="-1">{words().carryTitle}</h1><p class="small">{words().carryIntro}</p></header>
      <Sheet roomy>
        <div class="member-form">
          <Show when={faults().length > 0}><Faults title={register().cannot} faults={faults()} /></Show>
          <MemberFields fund={props.fund} draft={draft} write={write} centres={props.centres} errorAt={errorAt} />
          <DayField asking={{ id: 'joinedOn', label: words().joinedOn, error: errorAt('joinedOn') }} value={joinedOn()} onInput={setJoinedOn} />
          <TextField asking={{ id: 'note', label: words().stands, hint: words().standsHint, error: errorAt('note') }} value={note()} onInput={setNote} />
        </div>
      </Sheet>
      <Foot>
        <ButtonLink quiet href={paths.members(props.fund)}>{register().back}</ButtonLink>
        <Button submit>{busy() ? register().saving : words().saveCarry}</Button>
      </Foot>
    </form>
  )
}
