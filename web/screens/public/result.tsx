import './result.css'
import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Verdict } from '../../../plugins/kit/verdict.ts'
import { ApiTrouble, askVerdict, type Fund } from '../../api.ts'
import { inLanguage } from '../../device.ts'
import { paths } from '../../paths.ts'
import { enquiry as en } from '../../text/en/enquiry.ts'
import { enquiry as th } from '../../text/th/enquiry.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Foot } from '../../ui/page.tsx'
import { print } from '../../ui/paper.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Trouble } from '../../ui/state.tsx'
import { answersOf } from '../enquiry/answers.ts'
import type { Trail } from '../enquiry/enquiry.ts'
import { SlipPaper } from './slip-paper.tsx'
import { explained, VerdictSlip } from '../enquiry/verdict-slip.tsx'

const words = inLanguage({ th, en })

/** The result, which the server has been asked for too: what both say is shown, what they disagree on is not. */
export function Result(props: { fund: Fund; trail: Trail }) {
  const second = createAsync(() => secondOpinion(props.fund, props.trail), { initialValue: 'asking' as const })
  return (
    <Show
      when={second.latest !== 'disagrees'}
      fallback={<Trouble happened={words().disagrees} safe={words().disagreesSafe} />}
    >
      <div class="result only-screen">
        <VerdictSlip fund={props.fund} trail={props.trail} heading />
        <p class="small" role="status">{words()[second.latest]}</p>
        <Foot>
          <ButtonLink quiet href={paths.events(props.fund.slug)}>{words().another}</ButtonLink>
          <Button icon="printer" onClick={() => { void print() }}>{words().print}</Button>
        </Foot>
      </div>
      <div class="result only-screen">
        <Documents trail={props.trail} />
        <Answers fund={props.fund} trail={props.trail} />
      </div>
      <SlipPaper fund={props.fund} trail={props.trail} />
    </Show>
  )
}

type Opinion = 'asking' | 'agrees' | 'disagrees' | 'unasked'

async function secondOpinion({ slug }: Fund, { claim, verdict }: Trail): Promise<Opinion> {
  const { benefitId, answers, member, fund, history, claimedOn } = claim
  try {
    const theirs = await askVerdict(slug, { benefitId, answers, member: { facts: member.facts }, fund, history: history.map((grant) => ({ ...grant, uses: { ...grant.uses } })), claimedOn })
    return essence(theirs) === essence(verdict) ? 'agrees' : 'disagrees'
  } catch (error) {
    if (error instanceof ApiTrouble) return 'unasked'
    throw error
  }
}

/** What two judges must agree on: the rules, the outcome, the money, and how many reasons. */
function essence(verdict: Verdict): string {
  const { outcome, regulationHash } = verdict
  switch (verdict.outcome) {
    case 'eligible': return JSON.stringify([regulationHash, outcome, verdict.amountSatang, verdict.inKind.length])
    case 'judgement': return JSON.stringify([regulationHash, outcome, verdict.range.low, verdict.range.high])
    case 'ineligible': return JSON.stringify([regulationHash, outcome, verdict.reasons.map((reason) => reason.kind)])
    case 'incomplete': return JSON.stringify([regulationHash, outcome, verdict.missing])
  }
}

function Documents(props: { trail: Trail }) {
  const documents = () => explained(props.trail).documents
  return (
    <Show when={documents().length > 0 && props.trail.verdict.outcome !== 'ineligible'}>
      <Sheet>
        <h2>{words().documents}</h2>
        <ul class="result-lines"><For each={documents()}>{({ name, unsure }) => <li>{unsure ? words().maybe(name) : name}</li>}</For></ul>
      </Sheet>
    </Show>
  )
}

function Answers(props: { fund: Fund; trail: Trail }) {
  return (
    <Sheet>
      <h2>{words().answers}</h2>
      <ul class="result-lines">
        <For each={answersOf(props.trail)}>
          {({ step, label, value }) => (
            <li class="result-answer">
              <span><span class="small">{label}</span><b>{value}</b></span>
              <a href={paths.step(props.fund.slug, props.trail.benefit.id, step)}>{words().change}<span class="only-heard"> {label}</span></a>
            </li>
          )}
        </For>
      </ul>
    </Sheet>
  )
}
