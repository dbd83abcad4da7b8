import { expect, test } from 'vitest'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import { DEFAULT_FUND_TERMS } from '../../plugins/kit/cases.ts'
import { packHash, Regulation } from '../../plugins/kit/regulation.ts'
import { factsOf, type Contributions } from '../../server/contributions/facts.ts'
import type { Status, StatusKind } from '../../server/members/status.ts'
import { samplePlugin } from '../server/sample-plugin.ts'

const statuses = (...list: [kind: StatusKind, happenedOn: string, memberFromOn?: string][]): Status[] =>
  list.map(([kind, happenedOn, memberFromOn], at) => ({ position: at + 1, kind, happenedOn, ...(memberFromOn !== undefined && { memberFromOn }) }))

const joined = statuses(['applied', '2026-01-02'], ['accepted', '2026-01-10', '2026-01-15'])
const payment = (receivedOn: string, from: string, until: string, amountSatang: number) => ({ receivedOn, receipt: { book: '1', number: receivedOn }, covers: [{ from, until, amountSatang }] })
const paidThree: Contributions = { plans: [{ fromOn: '2026-01-15', every: 'month', amountSatang: 3000 }], payments: [payment('2026-01-15', '2026-01-15', '2026-03-15', 6000), payment('2026-03-20', '2026-03-15', '2026-04-15', 3000)] }
const at = (on: string, paidBy = on) => ({ on, paidBy })

test('everything the register and the passbook tell', () => {
  const { facts, covered } = factsOf({ sex: 'female', bornOn: '1960-05-01', statuses: joined }, paidThree, at('2026-06-20'))

  expect(facts).toEqual({
    memberSex: 'female', memberBornOn: '1960-05-01', appliedOn: '2026-01-02', approvedOn: '2026-01-10', joinedOn: '2026-01-15',
    instalmentsMissed: 2, arrears: 6000, contributionsPaid: 9000, paidFrom: '2026-01-15', paidUntil: '2026-04-15', daysSincePayment: 67,
  })
  expect(covered).toEqual([{ from: '2026-01-15', until: '2026-04-15' }])
})

test('arrears paid after the event count only where the fund lets them', () => {
  const late: Contributions = { ...paidThree, payments: [...paidThree.payments, payment('2026-06-25', '2026-04-15', '2026-07-15', 9000)] }

  expect(factsOf({ statuses: joined }, late, at('2026-06-20')).facts).toMatchObject({ instalmentsMissed: 2 })
  expect(factsOf({ statuses: joined }, late, at('2026-06-20', '2026-06-30')).facts).toMatchObject({ instalmentsMissed: 0, contributionsPaid: 18_000 })
})

test('who joined again begins anew, and what was paid before stays with what was before', () => {
  const again = statuses(['applied', '2018-01-01'], ['accepted', '2018-01-10', '2018-01-15'], ['lapsed', '2020-01-01'], ['rejoined', '2026-01-10', '2026-01-15'])
  const both: Contributions = { plans: [{ fromOn: '2018-01-15', every: 'month', amountSatang: 3000 }, ...paidThree.plans], payments: [payment('2018-01-15', '2018-01-15', '2019-01-15', 36_000), ...paidThree.payments] }

  expect(factsOf({ statuses: again }, both, at('2026-06-20'))).toMatchObject({ facts: { joinedOn: '2026-01-15', contributionsPaid: 9000, instalmentsMissed: 2 }, covered: [{ from: '2026-01-15' }] })
  expect(factsOf({ statuses: again }, both, at('2019-06-20'))).toMatchObject({ facts: { joinedOn: '2018-01-15', endedOn: '2020-01-01', instalmentsMissed: 5 } })
})

test('a mere applicant has no day of joining', () => {
  const { facts } = factsOf({ statuses: statuses(['applied', '2026-01-02']) }, { plans: [], payments: [] }, at('2026-06-20'))

  expect(facts).toEqual({})
})

test('who has never paid has been silent since joining', () => {
  expect(factsOf({ statuses: joined }, { plans: [], payments: [] }, at('2026-02-14')).facts).toMatchObject({ daysSincePayment: 30, contributionsPaid: 0 })
})

test('the last payment is a day, unless it was made ahead', () => {
  expect(factsOf({ statuses: joined }, paidThree, at('2026-03-25')).facts).not.toHaveProperty('lastPaidOn')
  const late: Contributions = { ...paidThree, payments: [payment('2026-03-20', '2026-01-15', '2026-02-15', 3000)] }
  expect(factsOf({ statuses: joined }, late, at('2026-03-25')).facts).toMatchObject({ lastPaidOn: '2026-03-20' })
})

const [pack] = samplePlugin.packs ?? []
if (!pack) throw new Error('the samples hold a pack')
const regulation = Regulation.parse({ format: 'sajja/regulation@1', title: { th: 'ระเบียบ', en: 'Regulation' }, fundTerms: { ...DEFAULT_FUND_TERMS, lapse: { by: 'daysSincePayment', moreThan: 90 } }, packs: [{ pack, hash: packHash(pack) }] })
const stay = (member: ReturnType<typeof factsOf>, dischargedOn: string) => evaluate({ regulation, benefitId: 'hospital', answers: { dischargedOn, nights: 1 }, member, fund: {}, history: [], claimedOn: '2026-12-01' })

test('the rules take them as they are: who paid a year ahead has not lapsed in the autumn', async () => {
  const ahead: Contributions = { plans: [{ fromOn: '2026-01-15', every: 'year', amountSatang: 36_500 }], payments: [payment('2026-01-15', '2026-01-15', '2027-01-15', 36_500)] }

  expect(await stay(factsOf({ statuses: joined }, ahead, at('2026-11-01')), '2026-11-01')).toMatchObject({ outcome: 'eligible' })
  expect(await stay(factsOf({ statuses: joined }, paidThree, at('2026-11-01')), '2026-11-01')).toMatchObject({ outcome: 'ineligible' })
})

test('a member who died before the event gets nothing, one who died on its day does', async () => {
  const dead = { statuses: [...joined, ...statuses(['died', '2026-08-01'])] }
  const ahead: Contributions = { plans: [{ fromOn: '2026-01-15', every: 'year', amountSatang: 36_500 }], payments: [payment('2026-01-15', '2026-01-15', '2027-01-15', 36_500)] }

  expect(await stay(factsOf(dead, ahead, at('2026-08-02')), '2026-08-02')).toMatchObject({ outcome: 'ineligible', reasons: [{ leaf: { id: 'kit-died' } }] })
  expect(await stay(factsOf(dead, ahead, at('2026-08-01')), '2026-08-01')).toMatchObject({ outcome: 'eligible' })
})
