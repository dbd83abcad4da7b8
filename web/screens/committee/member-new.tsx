import './member.css'
import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { Day } from '../../../plugins/kit/day.ts'
import { addMember, getCentres, type NewMember } from '../../api-members.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { members as en } from '../../text/en/members.ts'
import { members as th } from '../../text/th/members.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { dayFault } from './member-beginning.tsx'

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

const BLANK = { number: '', title: '', firstName: '', lastName: '', citizenId: '', address: '', phone: '', beneficiary: '', relation: '' }
type Draft = Day | 'none' | undefined

function Application(props: { fund: string; today: Day; centres: { id: string; name: string }[] }) {
  const navigate = useNavigate()
  const [form, write] = createStore(BLANK)
  const [sex, setSex] = createSignal<'female' | 'male'>()
  const [centreId, setCentre] = createSignal('')
  const [bornOn, setBornOn] = createSignal<Draft>()
  const [appliedOn, setAppliedOn] = createSignal<Draft>(props.today)
  const names = () => ({
    number: words().numberLabel, title: words().titleLabel, firstName: words().firstName, lastName: words().lastName, citizenId: words().citizenId, address: words().address,
    phone: words().phone, sex: words().sex, bornOn: words().bornOn, appliedOn: words().appliedOn, centreId: words().centre,
  })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'number')
  const line = (id: keyof typeof BLANK, label: string, more: { hint?: string; keyboard?: 'numeric' | 'tel' } = {}) =>
    <TextField asking={{ id, label, hint: more.hint, error: errorAt(id) }} value={form[id]} {...(more.keyboard && { keyboard: more.keyboard })} onInput={(text) => write(id, text)} />

  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const [born, applied] = [bornOn(), appliedOn()]
    if (applied === undefined || applied === 'none') return setFaults([dayFault('appliedOn', words().appliedOn, applied)])
    if (born === 'none') return setFaults([dayFault('bornOn', words().bornOn, born)])
    const { number, firstName, lastName, beneficiary, relation, ...optional } = form
    const filled = Object.fromEntries(Object.entries(optional).filter(([, text]) => text.trim() !== ''))
    const chosen = sex()
    const person: NewMember = {
      number, firstName, lastName, ...filled, appliedOn: applied,
      ...(chosen && { sex: chosen }), ...(born !== undefined && { bornOn: born }), ...(centreId() !== '' && { centreId: centreId() }),
      beneficiaries: beneficiary.trim() === '' ? [] : [{ name: beneficiary, relation }],
    }
    void send(() => addMember(props.fund, person), ({ id }) => navigate(paths.member(props.fund, id)))
  }
  return (
    <form onSubmit={save} noValidate class="member-form">
      <h1 tabindex="-1">{words().newTitle}</h1>
      <Sheet roomy>
        <div class="member-form">
          <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
          <div class="member-pair">{line('number', words().numberLabel)}{line('title', words().titleLabel, { hint: words().optional })}</div>
          <div class="member-pair">{line('firstName', words().firstName)}{line('lastName', words().lastName)}</div>
          <ChoiceField asking={{ id: 'sex', label: words().sex, error: errorAt('sex') }} options={(['female', 'male'] as const).map((id) => ({ id, label: words().sexes[id] }))} value={sex()} onInput={(id) => setSex(id === 'female' ? 'female' : 'male')} />
          <DayField asking={{ id: 'bornOn', label: words().bornOn, hint: words().optional, error: errorAt('bornOn') }} value={bornOn()} onInput={setBornOn} />
          {line('citizenId', words().citizenId, { hint: words().optional, keyboard: 'numeric' })}
          <div class="member-pair">{line('address', words().address, { hint: words().optional })}{line('phone', words().phone, { hint: words().optional, keyboard: 'tel' })}</div>
          <Show when={props.centres.length > 0}>
            <ChoiceField asking={{ id: 'centreId', label: words().centre, error: errorAt('centreId') }} options={[...props.centres.map(({ id, name }) => ({ id, label: name })), { id: '', label: words().noCentre }]} value={centreId()} onInput={setCentre} />
          </Show>
          <div class="member-pair">{line('beneficiary', words().beneficiaryName, { hint: words().optional })}{line('relation', words().relation, { hint: words().optional })}</div>
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
