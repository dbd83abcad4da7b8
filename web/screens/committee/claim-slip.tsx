import { For, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import type { Claim } from '../../api-claims.ts'
import type { Fund } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { claims as en } from '../../text/en/claims.ts'
import { claims as th } from '../../text/th/claims.ts'
import { ToldSlip } from '../enquiry/verdict-slip.tsx'

const words = inLanguage({ th, en })

/** What the rules say of a claim, as a slip; with the documents that were asked for. */
export function ClaimSlip(props: { fund: Fund; claim: Claim; told: Claim['asJudged']; kicker: string }) {
  const told = () => props.told.explanation[language()]
  return (
    <ToldSlip told={told()} kicker={props.kicker} clauseHref={paths.clause(props.fund.slug, props.claim.benefit.id)}>
      <Show when={told().documents.length > 0}>
        <p class="small">{words().documents}: <For each={told().documents}>{({ name }, at) => <>{at() > 0 ? ' · ' : ''}{name}</>}</For></p>
      </Show>
      <p class="small">{words().byRules(props.claim.regulation.number, formatDay(props.claim.regulation.fromOn, language(), 'short'))}</p>
    </ToldSlip>
  )
}
