import { glossaryOf } from '../../../plugins/kit/glossary.ts'
import { quantity } from '../../../plugins/kit/quantity.ts'
import { benefitsOf } from '../../../plugins/kit/regulation.ts'
import { capital } from '../../../plugins/kit/sentence.ts'
import type { Claim } from '../../api-claims.ts'
import type { Fund } from '../../api.ts'
import { language } from '../../device.ts'
import { vocabulary } from '../../vocabulary.ts'

/** What was answered on the form, in its order, in the words of the regulation it was judged by. */
export function claimAnswers({ regulation: { hash }, benefit: { id }, eventOn, answers }: Claim, { publications }: Fund): { label: string; value: string }[] {
  const regulation = publications.find((each) => each.hash === hash)?.regulation
  const offered = regulation && benefitsOf(regulation).find(({ benefit }) => benefit.id === id)
  if (!regulation || !offered) throw new Error(`the claim was judged by ${hash}, which the fund has not published`)
  const glossary = glossaryOf(offered.adopted, regulation.fundTerms, eventOn, vocabulary)
  const { asks } = offered.benefit
  return Object.entries(answers)
    .toSorted(([a], [b]) => asks.indexOf(a) - asks.indexOf(b))
    .map(([fact, value]) => ({ label: capital(glossary.fact(fact).label[language()]), value: capital(quantity(value, glossary.fact(fact), language())) }))
}
