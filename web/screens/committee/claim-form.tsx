import './claim.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import type { Day } from '../../../plugins/kit/day.ts'
import { capital } from '../../../plugins/kit/sentence.ts'
import { getRecord } from '../../api-claims.ts'
import { getMember, type Member } from '../../api-members.ts'
import { getFund, type Fund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { claims as en } from '../../text/en/claims.ts'
import { members as enMembers } from '../../text/en/members.ts'
import { claims as th } from '../../text/th/claims.ts'
import { members as thMembers } from '../../text/th/members.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Nothing } from '../../ui/state.tsx'
import { vocabulary } from '../../vocabulary.ts'
import { follow, type Trail } from '../enquiry/enquiry.ts'
import { Remembering, useMemory } from '../enquiry/memory.tsx'
import { Steps } from '../enquiry/steps.tsx'
import { HandIn } from './claim-hand-in.tsx'

const words = inLanguage({ th, en })
const ofMembers = inLanguage({ th: thMembers, en: enMembers })

/** A claim for a member: what the form asks, one question a screen, judged by the fund's own books; then it is handed in. */
export default function ClaimForm(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const id = () => props.params['member'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const member = createAsync(() => getMember(slug(), id()))
  const all = allOf({ fund, member })
  return (
    <Show when={`${id()} ${props.params['benefit']}`} keyed>
      {(_claim) => (
        <Show when={all()}>
          {(all) => (
            <Remembering>
              <Walk fund={all().fund} member={all().member} benefit={props.params['benefit'] ?? ''} step={String(props.location.query['step'] ?? '')} />
            </Remembering>
          )}
        </Show>
      )}
    </Show>
  )
}

function Walk(props: { fund: Fund; member: Member; benefit: string; step: string }) {
  const [memory] = useMemory()
  const [claimedOn, setClaimedOn] = createSignal<Day>(props.fund.today)
  const record = (eventOn: Day) => getRecord(props.fund.slug, props.member.id, eventOn, claimedOn() > eventOn ? claimedOn() : eventOn)
  const enquiry = () => ({ publications: props.fund.publications, today: claimedOn(), benefitId: props.benefit, answers: { ...memory.answers }, past: [], record, vocabulary })
  const trail = createAsync(() => follow(enquiry()))
  return (
    <Show when={trail.latest}>
      {(trail) => (
        <Show when={trail().lacks} fallback={
          <Steps
            fund={props.fund} trail={trail()} step={props.step} walk={() => follow(enquiry())} to={(step) => paths.claimStep(props.fund.slug, props.member.id, props.benefit, step)}
            from={paths.claimFor(props.fund.slug, props.member.id)} home={paths.fund(props.fund.slug)} above={<Who fund={props.fund.slug} member={props.member} />} last={words().toHandIn}
          >
            <HandIn fund={props.fund} member={props.member} trail={trail()} claimedOn={claimedOn()} onClaimedOn={setClaimedOn} />
          </Steps>
        }>
          {(fact) => <Lacking fund={props.fund} member={props.member} trail={trail()} fact={fact()} />}
        </Show>
      )}
    </Show>
  )
}

/** Whom the claim is for, above each question. */
function Who(props: { fund: string; member: Member }) {
  return (
    <div class="claim-who">
      <span><b>{props.member.name}</b><span class="small">{ofMembers().number(props.member.number)}</span></span>
      <a href={paths.newClaim(props.fund)}>{words().change}</a>
    </div>
  )
}

function Lacking(props: { fund: Fund; member: Member; trail: Trail; fact: string }) {
  const name = () => capital(props.trail.glossary.fact(props.fact).label[language()])
  return (
    <Page title={props.fund.name[language()]} href={paths.fund(props.fund.slug)} below={props.member.name}>
      <Nothing title={words().lacksTitle}>
        <p>{words().lacks(name())}</p>
        <ButtonLink href={paths.member(props.fund.slug, props.member.id)}>{words().toMember}</ButtonLink>
      </Nothing>
    </Page>
  )
}
