import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../plugins/kit/day.ts'
import { duesOn, lapsesOn, type Account } from '../../server/contributions/account.ts'
import { linesOf } from '../../server/contributions/passbook.ts'
import { instalmentsOf, type LastingPlan } from '../../server/contributions/plan.ts'

const every = fc.constantFrom('day' as const, 'month' as const, 'quarter' as const, 'half-year' as const, 'year' as const)
const plan = fc.record({ fromOn: fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2019-12-25', days)), every, amountSatang: fc.constant(100) })

/** Some of the first instalments are paid, with gaps between; of the others perhaps the first days. */
const history = fc.tuple(plan, fc.array(fc.boolean(), { maxLength: 60 }), fc.nat(27)).map(([promised, paid, days]): { account: Account; lasting: LastingPlan } => {
  const instalments = instalmentsOf(promised)
  const covers = paid.flatMap((isPaid) => {
    const { value } = instalments.next()
    if (!value) return []
    const until = isPaid ? value.until : [addDays(value.from, days), value.until].toSorted()[0] ?? value.until
    return until > value.from ? [{ from: value.from, until, amountSatang: 100 }] : []
  })
  return { account: { plans: [promised], payments: [{ receivedOn: promised.fromOn, receipt: { book: '1', number: '1' }, covers }] }, lasting: promised }
})

test('what is missed and owed is what the lines of the passbook say, however it was paid', () => {
  fc.assert(fc.property(history, fc.integer({ min: 0, max: 4000 }), ({ account, lasting }, days) => {
    const on = addDays(lasting.fromOn, days)
    const missed = linesOf(account, on).filter(({ until, owedSatang }) => until <= on && owedSatang > 0)

    expect(duesOn(account, on, on)).toMatchObject({ instalmentsMissed: missed.length, arrearsSatang: missed.reduce((sum, { owedSatang }) => sum + owedSatang, 0) })
  }))
})

test('the membership lapses on the day on which one instalment too many is missed, and not the day before', () => {
  fc.assert(fc.property(history, fc.integer({ min: 0, max: 4 }), ({ account }, moreThan) => {
    const day = lapsesOn(account, { by: 'instalmentsMissed', moreThan })
    if (day === undefined) throw new Error('a plan without end lapses some day')

    expect(duesOn(account, day, '9999-12-31').instalmentsMissed).toBe(moreThan + 1)
    expect(duesOn(account, addDays(day, -1), '9999-12-31').instalmentsMissed).toBe(moreThan)
  }))
})
