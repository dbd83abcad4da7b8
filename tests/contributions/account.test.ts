import { describe, expect, test } from 'vitest'
import { accountOf, duesOn, gapsIn, lapsesOn, type Payment } from '../../server/contributions/account.ts'
import { allot } from '../../server/contributions/allot.ts'
import { linesOf } from '../../server/contributions/passbook.ts'
import type { Every, Plan } from '../../server/contributions/plan.ts'

const joinedOn = '2026-01-15'
const membership = { appliedOn: '2026-01-02', approvedOn: '2026-01-10', joinedOn }
const plan = (every: Every, amountSatang: number, fromOn = joinedOn): Plan => ({ fromOn, every, amountSatang })
const monthly = plan('month', 3000)

/** A member who pays by these plans, and so many instalments each time. */
function account(plans: Plan[], paid: [receivedOn: string, instalments: number][] = [], ended: { endedOn?: string } = {}) {
  const payments: Payment[] = []
  for (const [receivedOn, instalments] of paid) {
    payments.push({ receivedOn, receipt: { book: '1', number: String(payments.length + 1) }, covers: allot(accountOf({ ...membership, ...ended }, plans, payments), instalments, receivedOn) })
  }
  return accountOf({ ...membership, ...ended }, plans, payments)
}

describe('allotting a payment', () => {
  test('it pays the oldest instalments first, one after another as one stretch', () => {
    expect(allot(account([monthly], [['2026-01-15', 1]]), 3, '2026-04-20')).toEqual([{ from: '2026-02-15', until: '2026-05-15', instalments: 3, amountSatang: 9000 }])
  })

  test.each<[Every, number, string, number]>([
    ['month', 3000, '2026-02-15', 3000],
    ['quarter', 9000, '2026-04-15', 9000],
    ['half-year', 18_000, '2026-07-15', 18_000],
    ['year', 36_500, '2027-01-15', 36_500],
    ['day', 100, '2026-01-16', 100],
  ])('one instalment by %s of %d lasts until %s', (every, amountSatang, until, total) => {
    expect(allot(account([plan(every, amountSatang)]), 1, '2026-01-15')).toEqual([{ from: joinedOn, until, instalments: 1, amountSatang: total }])
  })

  test('a baht a day counts the real days of the calendar, over the end of a leap February too', () => {
    expect(allot(account([plan('day', 100)]), 45, '2026-03-01')).toEqual([{ from: '2026-01-15', until: '2026-03-01', instalments: 45, amountSatang: 4500 }])
  })

  test('joined on the last day of a month, the instalments begin on the last day of each', () => {
    const lastDays = accountOf({ ...membership, joinedOn: '2026-01-31' }, [plan('month', 3000, '2026-01-31')], [])

    expect(linesOf(lastDays, '2026-04-01').map(({ from }) => from)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
  })

  test('a gap left by a voided receipt is paid before what comes after', () => {
    const { plans, payments: [first, , third] } = account([monthly], [['2026-01-15', 1], ['2026-02-15', 1], ['2026-03-15', 1]])
    if (!first || !third) throw new Error('three were paid')

    expect(allot({ plans, payments: [first, third] }, 2, '2026-04-15').map(({ from, until }) => [from, until])).toEqual([['2026-02-15', '2026-03-15'], ['2026-04-15', '2026-05-15']])
  })

  test('no more than there is to pay, and not more than ten years ahead', () => {
    expect(() => allot(account([monthly], [], { endedOn: '2026-03-20' }), 4, '2026-04-01')).toThrow('only 3 instalments')
    expect(() => allot(account([monthly]), 130, '2026-01-15')).toThrow('more than 10 years ahead')
    expect(allot(account([monthly]), 120, '2026-01-15')[0]?.until).toBe('2036-01-15')
  })

  test('another plan takes over from its own day', () => {
    const changed = account([monthly, plan('year', 36_500, '2026-03-15')], [['2026-01-15', 2]])

    expect(allot(changed, 1, '2026-03-15')).toEqual([{ from: '2026-03-15', until: '2027-03-15', instalments: 1, amountSatang: 36_500 }])
  })
})

describe('what is owed', () => {
  test('an instalment is missed once its days are over, not before', () => {
    const unpaid = account([monthly])

    expect(duesOn(unpaid, '2026-02-14', '2026-02-14')).toMatchObject({ instalmentsMissed: 0, arrearsSatang: 0 })
    expect(duesOn(unpaid, '2026-02-15', '2026-02-15')).toMatchObject({ instalmentsMissed: 1, arrearsSatang: 3000 })
    expect(duesOn(unpaid, '2026-04-15', '2026-04-15')).toMatchObject({ instalmentsMissed: 3, arrearsSatang: 9000 })
  })

  test('what was paid later does not count for a day before, unless it is let count', () => {
    const late = account([monthly], [['2026-05-20', 4]])

    expect(duesOn(late, '2026-05-15', '2026-05-15')).toMatchObject({ instalmentsMissed: 4, paidSatang: 0 })
    expect(duesOn(late, '2026-05-15', '2026-05-20')).toMatchObject({ instalmentsMissed: 0, paidSatang: 12_000, lastPaidOn: '2026-05-20' })
  })

  test('by a daily plan the missing days of months that are over are owed', () => {
    const daily = account([plan('day', 100)], [['2026-01-15', 20]])

    expect(duesOn(daily, '2026-03-10', '2026-03-10')).toMatchObject({ instalmentsMissed: 1, arrearsSatang: 2500 })
  })

  test('nothing falls due after the membership has ended', () => {
    expect(duesOn(account([monthly], [], { endedOn: '2026-03-20' }), '2027-01-01', '2027-01-01')).toMatchObject({ instalmentsMissed: 2 })
  })

  test('gaps are what stretches leave open', () => {
    expect(gapsIn({ from: '2026-01-01', until: '2026-02-01' }, [{ from: '2025-12-01', until: '2026-01-05' }, { from: '2026-01-10', until: '2026-01-20' }]))
      .toEqual([{ from: '2026-01-05', until: '2026-01-10' }, { from: '2026-01-20', until: '2026-02-01' }])
  })
})

describe('when arrears end the membership', () => {
  const moreThanThree = { by: 'instalmentsMissed', moreThan: 3 } as const
  const moreThanNinetyDays = { by: 'daysSincePayment', moreThan: 90 } as const

  test('by instalments: on the day the fourth is missed', () => {
    const paidOne = account([monthly], [['2026-01-15', 1]])

    expect(lapsesOn(paidOne, moreThanThree)).toBe('2026-06-15')
    expect(duesOn(paidOne, '2026-06-14', '2026-06-14').instalmentsMissed).toBe(3)
    expect(duesOn(paidOne, '2026-06-15', '2026-06-15').instalmentsMissed).toBe(4)
  })

  test('by days: the ninety-first after the last payment', () => {
    expect(lapsesOn(account([plan('day', 100)], [['2026-03-01', 1]]), moreThanNinetyDays)).toBe('2026-05-31')
  })

  test('by days: who has paid ahead is not silent on paid days', () => {
    expect(lapsesOn(account([plan('year', 36_500)], [['2026-01-15', 1]]), moreThanNinetyDays)).toBe('2027-04-16')
  })

  test('who owes nothing does not lapse by instalments', () => {
    expect(lapsesOn(account([monthly], [], { endedOn: '2026-03-20' }), moreThanThree)).toBeUndefined()
  })
})

describe('the passbook', () => {
  test('a line a month: paid, not yet, not due', () => {
    const lines = linesOf(account([monthly], [['2026-01-20', 2]]), '2026-03-20')

    expect(lines.map(({ from, state, owedSatang }) => [from, state, owedSatang])).toEqual([
      ['2026-01-15', 'paid', 0], ['2026-02-15', 'paid', 0], ['2026-03-15', 'unpaid', 3000], ['2026-04-15', 'not-due', 3000],
    ])
    expect(lines[0]?.receipts).toEqual([{ book: '1', number: '1', receivedOn: '2026-01-20' }])
  })

  test('a month paid in part is not paid', () => {
    const [january, february] = linesOf(account([plan('day', 100)], [['2026-01-15', 20]]), '2026-02-10')

    expect(january).toMatchObject({ from: '2026-01-15', until: '2026-02-01', amountSatang: 1700, state: 'paid' })
    expect(february).toMatchObject({ amountSatang: 2800, owedSatang: 2500, state: 'unpaid' })
  })
})
