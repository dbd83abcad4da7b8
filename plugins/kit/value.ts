import { z } from 'zod'
import { Day } from './day.ts'
import { compareDurations, Duration } from './duration.ts'
import { Satang } from './money.ts'
import { Text } from './text.ts'

/** What a fact or a term can hold. Money is satang; a number states its scale; days and counts are whole; a day is ISO. */
export const ValueType = z.enum(['money', 'number', 'count', 'days', 'duration', 'day', 'choice', 'flag'])
export type ValueType = z.infer<typeof ValueType>

/** A refinement's message in both languages. */
const says = (th: string, en: string) => ({ error: en, params: { th, en } })

/** Names that every JavaScript object has (constructor, toString) name nothing of a pack's. */
export const Id = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,59}$/, 'an id is a lower-case letter, then letters, digits or hyphens, 60 at most')
  .refine((id) => !(id in {}), says('ชื่อนี้สงวนไว้ ใช้เป็นรหัสไม่ได้', 'this name is reserved'))

/** A name in both languages, short enough for a line on a phone. */
export const Name = Text.refine((name) => name.th.length <= 100 && name.en.length <= 100, says('ชื่อยาวได้ไม่เกิน 100 ตัวอักษร', 'a name has at most 100 characters'))
export type Name = z.infer<typeof Name>

const whole = z.int().min(0).max(1_000_000_000)
const decimal = z.number().min(-1_000_000_000).max(1_000_000_000)

/** A value as it stands in JSON. What it means is said by the type of the fact or term that holds it. */
export const Value = z.union([z.boolean(), z.number(), z.string().max(100), Duration])
export type Value = z.infer<typeof Value>

interface Valued {
  type: ValueType
  scale?: number | undefined
  options?: Record<string, Text> | undefined
}

/** Making a schema costs more than judging by it. */
const schemas = new WeakMap<Valued, z.ZodType<Value>>()

/** The schema of the values of a fact or term. `scale` is the number of decimals a number may have, `options` the ids a choice may take. */
export function valueSchema(valued: Valued): z.ZodType<Value> {
  const schema = schemas.get(valued) ?? makeSchema(valued)
  schemas.set(valued, schema)
  return schema
}

function makeSchema({ type, scale = 0, options = {} }: Valued): z.ZodType<Value> {
  switch (type) {
    case 'money': return Satang
    case 'number': return decimal.refine((value) => Number(value.toFixed(scale)) === value, says(`มีทศนิยมได้ไม่เกิน ${scale} ตำแหน่ง`, `at most ${scale} decimals`))
    case 'count': return whole
    case 'days': return whole
    case 'duration': return Duration
    case 'day': return Day
    case 'choice': return z.string().refine((value) => Object.hasOwn(options, value), says(`ต้องเป็นอย่างใดอย่างหนึ่งใน ${Object.keys(options).join(', ')}`, `one of: ${Object.keys(options).join(', ')}`))
    case 'flag': return z.boolean()
  }
}

/** A copy of plain data that nobody can change. */
export function still<T>(data: T): T {
  if (typeof data !== 'object' || data === null) return data
  const copy = Array.isArray(data) ? data.map(still) : Object.fromEntries(Object.entries(data).map(([key, value]) => [key, still(value)]))
  return Object.freeze(copy) as T // a copy is of the type of what it copies
}

/** Orders two values of one type: below 0, 0, above 0. Choices and flags are only equal or not. */
export function compareValues(type: ValueType, a: Value, b: Value): number {
  if (type === 'duration') return compareDurations(a as Duration, b as Duration) // the type checker of the pack vouches for both
  return a === b ? 0 : a < b ? -1 : 1
}
