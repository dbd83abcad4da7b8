import { z } from '@hono/zod-openapi'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { neighbourOf, type Case, type Cases } from '../../plugins/kit/cases.ts'
import { PluginFailed } from '../../plugins/kit/contained.ts'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import { claimOfNeighbour } from '../../plugins/kit/neighbour.ts'
import { factsInWords } from '../../plugins/kit/neighbour-words.ts'
import { catalogueOf, type Vocabulary } from '../../plugins/kit/plugin.ts'
import { benefitsOf, type Regulation } from '../../plugins/kit/regulation.ts'
import { Id, Name } from '../../plugins/kit/value.ts'
import type { Verdict } from '../../plugins/kit/verdict.ts'
import { Finding, findingOf, isSameFinding } from '../claims/finding.ts'
import type { NotJudged } from './replay.ts'

/** What an example person (คนตัวอย่าง) of a pack's cases would get, before and after. */
export const ExampleResult = z.strictObject({
  person: Name,
  benefit: z.strictObject({ id: Id, title: Name }),
  /** What is known of the case and says the most, in one line. */
  facts: z.strictObject({ th: z.string(), en: z.string() }),
  before: Finding,
  after: Finding,
  isChanged: z.boolean(),
}).openapi('ExampleResult')
export type ExampleResult = z.infer<typeof ExampleResult>

/** Every case that stands beside a pack of the later of two regulations, judged by both, and the benefits whose plugin failed. */
export async function judgeExamples(before: Regulation, after: Regulation, beside: readonly Cases[], vocabulary: Vocabulary): Promise<{ results: ExampleResult[]; notJudged: NotJudged[] }> {
  const results: ExampleResult[] = []
  const notJudged: NotJudged[] = []
  for (const cases of beside) {
    if (after.packs.every(({ pack }) => pack.id !== cases.pack)) continue
    for (const each of cases.cases) {
      if (notJudged.some(({ benefitId }) => benefitId === each.benefit)) continue
      try {
        const [was, is] = [await judgeCase(each, cases, before, vocabulary), await judgeCase(each, cases, after, vocabulary)]
        if (was && is) results.push(resultOf(each, cases, after, was, is, vocabulary))
      } catch (error) {
        if (!(error instanceof PluginFailed)) throw error
        notJudged.push({ benefitId: each.benefit, why: error.text })
      }
    }
  }
  return { results, notJudged }
}

/** Undefined where the case states what cannot be, or the regulation has not the benefit. */
async function judgeCase(each: Case, cases: Cases, regulation: Regulation, vocabulary: Vocabulary): Promise<Verdict | undefined> {
  try {
    return await evaluate(claimOfNeighbour(neighbourOf(each, cases), regulation, vocabulary))
  } catch (error) {
    if (error instanceof BadInput) return undefined
    throw error
  }
}

function resultOf(each: Case, { persons }: Cases, regulation: Regulation, was: Verdict, is: Verdict, vocabulary: Vocabulary): ExampleResult {
  const person = persons[each.person]
  const offered = benefitsOf(regulation).find(({ benefit }) => benefit.id === each.benefit)
  if (!person || !offered) throw new Error('a case that was judged has its person and its benefit')
  const [before, after] = [findingOf(was), findingOf(is)]
  return {
    person: person.name,
    benefit: { id: offered.benefit.id, title: offered.benefit.title },
    facts: factsInWords(is, catalogueOf(offered.adopted, regulation.fundTerms, vocabulary)),
    before,
    after,
    isChanged: !isSameFinding(before, after),
  }
}
