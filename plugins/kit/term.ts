import { z } from 'zod'
import { Day } from './day.ts'
import { Duration } from './duration.ts'
import { CleanString, Text } from './text.ts'
import { Id, Name, Value, ValueType } from './value.ts'

/** One step of a ladder: from this lower bound on, this value, until the next step's bound. */
export const Step = z.strictObject({ id: Id, from: z.union([z.number().min(0), Duration]), value: z.number().min(0).max(100_000_000_000) })
export type Step = z.infer<typeof Step>

const Schedule = z.record(Id, z.number().min(0).max(100_000_000_000))
const source = CleanString.trim().min(1).max(300)
const dated = <T extends z.ZodType>(value: T) => z.array(z.strictObject({ from: Day, value: value.nullable(), source })).max(50)

const base = { label: Name, unit: Name.optional(), note: Text.optional(), open: z.literal(true).optional() }

/** A single named value with its dated values. */
const ScalarTerm = z.strictObject({ ...base, type: ValueType, scale: z.int().min(0).max(4).optional(), options: z.record(Id, Name).optional(), values: dated(Value) })
/** Steps by a duration or a number; each holds money (satang) or a number (a percentage). */
const LadderTerm = z.strictObject({ ...base, type: z.literal('ladder'), by: z.enum(['duration', 'number', 'count', 'days', 'money']), of: z.enum(['money', 'number']), scale: z.int().min(0).max(4).optional(), values: dated(z.array(Step).min(1).max(200)) })
/** Named items, each with money (satang) or a number (a percentage). */
const ScheduleTerm = z.strictObject({ ...base, type: z.literal('schedule'), of: z.enum(['money', 'number']), scale: z.int().min(0).max(4).optional(), items: z.record(Id, Name), values: dated(Schedule) })

/**
 * A named value that a fund may set for itself (ค่าที่กำหนด). Values are dated, each with its source (a clause or a resolution); `null`
 * ends it from that day. `open`: the model leaves it to the fund, and a claim that needs it goes to people until the fund fills it in.
 */
export const Term = z.discriminatedUnion('type', [ScalarTerm, LadderTerm, ScheduleTerm])
export type Term = z.infer<typeof Term>
export type ScalarTerm = z.infer<typeof ScalarTerm>
export type LadderTerm = z.infer<typeof LadderTerm>
export type ScheduleTerm = z.infer<typeof ScheduleTerm>

export type TermValue = Value | Step[] | Record<string, number>
export type DatedValue = { from: Day; value: TermValue | null; source: string }

/** A fund's own dated values for one term of a pack it adopted. */
export const OwnValues = dated(z.union([Value, z.array(Step).min(1).max(200), Schedule]))

/** The value on a day, or undefined where none has begun or the last one was ended. Values stand in the order of their days. */
export function valueOn(values: readonly DatedValue[], day: Day): DatedValue | undefined {
  const current = values.findLast((each) => each.from <= day)
  return current && current.value !== null ? current : undefined
}

/** Whether each fund sets it for itself, as the pack has no value. */
export const isLeftOpen = ({ open, values }: Pick<Term, 'open' | 'values'>): boolean => open === true && values.length === 0
