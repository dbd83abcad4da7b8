import type { Amount } from './amount.ts'
import { factAt, idsOnce, termAt, type Checking } from './checking.ts'
import { optionsOf } from './check-conditions.ts'
import { checkLowerBounds } from './check-terms.ts'
import { error, type Finding } from './finding.ts'
import type { Term } from './term.ts'
import type { ValueType } from './value.ts'

type Part<K extends string> = Extract<Amount, Record<K, unknown>>
const COUNTED: readonly ValueType[] = ['count', 'days']

/** Checks that an amount calculates with facts and terms of the right types. */
export function* checkAmount(checking: Checking, at: string, amount: Amount): Generator<Finding> {
  if ('sum' in amount || 'least' in amount || 'greatest' in amount) yield* checkParts(checking, at, amount)
  else if ('steps' in amount) yield* checkSteps(checking, at, amount)
  else if ('choice' in amount) yield* checkChoice(checking, at, amount)
  else if ('share' in amount) yield* checkShare(checking, `${at}.share`, amount.share)
  else if ('ladder' in amount) yield* checkLadder(checking, at, amount)
  else if ('schedule' in amount) yield* checkSchedule(checking, at, amount)
  else if ('perUnit' in amount) yield* checkPerUnit(checking, `${at}.perUnit`, amount.perUnit)
  else if ('percent' in amount) yield* checkPercent(checking, `${at}.percent`, amount.percent)
  else if ('perYear' in amount) yield* checkPerYear(checking, `${at}.perYear`, amount.perYear)
  else yield* checkPlain(checking, at, amount)
}

/** Terms of money, by the key they stand at; those that are not given are not checked. */
function* money(checking: Checking, at: string, terms: Readonly<Record<string, string | undefined>>): Generator<Finding> {
  for (const [key, id] of Object.entries(terms)) if (id !== undefined) yield* termAt(checking, `${at}.${key}`, id, ['money'])
}

function* checkPlain(checking: Checking, at: string, amount: Part<'fixed'> | Part<'actualCost'> | Part<'levy'> | Part<'inKind'> | Part<'decided'>): Generator<Finding> {
  if ('fixed' in amount) yield* money(checking, at, amount)
  else if ('actualCost' in amount) {
    yield* factAt(checking, `${at}.actualCost.of`, amount.actualCost.of, ['money'])
    yield* money(checking, `${at}.actualCost`, { amountAtMost: amount.actualCost.amountAtMost })
  } else if ('levy' in amount) {
    yield* factAt(checking, `${at}.levy.payers`, amount.levy.payers, ['count'])
    yield* money(checking, `${at}.levy`, { rate: amount.levy.rate, less: amount.levy.less })
  } else if ('inKind' in amount) {
    yield* idsOnce(amount.inKind.items.map(({ id }, i) => ({ id, at: `${at}.inKind.items.${i}.id` })))
    yield* money(checking, `${at}.inKind`, { worth: amount.inKind.worth })
  } else yield* money(checking, `${at}.decided`, amount.decided)
}

function* checkParts(checking: Checking, at: string, amount: Part<'sum'> | Part<'least'> | Part<'greatest'>): Generator<Finding> {
  const [key, parts] = 'sum' in amount ? ['sum', amount.sum] as const : 'least' in amount ? ['least', amount.least] as const : ['greatest', amount.greatest] as const
  for (const [i, part] of parts.entries()) yield* checkAmount(checking, `${at}.${key}.${i}`, part)
  if ('sum' in amount) yield* money(checking, at, { less: amount.less })
}

function* checkPerUnit(checking: Checking, at: string, { rate, count, atMost, amountAtMost }: Part<'perUnit'>['perUnit']): Generator<Finding> {
  yield* money(checking, at, { rate, amountAtMost })
  const fact = yield* factAt(checking, `${at}.count`, count, COUNTED)
  if (fact && atMost !== undefined) yield* termAt(checking, `${at}.atMost`, atMost, [fact.type])
}

function* checkPerYear(checking: Checking, at: string, { rate, of, base, yearsAtMost, amountAtMost }: Part<'perYear'>['perYear']): Generator<Finding> {
  yield* money(checking, at, { rate, base, amountAtMost })
  yield* factAt(checking, `${at}.of`, of, ['duration'])
  if (yearsAtMost !== undefined) yield* termAt(checking, `${at}.yearsAtMost`, yearsAtMost, ['count'])
}

function* checkPercent(checking: Checking, at: string, { rate, by, of, deemed, atLeast, amountAtMost }: Part<'percent'>['percent']): Generator<Finding> {
  yield* checkRate(checking, at, rate, by)
  yield* factAt(checking, `${at}.of`, of, ['money'])
  yield* money(checking, at, { deemed, atLeast, amountAtMost })
}

function* checkShare(checking: Checking, at: string, { of, rate, by }: Part<'share'>['share']): Generator<Finding> {
  yield* checkAmount(checking, `${at}.of`, of)
  yield* checkRate(checking, at, rate, by)
}

/** A percentage: a number by itself, or a ladder or schedule of numbers `by` a fact. */
function* checkRate(checking: Checking, at: string, rate: string, by: string | undefined): Generator<Finding> {
  const term = yield* termAt(checking, `${at}.rate`, rate, ['number', 'ladder', 'schedule'])
  if (!term) return
  if (term.type !== 'ladder' && term.type !== 'schedule') {
    if (by !== undefined) yield error('mistyped', `${at}.by`, `"${term.label.th}" มีค่าเดียว ไม่ต้องใช้ by`, `"${term.label.en}" is a single value and goes by nothing`)
  } else if (by === undefined) yield error('missing', `${at}.by`, `ต้องบอกว่า "${term.label.th}" ดูตามข้อมูลใด`, `"${term.label.en}" goes by a fact: say which`)
  else yield* checkBy(checking, at, 'rate', term, by, 'number')
}

/** Checks that a ladder or schedule holds what is wanted of it, and goes by a fact of its own type or options. */
function* checkBy(checking: Checking, at: string, key: string, term: Term, by: string, of: 'money' | 'number'): Generator<Finding> {
  if (term.type !== 'ladder' && term.type !== 'schedule') return
  if (term.of !== of) yield error('mistyped', `${at}.${key}`, `"${term.label.th}" ต้องเป็น${of === 'money' ? 'จำนวนเงิน' : 'ร้อยละ'}`, `"${term.label.en}" must hold ${of === 'money' ? 'money' : 'percentages'}`)
  const fact = yield* factAt(checking, `${at}.by`, by, [term.type === 'ladder' ? term.by : 'choice'])
  if (fact && term.type === 'schedule') yield* sameKeys(`${at}.${key}`, optionsOf(fact), term.items)
}

function* checkLadder(checking: Checking, at: string, { ladder, by, beyond }: Part<'ladder'>): Generator<Finding> {
  const term = yield* termAt(checking, `${at}.ladder`, ladder, ['ladder'])
  if (term) yield* checkBy(checking, at, 'ladder', term, by, 'money')
  if (!beyond) return
  yield* money(checking, `${at}.beyond`, { add: beyond.add })
  if (term?.type === 'ladder') yield* termAt(checking, `${at}.beyond.every`, beyond.every, [term.by])
}

function* checkSchedule(checking: Checking, at: string, { schedule, by }: Part<'schedule'>): Generator<Finding> {
  const term = yield* termAt(checking, `${at}.schedule`, schedule, ['schedule'])
  if (term) yield* checkBy(checking, at, 'schedule', term, by, 'money')
}

function* checkSteps(checking: Checking, at: string, { steps, by }: Part<'steps'>): Generator<Finding> {
  const fact = yield* factAt(checking, `${at}.by`, by, ['duration', 'number', 'count', 'days', 'money'])
  if (fact) yield* checkLowerBounds(`${at}.steps`, fact, steps)
  for (const [i, step] of steps.entries()) yield* checkAmount(checking, `${at}.steps.${i}.amount`, step.amount)
}

function* checkChoice(checking: Checking, at: string, { choice, branches }: Part<'choice'>): Generator<Finding> {
  const fact = yield* factAt(checking, `${at}.choice`, choice, ['choice'])
  if (fact) yield* sameKeys(`${at}.branches`, optionsOf(fact), branches)
  for (const [id, branch] of Object.entries(branches)) yield* checkAmount(checking, `${at}.branches.${id}`, branch)
}

/** Every option has its own, and nothing stands for an option that does not exist. */
function* sameKeys(at: string, options: Readonly<Record<string, unknown>>, given: Readonly<Record<string, unknown>>): Generator<Finding> {
  for (const id of Object.keys(options)) if (!Object.hasOwn(given, id)) yield error('missing', `${at}.${id}`, `ขาดตัวเลือก "${id}"`, `the option "${id}" is missing`)
  for (const id of Object.keys(given)) if (!Object.hasOwn(options, id)) yield error('unknownOption', `${at}.${id}`, `ไม่มีตัวเลือก "${id}"`, `there is no option "${id}"`)
}
