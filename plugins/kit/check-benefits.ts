import { amountsIn, type Amount } from './amount.ts'
import { checkAmount } from './check-amounts.ts'
import { contradiction } from './check-conditions.ts'
import { factAt, idsOnce, placesOf, termAt, type Checking } from './checking.ts'
import { isCertain, isImpossible } from './contradiction.ts'
import { amountFacts } from './evaluate.ts'
import { error, note, type Finding } from './finding.ts'
import { restsOn } from './found.ts'
import { factsOf } from './grounds.ts'
import { standingOf, type Benefit, type Limit } from './pack.ts'

type Placed = { at: string; benefit: Benefit }

/** Checks that every benefit of the pack can be asked for and calculated, with the types that are wanted. */
export function* checkBenefits(checking: Checking, benefits: readonly Placed[]): Generator<Finding> {
  const { benefits: all, standing = [] } = checking.adopted.pack
  yield* idsOnce(all.map(({ id }, i) => ({ id, at: `benefits.${i}.id` })))
  yield* idsOnce(standing.map(({ id }, i) => ({ id, at: `standing.${i}.id` })))
  for (const { at, benefit } of benefits) {
    yield* checkQuestions(checking, at, benefit)
    yield* checkAmount(checking, `${at}.amount`, benefit.amount)
    if (benefit.claimWithin !== undefined) yield* termAt(checking, `${at}.claimWithin`, benefit.claimWithin, ['days', 'duration'])
    for (const [i, id] of (benefit.exempt ?? []).entries()) {
      if (!standing.some((each) => each.id === id)) yield error('unknownStanding', `${at}.exempt.${i}`, `ไม่มีเงื่อนไขทั่วไปชื่อ "${id}"`, `there is no standing condition "${id}"`)
    }
    yield* idsOnce((benefit.documents ?? []).map(({ id }, i) => ({ id, at: `${at}.documents.${i}.id` })))
    yield* checkLimits(checking, at, benefit)
  }
  yield* sharedLimits(benefits)
}

function* checkQuestions(checking: Checking, at: string, benefit: Benefit): Generator<Finding> {
  yield* idsOnce(benefit.asks.map((id, i) => ({ id, at: `${at}.asks.${i}` })))
  for (const [i, id] of benefit.asks.entries()) yield* factAt(checking, `${at}.asks.${i}`, id)
  const day = yield* factAt(checking, `${at}.eventOn`, benefit.eventOn, ['day'])
  if (day && (day.from === 'derived' || 'askedWhen' in day)) yield error('eventDay', `${at}.eventOn`, `วันเกิดเหตุต้องเป็นคำถามที่ถามทุกครั้ง`, 'the day of the event is a question that is always put')
  if (day && !benefit.asks.includes(benefit.eventOn)) yield error('eventDay', `${at}.eventOn`, `วันเกิดเหตุต้องอยู่ในคำถามของสวัสดิการนี้ (asks)`, 'the day of the event is among the questions of the benefit (asks)')
  yield* checkAsked(checking, at, benefit)
}

/** A question that a benefit needs and never puts would leave every claim incomplete. */
function* checkAsked(checking: Checking, at: string, benefit: Benefit): Generator<Finding> {
  for (const id of factsNeeded(checking, benefit)) {
    const fact = checking.facts[id]
    if (!fact) yield error('unknownFact', at, `ต้องใช้ข้อมูล "${id}" ซึ่งไม่มี`, `needs the fact "${id}", which is not declared`)
    else if (fact.from === 'asked' && !benefit.asks.includes(id)) yield error('notAsked', `${at}.asks`, `ต้องใช้ "${fact.label.th}" (${id}) แต่ไม่ได้ถาม`, `needs "${fact.label.en}" (${id}), but does not ask it`)
  }
}

/** The facts a benefit reads, with all that they rest on. What is named and not declared is found where it is named. */
export function factsNeeded(checking: Checking, benefit: Benefit): Set<string> {
  const conditions = [...standingOf(benefit, checking.adopted.pack), benefit.conditions, ...(benefit.documents ?? []).map((document) => document.when)]
  const open = [...conditions.flatMap(factsOf), ...amountFacts(benefit.amount), ...benefit.asks].filter((id) => checking.facts[id])
  const needed = new Set<string>()
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (needed.has(id)) continue
    needed.add(id)
    const fact = checking.facts[id]
    if (fact) open.push(...restsOn(fact))
  }
  return needed
}

function* checkLimits(checking: Checking, at: string, { limits = [], amount }: Benefit): Generator<Finding> {
  yield* idsOnce(limits.map(({ id }, i) => ({ id, at: `${at}.limits.${i}.id` })))
  const counted = amountsIn(amount).flatMap((each) => ('perUnit' in each ? [each.perUnit.count] : []))
  for (const [i, limit] of limits.entries()) {
    const place = `${at}.limits.${i}`
    if (limit.of === 'times' || limit.of === 'amount') yield* termAt(checking, `${place}.atMost`, limit.atMost, [limit.of === 'times' ? 'count' : 'money'])
    else {
      const fact = yield* factAt(checking, `${place}.of`, limit.of, ['count', 'days'])
      if (fact) yield* termAt(checking, `${place}.atMost`, limit.atMost, [fact.type])
      if (fact && !counted.includes(limit.of)) yield error('notCounted', `${place}.of`, `การคิดเงินไม่ได้นับ "${fact.label.th}" จึงจำกัดไม่ได้`, `the amount does not count "${fact.label.en}", so it cannot be limited`)
    }
  }
}

/** What a limit counts: times, units or baht. */
export const kindOf = ({ of }: Limit) => (of === 'times' || of === 'amount' ? of : 'units')

/** Benefits that name the same limit share it: then it is the same limit. */
function* sharedLimits(benefits: readonly Placed[]): Generator<Finding> {
  const first = new Map<string, Limit>()
  for (const { at, benefit } of benefits) {
    for (const [i, limit] of (benefit.limits ?? []).entries()) {
      const other = first.get(limit.id)
      if (!other) first.set(limit.id, limit)
      else if (limit.per !== other.per || limit.atMost !== other.atMost || kindOf(limit) !== kindOf(other)) yield error('differs', `${at}.limits.${i}`, `เพดาน "${limit.id}" ไม่ตรงกับที่สวัสดิการอื่นใช้`, `the limit "${limit.id}" differs from the one that another benefit shares`)
    }
  }
}

/** Checks what a benefit whose types are right says as a whole: that it can be met, and that it can fail. */
export function* checkSense(checking: Checking, { at, benefit }: Placed): Generator<Finding> {
  const own = benefit.conditions ? [benefit.conditions] : []
  const conditions = [...standingOf(benefit, checking.adopted.pack), ...own]
  const alone = conditions.some((each) => isImpossible([each], checking))
  if (!alone && isImpossible(conditions, checking)) yield contradiction(own.length > 0 ? `${at}.conditions` : at, conditions)
  if (!benefit.judgement && isCertain(conditions, checking) && !mustReach(checking, benefit.amount)) {
    yield note('alwaysPayable', at, `"${benefit.title.th}" ไม่มีเงื่อนไขใดที่จะไม่ผ่าน สมาชิกทุกคนได้เสมอ`, `"${benefit.title.en}" has no condition that could fail: every member always gets it`)
  }
}

/** Whether the amount is a ladder with a lowest step to reach, or a range for people to decide. */
function mustReach(checking: Checking, amount: Amount): boolean {
  const reach = (part: Amount) => mustReach(checking, part)
  if ('decided' in amount) return true
  if ('ladder' in amount) return placesOf(checking, amount.ladder).every(({ value }) => Array.isArray(value) && isAboveNothing(value[0]?.from))
  if ('steps' in amount) return isAboveNothing(amount.steps[0]?.from)
  if ('share' in amount) return reach(amount.share.of)
  if ('choice' in amount) return Object.values(amount.branches).every(reach)
  if ('sum' in amount) return amount.sum.every(reach)
  if ('greatest' in amount) return amount.greatest.every(reach)
  return 'least' in amount && amount.least.some(reach)
}

const isAboveNothing = (from: unknown) => (typeof from === 'object' && from !== null ? Object.values(from).some((part) => part !== 0) : from !== 0)
