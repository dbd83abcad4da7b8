import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { Day } from '../../../plugins/kit/day.ts'
import { addMember, getCentres, type Centre } from '../../api-members.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { members as en } from '../../text/en/members.ts'
import { members as th } from '../../text/th/members.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { dayFault } from './member-beginning.tsx'
import { blankDraft, particularsIn } from './member-draft.ts'
import { fieldNames, MemberFields, readyToSend } from './member-form.tsx'

const words = inLanguage({ th, en })

/** A membership application (ใบสมัครสมาชิก), as it was filled in on paper. */
export default function NewMemberScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const centres = createAsync(() => getCentres(slug()))
  const all = allOf({ fund, centres })
  onArrival(() => `${words().newTitle} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.members(slug())}>{words().title}</a>}>
          <Application fund={slug()} today={all().fund.today} centres={all().centres.centres} />
        </Page>
      )}
    </Show>
  )
}

function Application(props: { fund: string; today: Day; centres: Centre[] }) {
  const navigate = useNavigate()
  const [draft, write] = createStore(blankDraft())
  const [appliedOn, setAppliedOn] = createSignal<Day | 'none' | undefined>(props.today)
  const { send, busy, faults, setFaults, errorAt } = useSending(() => ({ ...fieldNames(draft), appliedOn: words().appliedOn }), 'number')

  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const applied = appliedOn()
    const wrong = readyToSend(draft, write)
    if (applied === undefined || applied === 'none') return setFaults([...wrong, dayFault('appliedOn', words().appliedOn, applied)])
    if (wrong.length > 0) return setFaults(wrong)
    void send(() => addMember(props.fund, { ...particularsIn(draft), appliedOn: applied }), ({ id }) => navigate(paths.member(props.fund, id)))
  }
  return (
    <form onSubmit={save} noValidate class="member-form">
      <h1 tabindex="-1">{words().newTitle}</h1>
      <Sheet roomy>
        <div class="member-form">
          <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
          <MemberFields fund={props.fund} draft={draft} write={write} centres={props.centres} errorAt={errorAt} />
          <DayField asking={{ id: 'appliedOn', label: words().appliedOn, error: errorAt('appliedOn') }} value={appliedOn()} onInput={setAppliedOn} />
        </div>
      </Sheet>
      <Foot>
        <ButtonLink quiet href={paths.members(props.fund)}>{words().back}</ButtonLink>
        <Button submit>{busy() ? words().saving : words().save}</Button>
      </Foot>
    </form>
  )
}
