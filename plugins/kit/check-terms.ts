import { kindsInWords, idsOnce, valuesOf, type Checking } from './checking.ts'
import type { Duration } from './duration.ts'
import { brief, error, note, type Finding } from './finding.ts'
import { findingsOf } from './issue.ts'
import { compareBounds } from './ladder.ts'
import type { DatedValue, LadderTerm, ScheduleTerm, Step, Term, TermValue } from './term.ts'
import { valueSchema, type ValueType } from './value.ts'

const DAYS_MAX = 30
const SCALE_MAX = 4

/** Checks each term by itself. `used` are those that a benefit of the fund reads. */
export function* checkTerms(checking: Checking, used: ReadonlySet<string>): Generator<Finding> {
  for (const [id, term] of Object.entries(checking.adopted.pack.terms)) {
    const at = `terms.${id}`
    yield* checkShape(at, term)
    yield* checkValues(`${at}.values`, term, term.values)
    if (used.has(id)) yield* checkPresence(checking, at, id, term)
  }
}

/** Checks what a fund sets for itself: only terms that the pack has, with values of their types. */
export function* checkOwn({ adopted: { pack, values = {}, without = [] } }: Checking): Generator<Finding> {
  for (const [id, own] of Object.entries(values)) {
    const term = pack.terms[id]
    if (term) yield* checkValues(`../values.${id}`, term, own)
    else yield error('unknownTerm', `../values.${id}`, `ชุดกติกานี้ไม่มีค่าที่กำหนดชื่อ "${id}"`, `this pack has no term "${id}"`)
  }
  for (const [i, id] of without.entries()) {
    if (!pack.benefits.some((benefit) => benefit.id === id)) yield error('unknownBenefit', `../without.${i}`, `ชุดกติกานี้ไม่มีสวัสดิการชื่อ "${id}"`, `this pack has no benefit "${id}"`)
  }
}

function* checkShape(at: string, term: Term): Generator<Finding> {
  if (term.type === 'ladder' || term.type === 'schedule') {
    if (term.scale !== undefined && term.of !== 'number') yield noScale(`${at}.scale`)
    if (term.type === 'schedule' && Object.keys(term.items).length === 0) yield noOptions(`${at}.items`)
  } else yield* checkMeasure(at, term)
}

/** Checks what a fact or a term says of its values: options for a choice and nothing else, decimals for a number and nothing else. */
export function* checkMeasure(at: string, { type, options, scale }: { type: ValueType; options?: object | undefined; scale?: number | undefined }): Generator<Finding> {
  if (type === 'choice' && Object.keys(options ?? {}).length === 0) yield noOptions(`${at}.options`)
  if (type !== 'choice' && options) yield error('mistyped', `${at}.options`, 'เฉพาะชนิดตัวเลือก (choice) จึงมีรายการให้เลือกได้', 'only a choice has options')
  if (type !== 'number' && scale !== undefined) yield noScale(`${at}.scale`)
}

const noScale = (at: string) => error('mistyped', at, 'เฉพาะชนิดตัวเลข (number) จึงกำหนดจำนวนทศนิยมได้', 'only a number has decimals')
const noOptions = (at: string) => error('missing', at, 'ต้องมีอย่างน้อยหนึ่งตัวเลือก', 'needs at least one option')

function* checkPresence(checking: Checking, at: string, id: string, term: Term): Generator<Finding> {
  const values = valuesOf(checking, id)
  const last = values.at(-1)
  if (last && last.value === null) {
    yield note('ended', at, `"${term.label.th}" สิ้นสุดตั้งแต่ ${last.from} แต่ยังมีสวัสดิการใช้อยู่`, `"${term.label.en}" ends on ${last.from}, but a benefit still uses it`)
  }
  if (last) return
  yield term.open
    ? note('open', at, `ยังไม่กำหนด "${term.label.th}" คำขอที่ใช้ค่านี้จะส่งให้กรรมการวินิจฉัย`, `"${term.label.en}" is not set: claims that need it go to the committee`)
    : error('notSet', at, `"${term.label.th}" ยังไม่มีค่า ใส่ค่าพร้อมวันเริ่มใช้ หรือเว้นให้กองทุนกำหนด (open)`, `"${term.label.en}" has no value: give it one from a day on, or leave it open to the fund`)
}

/** Checks dated values of a term, a pack's or a fund's own: rising days, each of the term's type. */
function* checkValues(at: string, term: Term, values: readonly DatedValue[]): Generator<Finding> {
  for (const [i, { from, value }] of values.entries()) {
    const before = values[i - 1]
    if (before && before.from >= from) yield error('outOfOrder', `${at}.${i}.from`, `วันเริ่มใช้ ${from} ต้องอยู่หลัง ${before.from}`, `${from} must come after ${before.from}`)
    if (value !== null) yield* checkValue(`${at}.${i}.value`, term, value)
    else if (before && before.value === null) yield error('outOfOrder', `${at}.${i}.value`, 'ค่านี้สิ้นสุดไปแล้ว', 'the value has already ended')
  }
}

function* checkValue(at: string, term: Term, value: TermValue): Generator<Finding> {
  if (term.type === 'ladder') yield* Array.isArray(value) ? checkLadder(at, term, value) : [wrongKind(at, term)]
  else if (term.type === 'schedule') yield* typeof value === 'object' && !Array.isArray(value) ? checkSchedule(at, term, value as Record<string, number>) : [wrongKind(at, term)] // of objects, a schedule's are records
  else yield* checkScalar(at, term, value)
}

function wrongKind(at: string, { label, type }: Term): Finding {
  const kind = kindsInWords([type])
  return error('mistyped', at, `"${label.th}" ต้องเป็น${kind.th}`, `"${label.en}" must be ${kind.en}`)
}

/** Checks a single value against a fact or term that says how it is measured. */
export function* checkScalar(at: string, measure: { type: ValueType; scale?: number | undefined; options?: Record<string, { th: string; en: string }> | undefined }, value: unknown): Generator<Finding> {
  const result = valueSchema(measure).safeParse(value)
  if (!result.success) yield* findingsOf(result.error, value).map((each) => ({ ...each, code: 'mistyped' as const, at: each.at ? `${at}.${each.at}` : at }))
  else if (measure.type === 'duration') yield* daysAsMonths(at, result.data as Duration) // its schema says so
}

/** More days than a month has would never be reached before the month is: how many days a month has depends on the clock. */
function* daysAsMonths(at: string, { days = 0 }: Duration): Generator<Finding> {
  if (days > DAYS_MAX) yield error('daysAsMonths', `${at}.days`, `ระยะเวลามีวันได้ไม่เกิน ${DAYS_MAX} วัน ถ้านับเป็นวันให้ใช้ membershipDays หรือ contributedDays กับชนิดจำนวนวัน (days)`, `a duration has at most ${DAYS_MAX} days: to count in days use membershipDays or contributedDays with a term of days`)
}

function* checkLadder(at: string, term: LadderTerm, steps: readonly Step[]): Generator<Finding> {
  yield* checkLowerBounds(at, { type: term.by, scale: SCALE_MAX }, steps)
  for (const [i, { value }] of steps.entries()) {
    yield* checkScalar(`${at}.${i}.value`, { type: term.of, scale: term.scale }, value)
    const below = steps[i - 1]
    if (below && value < below.value) yield note('falls', `${at}.${i}.value`, `ขั้นนี้ได้ ${figure(term, value)} น้อยกว่าขั้นก่อน (${figure(term, below.value)})`, `this step gives ${figure(term, value)}, less than the one before (${figure(term, below.value)})`)
  }
}

const figure = ({ of }: LadderTerm, value: number) => (of === 'money' ? value / 100 : value).toLocaleString('en-US')

/** Checks the lower bounds of steps: of one type, each above the one before, each step with an id of its own. */
export function* checkLowerBounds(at: string, measure: { type: ValueType; scale?: number | undefined }, steps: readonly { id: string; from: number | Duration }[]): Generator<Finding> {
  yield* idsOnce(steps.map(({ id }, i) => ({ id, at: `${at}.${i}.id` })))
  for (const [i, { from }] of steps.entries()) {
    const faults = [...checkScalar(`${at}.${i}.from`, measure, from)]
    yield* faults
    const below = steps[i - 1]
    const comparable = below && typeof below.from === typeof from && faults.length === 0
    if (comparable && compareBounds(below.from, from) >= 0) yield error('outOfOrder', `${at}.${i}.from`, `ขั้นนี้เริ่มที่ ${brief(from)} ต้องสูงกว่าขั้นก่อน (${brief(below.from)})`, `this step begins at ${brief(from)}, which must be above the one before (${brief(below.from)})`)
  }
}

function* checkSchedule(at: string, term: ScheduleTerm, items: Readonly<Record<string, number>>): Generator<Finding> {
  for (const id of Object.keys(term.items)) if (!Object.hasOwn(items, id)) yield error('missing', `${at}.${id}`, `ขาดค่าของรายการ "${id}"`, `the item "${id}" has no value`)
  for (const [id, value] of Object.entries(items)) {
    if (Object.hasOwn(term.items, id)) yield* checkScalar(`${at}.${id}`, { type: term.of, scale: term.scale }, value)
    else yield error('unknownOption', `${at}.${id}`, `ไม่มีรายการ "${id}"`, `there is no item "${id}"`)
  }
}
