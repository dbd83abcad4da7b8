import { z } from '@hono/zod-openapi'
import type { Cases } from '../../plugins/kit/cases.ts'
import { addYears, addDays, Day } from '../../plugins/kit/day.ts'
import { everAsOn } from '../../plugins/kit/draft.ts'
import { Satang } from '../../plugins/kit/money.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { benefitsOf, type Regulation } from '../../plugins/kit/regulation.ts'
import { soundPartOf, withoutBenefits } from '../../plugins/kit/sound-part.ts'
import { Text } from '../../plugins/kit/text.ts'
import { Id, Name } from '../../plugins/kit/value.ts'
import { Finding } from '../claims/finding.ts'
import { ExampleResult, judgeExamples } from './example-people.ts'
import { replayBoth, type PastClaim } from './replay.ts'

const cost = { beforeSatang: z.int().min(0), afterSatang: z.int().min(0) }
const benefit = z.strictObject({ id: Id, title: Name })

/** What a draft would have made of the claims of the last twelve months, and makes of the example people. */
export const Effect = z.strictObject({
  claims: z.strictObject({
    /** Events from this day to the other, both included. */
    fromOn: Day,
    untilOn: Day,
    count: z.int().min(0),
    ...cost,
    byBenefit: z.array(z.strictObject({ benefit, ...cost })),
    members: z.strictObject({ more: z.int().min(0), less: z.int().min(0), same: z.int().min(0) }),
    /** How many claims would have come out otherwise; `changed` lists the first hundred. */
    changedCount: z.int().min(0),
    changed: z.array(z.strictObject({
      id: z.uuid(),
      member: z.strictObject({ id: z.uuid(), number: z.string(), name: z.string() }),
      benefit,
      eventOn: Day,
      before: Finding.extend({ satang: Satang }),
      after: Finding.extend({ satang: Satang }),
    })),
    /** Benefits that cannot be judged for now: their claims are not in these figures, nor are their example people. */
    notJudged: z.array(z.strictObject({ benefit, why: Text })),
  }),
  examples: z.array(ExampleResult),
  /** Benefits of the draft that do not hold together yet, which are left out of both sides. */
  unfinished: z.array(benefit),
}).openapi('DraftEffect')
export type Effect = z.infer<typeof Effect>

const CHANGED_MAX = 100

/** The twelve months before a day, which is their last. */
export const lastYear = (today: Day) => ({ fromOn: addDays(addYears(today, -1), 1), untilOn: today })

interface Asking {
  /** The example people that stand beside packs. */
  cases: readonly Cases[]
  vocabulary: Vocabulary
  today: Day
}

/**
 * What a draft changes. Both regulations are held to their values on the draft's day, as if they had always stood so: what differs is
 * the draft and nothing else.
 */
export async function effectOf({ origin, regulation, fromOn }: { origin: Regulation; regulation: Regulation; fromOn: Day }, claims: readonly PastClaim[], { cases, vocabulary, today }: Asking): Promise<Effect> {
  const { regulation: finished, leftOut } = soundPartOf(regulation, vocabulary)
  const [before, after] = [everAsOn(withoutBenefits(origin, leftOut), fromOn), everAsOn(finished, fromOn)]
  const year = lastYear(today)
  const compared = await replayBoth(claims, { fromOn: year.fromOn, vocabulary }, before, after)
  const judged = await judgeExamples(before, after, cases, vocabulary)
  const notJudged = new Map([...judged.notJudged, ...compared.notJudged].map(({ benefitId, why }) => [benefitId, why]))
  const titles = new Map([...benefitsOf(before), ...benefitsOf(after)].map(({ benefit: { id, title } }) => [id, title]))
  const named = (id: string) => ({ id, title: titles.get(id) ?? { th: id, en: id } })
  const { beforeSatang, afterSatang, byBenefit, members, changed } = compared
  return {
    claims: {
      ...year,
      count: compared.count,
      beforeSatang,
      afterSatang,
      byBenefit: byBenefit.map(({ benefitId, ...costs }) => ({ benefit: named(benefitId), ...costs })),
      members,
      changedCount: changed.length,
      changed: changed.slice(0, CHANGED_MAX).map(({ claim: { id, member, benefitId, eventOn }, ...each }) => ({
        id, member, benefit: named(benefitId), eventOn, before: { ...each.before, satang: each.beforeSatang }, after: { ...each.after, satang: each.afterSatang },
      })),
      notJudged: [...notJudged].map(([benefitId, why]) => ({ benefit: named(benefitId), why })),
    },
    examples: judged.results.filter((each) => !notJudged.has(each.benefit.id)),
    unfinished: benefitsOf(regulation).filter((each) => leftOut.includes(each.benefit.id)).map((each) => ({ id: each.benefit.id, title: each.benefit.title })),
  }
}
