import './entitlements.css'
import { For } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { glossaryOf } from '../../../plugins/kit/glossary.ts'
import { spanWord, TIMES } from '../../../plugins/kit/limit-sentence.ts'
import type { LimitState } from '../../../plugins/kit/limit.ts'
import { formatBaht } from '../../../plugins/kit/money.ts'
import { befallsMember } from '../../../plugins/kit/pack.ts'
import { quantity, type Measure } from '../../../plugins/kit/quantity.ts'
import { rangeBaht } from '../../../plugins/kit/range-text.ts'
import { benefitsOf, inForceOn, type Regulation } from '../../../plugins/kit/regulation.ts'
import { capital } from '../../../plugins/kit/sentence.ts'
import type { Entitlement } from '../../api-claims.ts'
import type { Fund } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { claims as en } from '../../text/en/claims.ts'
import { claims as th } from '../../text/th/claims.ts'
import { categoryIcon } from '../../ui/category-icon.ts'
import { Icon } from '../../ui/icon.tsx'
import { unbroken } from '../../ui/thai.ts'
import { vocabulary } from '../../vocabulary.ts'

const words = inLanguage({ th, en })

/** What a member could ask for today, what is left of it, and from when. Each leads to its claim. `beneficiaries`: it is the member who reads, to whom a death is not spoken of. */
export function Entitlements(props: { fund: Fund; member: string; entitlements: Entitlement[]; beneficiaries?: readonly { name: string; relation: string }[] }) {
  const regulation = () => inForceOn(props.fund.publications, props.fund.today)?.regulation
  const benefitOf = (each: Entitlement) => benefitsOf(must(regulation())).find(({ benefit }) => benefit.id === each.benefit.id)?.benefit
  const isForFamily = (each: Entitlement) => props.beneficiaries !== undefined && each.benefit.category === 'death' && befallsMember(benefitOf(each) ?? {})
  const notes = (each: Entitlement) => {
    if (isForFamily(each)) return props.beneficiaries?.map(({ name, relation }) => words().beneficiary(name, relation)) ?? []
    return notesOf(each, must(regulation()), benefitOf(each)?.startedBy === 'fund')
  }
  return (
    <ul class="entitlements">
      <For each={props.entitlements}>
        {(each) => (
          <li>
            <Icon name={categoryIcon[each.benefit.category]} />
            <a class="entitlements-name" href={paths.claimStep(props.fund.slug, props.member, each.benefit.id)}>{isForFamily(each) ? words().toFamily : each.benefit.title[language()]}</a>
            <span class="entitlements-sum">{sumOf(each, must(regulation()))}</span>
            <For each={notes(each)}>{(note) => <span class="small entitlements-note">{unbroken(note)}</span>}</For>
          </li>
        )}
      </For>
    </ul>
  )
}

function must(regulation: Regulation | undefined): Regulation {
  if (!regulation) throw new Error('there are entitlements by a regulation in force')
  return regulation
}

/** At the right: the baht, what is left of the narrowest limit of baht, or from when. */
function sumOf(entitlement: Entitlement, regulation: Regulation): string {
  if ('notJudged' in entitlement) return ''
  const { finding: { outcome, lowSatang, highSatang }, fromOn, limits, benefit } = entitlement
  switch (outcome) {
    case 'eligible': return lowSatang > 0 ? formatBaht(lowSatang, language()) : ''
    case 'judgement': return rangeBaht({ low: lowSatang, high: highSatang }, { lang: language(), say: (th, en) => ({ th, en })[language()] })
    case 'ineligible': return fromOn === undefined ? '' : words().fromOn(formatDay(fromOn, language(), 'short'))
    case 'incomplete': {
      const [narrowest] = limits.filter(({ used }) => used > 0).toSorted((a, b) => a.left - b.left)
      return narrowest ? words().left(quantity(narrowest.left, measureOf(narrowest, benefit.id, regulation), language())) : ''
    }
  }
}

function notesOf(entitlement: Entitlement, regulation: Regulation, byItself: boolean): string[] {
  if ('notJudged' in entitlement) return [entitlement.notJudged[language()]]
  const { finding: { outcome }, limits, benefit, explanation } = entitlement
  const told = explanation[language()]
  if (outcome === 'ineligible') return told.reasons.map(({ sentence }) => capital(sentence))
  const counted = limits.filter(({ limit, used }) => limit.per !== 'event' && used > 0).map((state) => usedWords(state, benefit.id, regulation))
  const ask = outcome === 'judgement' ? words().byPeople : outcome === 'eligible' && byItself ? words().askNow : words().canAsk
  return [ask, ...counted]
}

function usedWords(state: LimitState, benefitId: string, regulation: Regulation): string {
  const span = spanWord(state.limit.per, regulation.fundTerms)[language()]
  const measure = measureOf(state, benefitId, regulation)
  return capital(words().used(span || words().soFar, quantity(state.used, measure, language()), quantity(state.atMost, measure, language())))
}

function measureOf({ limit: { of } }: LimitState, benefitId: string, regulation: Regulation): Measure {
  if (of === 'times') return TIMES
  if (of === 'amount') return { type: 'money' }
  const offered = benefitsOf(regulation).find(({ benefit }) => benefit.id === benefitId)
  return offered ? glossaryOf(offered.adopted, regulation.fundTerms, undefined, vocabulary).fact(of) : { type: 'count' }
}
