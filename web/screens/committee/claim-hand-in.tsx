import { revalidate, useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { Day } from '../../../plugins/kit/day.ts'
import { befallsMember } from '../../../plugins/kit/pack.ts'
import { submitClaim, type NewClaim } from '../../api-claims.ts'
import type { Member } from '../../api-members.ts'
import type { Fund } from '../../api.ts'
import { inLanguage } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { claims as en } from '../../text/en/claims.ts'
import { enquiry as enEnquiry } from '../../text/en/enquiry.ts'
import { claims as th } from '../../text/th/claims.ts'
import { enquiry as thEnquiry } from '../../text/th/enquiry.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Faults, type Fault } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Foot } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { answersOf } from '../enquiry/answers.ts'
import type { Trail } from '../enquiry/enquiry.ts'
import { explained, VerdictSlip } from '../enquiry/verdict-slip.tsx'

const words = inLanguage({ th, en })
const ofEnquiry = inLanguage({ th: thEnquiry, en: enEnquiry })
const PARTIES = ['subject', 'applicant', 'payee'] as const
type Party = (typeof PARTIES)[number]

/** What is handed in: the answers, who is concerned, and what the rules say of it. Against the rules it goes to the committee all the same. */
export function HandIn(props: { fund: Fund; member: Member; trail: Trail; claimedOn: Day; onClaimedOn: (day: Day) => void }) {
  const navigate = useNavigate()
  // Made with the form: however often it is sent, the claim is taken in once.
  const key = crypto.randomUUID()
  const { benefit } = props.trail
  const [parties, write] = createStore<Record<Party, { name: string; relation: string }>>(firstParties(props.member, benefit.payee))
  const [badDay, setBadDay] = createSignal(false)
  const names = () => ({ ...Object.fromEntries(PARTIES.flatMap((party) => [[`${party}.name`, words()[party]], [`${party}.relation`, `${words()[party]} · ${words().relation}`]])), claimedOn: words().handedInOn, answers: words().answers })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'hand-in')
  const asksSubject = () => !befallsMember(benefit)
  const asked = () => PARTIES.filter((party) => party !== 'subject' || asksSubject())
  const partyFields = (party: Party) => <PartyFields party={party} value={parties[party]} errorAt={errorAt} onInput={(part, text) => write(party, part, text)} />

  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const wrong = [...asked().flatMap((party) => partyFaults(party, parties[party])), ...(badDay() ? [{ id: 'claimedOn', name: words().handedInOn, error: words().noSuchDay }] : [])]
    if (wrong.length > 0) return setFaults(wrong)
    const filled = Object.fromEntries(asked().filter((party) => parties[party].name.trim() !== '').map((party) => [party, { ...parties[party] }]))
    const claim: NewClaim = { memberId: props.member.id, benefitId: benefit.id, answers: { ...props.trail.claim.answers }, claimedOn: props.claimedOn, ...filled }
    void send(() => submitClaim(props.fund.slug, key, claim), ({ id }) => { void revalidate().then(() => navigate(paths.claim(props.fund.slug, id))) })
  }
  const takeDay = (day: Day | 'none' | undefined) => {
    setBadDay(day === undefined || day === 'none')
    if (day !== undefined && day !== 'none') props.onClaimedOn(day)
  }
  const isMet = () => props.trail.verdict.outcome !== 'ineligible'
  return (
    <form class="question" onSubmit={save} noValidate>
      <div class="claim-pages">
        <Sheet roomy>
          <div class="question-body">
            <h1 id="hand-in" tabindex="-1">{words().handInTitle}</h1>
            <p class="small">{props.member.name}</p>
            <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
            <dl class="claim-answers"><For each={answersOf(props.trail)}>{({ label, value }) => <div><dt class="small">{label}</dt><dd>{value}</dd></div>}</For></dl>
            <Show when={asksSubject()}>{partyFields('subject')}</Show>
            <Fold label={words().others} open={parties.payee.name !== ''}>
              <div class="claim-form">
                <p class="small">{words().selfAlways}</p>
                {partyFields('applicant')}
                {partyFields('payee')}
              </div>
            </Fold>
            <DayField asking={{ id: 'claimedOn', label: words().handedInOn, error: errorAt('claimedOn') }} value={props.claimedOn} onInput={takeDay} />
          </div>
        </Sheet>
        <Documents trail={props.trail} />
      </div>
      <VerdictSlip fund={props.fund} trail={props.trail} />
      <Foot>
        <ButtonLink quiet href={isMet() ? paths.claimStep(props.fund.slug, props.member.id, benefit.id, props.trail.asked.at(-1)?.id) : paths.member(props.fund.slug, props.member.id)}>{isMet() ? words().back : words().notNow}</ButtonLink>
        <Button submit>{busy() ? words().saving : isMet() ? words().handIn : words().askPeople}</Button>
      </Foot>
    </form>
  )
}

/** Where somebody else is paid, the one whom the member named comes first. */
function firstParties(member: Member, payee: string | undefined): Record<Party, { name: string; relation: string }> {
  const [named] = member.beneficiaries
  const nobody = { name: '', relation: '' }
  return { subject: { ...nobody }, applicant: { ...nobody }, payee: payee === 'beneficiary' && named ? { name: named.name, relation: named.relation } : { ...nobody } }
}

function partyFaults(party: Party, { name, relation }: { name: string; relation: string }): Fault[] {
  if (name.trim() !== '' && relation.trim() === '') return [{ id: `${party}.relation`, name: words()[party], error: words().relationMissing }]
  return name.trim() === '' && relation.trim() !== '' ? [{ id: `${party}.name`, name: words()[party], error: words().nameMissing }] : []
}

function PartyFields(props: { party: Party; value: { name: string; relation: string }; errorAt: (id: string) => string | undefined; onInput: (part: 'name' | 'relation', text: string) => void }) {
  const id = (part: string) => `${props.party}.${part}`
  return (
    <fieldset class="claim-party">
      <legend class="field-label">{words()[props.party]}</legend>
      <div class="claim-pair">
        <TextField asking={{ id: id('name'), label: words().name, error: props.errorAt(id('name')) }} value={props.value.name} onInput={(text) => props.onInput('name', text)} />
        <TextField asking={{ id: id('relation'), label: words().relation, error: props.errorAt(id('relation')) }} value={props.value.relation} onInput={(text) => props.onInput('relation', text)} />
      </div>
    </fieldset>
  )
}

function Documents(props: { trail: Trail }) {
  const documents = () => explained(props.trail).documents
  return (
    <Show when={documents().length > 0}>
      <Sheet>
        <h2>{words().documents}</h2>
        <ul class="claim-documents"><For each={documents()}>{({ name, unsure }) => <li>{unsure ? ofEnquiry().maybe(name) : name}</li>}</For></ul>
      </Sheet>
    </Show>
  )
}
