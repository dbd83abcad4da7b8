import { z } from 'zod'
import { compareDurations, type Duration } from './duration.ts'
import { isPlainCode } from './fact.ts'
import { Id, Name, ValueType, type Value } from './value.ts'

/** A named comparison of a fact with a wanted value, for facts of the types it names. */
export interface Operator {
  on: readonly ValueType[]
  /** As it stands between the fact and the value in a sentence. */
  label: Name
  /** The operator that holds exactly where this one does not. */
  opposite: string
  /** The operator that differs from this one only on the bound itself, where there is a bound. */
  neighbour?: string
  /** Absent where json-rules-engine's own operator of this name is the comparison. */
  holds?: Holds
}

type Holds = (found: Value, wanted: Value) => boolean

/** A comparison that a plugin adds. Its opposite holds exactly where it does not. */
export const PluginOperator = z.strictObject({
  on: z.array(ValueType).min(1),
  label: Name,
  opposite: Id,
  holds: z.custom<Holds>(isPlainCode, 'must be a plain function, neither async nor a generator'),
})
export type PluginOperator = z.infer<typeof PluginOperator>

const scalars = ['money', 'number', 'count', 'days'] as const
const says = (th: string, en: string) => ({ th, en })
const days = (compare: (found: string, wanted: string) => boolean): Holds => (found, wanted) => compare(found as string, wanted as string) // both are days: `on` says so
const times = (holds: (order: number) => boolean): Holds => (found, wanted) => holds(compareDurations(found as Duration, wanted as Duration)) // both are durations

/** The operators every pack may use; days and durations have their own, because json-rules-engine compares neither. */
export const kitOperators: Record<string, Operator> = {
  equal: { on: ['choice', 'flag', 'count', 'days', 'money', 'number'], label: says('เป็น', 'is'), opposite: 'notEqual' },
  notEqual: { on: ['choice', 'flag', 'count', 'days', 'money', 'number'], label: says('ไม่เป็น', 'is not'), opposite: 'equal' },
  in: { on: ['choice'], label: says('เป็นอย่างใดอย่างหนึ่งใน', 'is one of'), opposite: 'notIn' },
  notIn: { on: ['choice'], label: says('ไม่เป็นอย่างใดใน', 'is none of'), opposite: 'in' },
  greaterThanInclusive: { on: scalars, label: says('ตั้งแต่', 'at least'), opposite: 'lessThan', neighbour: 'greaterThan' },
  greaterThan: { on: scalars, label: says('เกิน', 'more than'), opposite: 'lessThanInclusive', neighbour: 'greaterThanInclusive' },
  lessThanInclusive: { on: scalars, label: says('ไม่เกิน', 'at most'), opposite: 'greaterThan', neighbour: 'lessThan' },
  lessThan: { on: scalars, label: says('น้อยกว่า', 'less than'), opposite: 'greaterThanInclusive', neighbour: 'lessThanInclusive' },
  onOrAfter: { on: ['day'], label: says('ตั้งแต่วันที่', 'on or after'), opposite: 'before', neighbour: 'after', holds: days((found, wanted) => found >= wanted) },
  after: { on: ['day'], label: says('หลังวันที่', 'after'), opposite: 'onOrBefore', neighbour: 'onOrAfter', holds: days((found, wanted) => found > wanted) },
  onOrBefore: { on: ['day'], label: says('ไม่เกินวันที่', 'on or before'), opposite: 'after', neighbour: 'before', holds: days((found, wanted) => found <= wanted) },
  before: { on: ['day'], label: says('ก่อนวันที่', 'before'), opposite: 'onOrAfter', neighbour: 'onOrBefore', holds: days((found, wanted) => found < wanted) },
  atLeast: { on: ['duration'], label: says('ครบ', 'for at least'), opposite: 'shorterThan', neighbour: 'longerThan', holds: times((order) => order >= 0) },
  longerThan: { on: ['duration'], label: says('เกิน', 'for more than'), opposite: 'atMost', neighbour: 'atLeast', holds: times((order) => order > 0) },
  atMost: { on: ['duration'], label: says('ไม่เกิน', 'for at most'), opposite: 'longerThan', neighbour: 'shorterThan', holds: times((order) => order <= 0) },
  shorterThan: { on: ['duration'], label: says('ไม่ถึง', 'for less than'), opposite: 'atLeast', neighbour: 'atMost', holds: times((order) => order < 0) },
}
