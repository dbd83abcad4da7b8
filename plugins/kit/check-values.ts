import { amountsIn, type Amount } from './amount.ts'
import { placesOf, valuesTogether, type Checking } from './checking.ts'
import { compareDurations, type Duration } from './duration.ts'
import { error, type Finding } from './finding.ts'
import type { Benefit } from './pack.ts'
import { termsUsed } from './terms-used.ts'

/** As far as a claim may lie behind its event: some hundred years. */
const CLAIM_DAYS_MAX = 40_000

/** Checks what the values of a benefit's terms come to, once their types are known to be right. */
export function* checkBenefitValues(checking: Checking, at: string, benefit: Benefit): Generator<Finding> {
  yield* checkAmountValues(checking, `${at}.amount`, benefit.amount)
  for (const limit of benefit.limits ?? []) yield* atLeastOne(checking, limit.atMost)
  if (benefit.claimWithin !== undefined) yield* eachValue(checking, benefit.claimWithin, (value) => Number(value) > CLAIM_DAYS_MAX, (place) => error('badValue', place, `ต้องไม่เกิน ${CLAIM_DAYS_MAX} วัน`, `must be at most ${CLAIM_DAYS_MAX} days`))
  yield* setTogether(checking, benefit)
}

function* checkAmountValues(checking: Checking, at: string, amount: Amount): Generator<Finding> {
  for (const each of amountsIn(amount)) {
    if ('ladder' in each && each.beyond) yield* someTime(checking, each.beyond.every)
    if ('perUnit' in each && each.perUnit.atMost !== undefined) yield* atLeastOne(checking, each.perUnit.atMost)
    if ('decided' in each) yield* inOrder(checking, at, each.decided.atLeast, each.decided.amountAtMost)
    if ('percent' in each) yield* inOrder(checking, at, each.percent.atLeast, each.percent.amountAtMost)
    if ('percent' in each) yield* notNegative(checking, each.percent.rate)
    if ('share' in each) yield* notNegative(checking, each.share.rate)
  }
}

type Value = ReturnType<typeof placesOf>[number]['value']

function* eachValue(checking: Checking, termId: string, wrong: (value: Value) => boolean, finding: (at: string) => Finding): Generator<Finding> {
  for (const { at, value } of placesOf(checking, termId)) if (wrong(value)) yield finding(at)
}

const someTime = (checking: Checking, termId: string) =>
  eachValue(checking, termId, (value) => (typeof value === 'object' ? compareDurations(value as Duration, {}) === 0 : Number(value) <= 0), (at) => error('noTime', at, 'ต้องมากกว่า 0', 'must be above 0')) // of objects, only a duration is measured

const atLeastOne = (checking: Checking, termId: string) =>
  eachValue(checking, termId, (value) => Number(value) < 1, (at) => error('belowOne', at, 'เพดานต่ำกว่า 1 ไม่ได้', 'a limit is at least 1'))

const notNegative = (checking: Checking, termId: string) =>
  eachValue(checking, termId, (value) => typeof value === 'number' && value < 0, (at) => error('badValue', at, 'ร้อยละติดลบไม่ได้', 'a percentage is not below 0'))

/** The least is never above the most. */
function* inOrder(checking: Checking, at: string, least: string | undefined, most: string | undefined): Generator<Finding> {
  if (least === undefined || most === undefined) return
  const reversed = valuesTogether(checking, [least, most]).some((values) => Number(values.get(least)) > Number(values.get(most)))
  if (reversed) yield error('reversed', at, `ขั้นต่ำ "${least}" สูงกว่าเพดาน "${most}"`, `the least ("${least}") is above the most ("${most}")`)
}

/** A term that begins later than another of its benefit would leave claims between the two days without a value. */
function* setTogether({ adopted: { pack } }: Checking, benefit: Benefit): Generator<Finding> {
  const begins = [...termsUsed(benefit)].flatMap((id) => {
    const term = pack.terms[id]
    const from = term?.values[0]?.from
    return term && from !== undefined && !term.open ? [{ id, term, from }] : []
  })
  const first = begins.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
  for (const { id, term, from } of begins) {
    if (first && from > first.from) yield error('usedBeforeSet', `terms.${id}.values.0.from`, `"${term.label.th}" มีค่าตั้งแต่ ${from} แต่สวัสดิการ "${benefit.title.th}" ใช้ตั้งแต่ ${first.from}`, `"${term.label.en}" has a value from ${from} on, but "${benefit.title.en}" uses it from ${first.from} on`)
  }
}
