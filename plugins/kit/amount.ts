import { z } from 'zod'
import { Duration } from './duration.ts'
import { byKey } from './shape.ts'
import { Id, Name } from './value.ts'

export const YearRounding = z.enum(['down', 'up', 'halfUp', 'moreThanHalf'])
export type YearRounding = z.infer<typeof YearRounding>
export const MoneyRounding = z.strictObject({ to: z.enum(['satang', 'baht']), how: z.enum(['down', 'up', 'halfUp']) })
export type MoneyRounding = z.infer<typeof MoneyRounding>

/**
 * How much: a small calculation as data, at most six levels deep. Names of terms stand where a fund may set a value, names of facts
 * where the claim brings one. Every shape is one that a real regulation uses.
 */
export type Amount =
  | { fixed: string }
  | { perUnit: { rate: string; count: string; atMost?: string | undefined; amountAtMost?: string | undefined } }
  | { ladder: string; by: string; beyond?: { add: string; every: string; rounding: YearRounding } | undefined }
  | { steps: { id: string; from: number | Duration; amount: Amount }[]; by: string }
  | { perYear: { rate: string; of: string; rounding: YearRounding; base?: string | undefined; yearsAtMost?: string | undefined; amountAtMost?: string | undefined } }
  | { percent: { rate: string; of: string; by?: string | undefined; deemed?: string | undefined; atLeast?: string | undefined; amountAtMost?: string | undefined; rounding: MoneyRounding } }
  | { sum: Amount[]; less?: string | undefined }
  | { least: Amount[] }
  | { greatest: Amount[] }
  | { share: { of: Amount; rate: string; by?: string | undefined; rounding: MoneyRounding } }
  | { schedule: string; by: string }
  | { choice: string; branches: Record<string, Amount> }
  | { actualCost: { of: string; amountAtMost: string } }
  | { levy: { rate: string; payers: string; less?: string | undefined } }
  | { inKind: { items: { id: string; name: { th: string; en: string } }[]; worth?: string | undefined } }
  | { decided: { atLeast: string; amountAtMost: string } }

export const Amount: z.ZodType<Amount> = byKey<Amount>(() => shapes)

const parts = z.array(Amount).min(1).max(20)

/** One schema a shape; the first key is what tells the shape. */
const shapes: Record<string, z.ZodType<Amount>> = {
  /** A term: 500 baht. */
  fixed: z.strictObject({ fixed: Id }),
  /** Rate × count, at most so many units, at most so much. */
  perUnit: z.strictObject({ perUnit: z.strictObject({ rate: Id, count: Id, atMost: Id.optional(), amountAtMost: Id.optional() }) }),
  /** The step of a ladder term that a duration or number has reached; beyond the last, `add` for every `every`. */
  ladder: z.strictObject({ ladder: Id, by: Id, beyond: z.strictObject({ add: Id, every: Id, rounding: YearRounding }).optional() }),
  /** A ladder whose steps hold amounts. */
  steps: z.strictObject({ steps: z.array(z.strictObject({ id: Id, from: z.union([z.number().min(0), Duration]), amount: Amount })).min(1).max(200), by: Id }),
  /** Base + rate × completed years of a clock. */
  perYear: z.strictObject({ perYear: z.strictObject({ rate: Id, of: Id, rounding: YearRounding, base: Id.optional(), yearsAtMost: Id.optional(), amountAtMost: Id.optional() }) }),
  /** A percentage (a number term, a ladder or a schedule of them) of a money fact; `deemed` is the least that counts as its base. */
  percent: z.strictObject({ percent: z.strictObject({ rate: Id, of: Id, by: Id.optional(), deemed: Id.optional(), atLeast: Id.optional(), amountAtMost: Id.optional(), rounding: MoneyRounding }) }),
  /** All parts together, less a money term, never below 0. */
  sum: z.strictObject({ sum: parts, less: Id.optional() }),
  least: z.strictObject({ least: parts }),
  greatest: z.strictObject({ greatest: parts }),
  /** A percentage of another amount, after that amount's own cap. */
  share: z.strictObject({ share: z.strictObject({ of: Amount, rate: Id, by: Id.optional(), rounding: MoneyRounding }) }),
  /** The named item that a choice picks from a schedule term. */
  schedule: z.strictObject({ schedule: Id, by: Id }),
  /** Another amount for each option of a choice. */
  choice: z.strictObject({ choice: Id, branches: z.record(Id, Amount) }),
  /** What it cost, up to a limit. */
  actualCost: z.strictObject({ actualCost: z.strictObject({ of: Id, amountAtMost: Id }) }),
  /** Rate × those who pay, less a money term, never below 0. */
  levy: z.strictObject({ levy: z.strictObject({ rate: Id, payers: Id, less: Id.optional() }) }),
  /** Things beside the baht; what they are worth is kept for reports and not added. */
  inKind: z.strictObject({ inKind: z.strictObject({ items: z.array(z.strictObject({ id: Id, name: Name })).min(1).max(20), worth: Id.optional() }) }),
  /** The committee sets the amount within a range. */
  decided: z.strictObject({ decided: z.strictObject({ atLeast: Id, amountAtMost: Id }) }),
}

/** The amounts an amount is made of. */
export function partsOf(amount: Amount): Amount[] {
  if ('sum' in amount) return amount.sum
  if ('least' in amount) return amount.least
  if ('greatest' in amount) return amount.greatest
  if ('share' in amount) return [amount.share.of]
  if ('choice' in amount) return Object.values(amount.branches)
  return 'steps' in amount ? amount.steps.map((step) => step.amount) : []
}

/** The amount and all that it is made of, itself first. */
export function amountsIn(amount: Amount): Amount[] {
  return [amount, ...partsOf(amount).flatMap(amountsIn)]
}
