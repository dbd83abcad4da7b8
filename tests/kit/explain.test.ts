import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import { explain, type Explanation } from '../../plugins/kit/explain.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import type { Value } from '../../plugins/kit/value.ts'
import { claimOf, granted, STAY, tell, withBenefit } from './every-shape-claim.ts'
import { everyShapePack, everyShapeRegulation } from './every-shape-pack.ts'

const rows = ({ rows: all }: Explanation) => all.map(({ label, amount, note }) => `${label} | ${amount}${note ? ` | ${note}` : ''}`)
const withTerm = (id: string, value: number): Regulation => ({ ...everyShapeRegulation, packs: everyShapeRegulation.packs.map((adopted) => ({ ...adopted, values: { [id]: [{ from: '2020-01-01', value, source: 'มติ' }] } })) })

const SCHOOL: Record<string, Value> = { level: 'primary', grade: 3.75, mother: true, father: false, relation: 'self', brawl: false, byProxy: false, certified: true, nights: 0 }

describe('each line of the till slip', () => {
  const usedBefore = { history: [granted('stay', '2026-03-03', { 'stay-year': 60_000, 'nights-year': 3 })] }
  const SLIPS: [string, string, Parameters<typeof tell>[2], string[], string[]][] = [
    ['units, their cap, the amount’s cap', 'stay', { answers: STAY },
      ['5 คืน คืนละ 200 บาท | 1,000', 'ครั้งละไม่เกิน 3 คืน | −400', 'ไม่เกิน 500 บาท | −100', 'ได้ครั้งนี้ | 500'],
      ['5 nights at 200 baht | 1,000', 'At most 3 nights each time | −400', 'At most 500 baht | −100', 'This time | 500']],
    ['a limit with what was used before', 'stay', { answers: STAY, ...usedBefore },
      ['5 คืน คืนละ 200 บาท | 1,000', 'ครั้งละไม่เกิน 3 คืน | −400', 'ไม่เกิน 500 บาท | −100', 'ปีละไม่เกิน 1,000 บาท | −100 | ปีนี้ใช้สิทธิแล้ว 600 บาท (3 มีนาคม 2569)', 'ได้ครั้งนี้ | 400'],
      ['5 nights at 200 baht | 1,000', 'At most 3 nights each time | −400', 'At most 500 baht | −100', 'At most 1,000 baht a year | −100 | This year 600 baht used: 3 March 2026 (2569 BE)', 'This time | 400']],
    ['a limit of units that was used often', 'stay', { answers: { ...STAY, nights: 3 }, regulation: withTerm('stayYear', 500_000), history: ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-05'].map((day, at) => granted('stay', day, { 'nights-year': at === 0 ? 9 : 3 })) },
      ['3 คืน คืนละ 200 บาท | 600', 'ไม่เกิน 500 บาท | −100', 'ปีละไม่เกิน 20 คืน | −100 | ปีนี้ใช้สิทธิแล้ว 18 คืน (4 ครั้ง)', 'ได้ครั้งนี้ | 400'],
      ['3 nights at 200 baht | 600', 'At most 500 baht | −100', 'At most 20 nights a year | −100 | This year 18 nights used: 4 times', 'This time | 400']],
    ['one unit', 'stay', { answers: { ...STAY, nights: 1 } }, ['1 คืน คืนละ 200 บาท | 200', 'ได้ครั้งนี้ | 200'], ['1 night at 200 baht | 200', 'This time | 200']],
    ['units without a name', 'trips', { answers: { trips: 3 } }, ['จำนวนเที่ยว 3 × 20 บาท | 60', 'ได้ครั้งนี้ | 60'], ['Number of trips 3 × 20 baht | 60', 'This time | 60']],
    ['a fixed sum, and what a family has left', 'birth', { answers: { mother: true, father: false }, history: [granted('school', '2025-05-05', { family: 950_000 }, 'family')] },
      ['เงินรับขวัญบุตร | 1,000', 'ครอบครัวละไม่เกิน 10,000 บาท | −500 | ครอบครัวนี้ใช้สิทธิแล้ว 9,500 บาท (5 พฤษภาคม 2568)', 'ได้ครั้งนี้ | 500'],
      ['Birth gift | 1,000', 'At most 10,000 baht for one family | −500 | This family 9,500 baht used: 5 May 2025 (2568 BE)', 'This time | 500']],
    ['a step, and years beyond the last', 'death', { member: { paidFrom: '2005-01-01' } },
      ['ส่งเงินสัจจะแล้ว 21 ปี 5 เดือน 14 วัน | 20,000 | ขั้นครบ 15 ปี', 'อีก 6 ปีที่เกิน 15 ปี ปีละ 500 บาท | 3,000', 'รวมได้ | 23,000'],
      ['21 years 5 months 14 days contributed | 20,000 | Step: from 15 years', '6 years over 15 years at 500 baht | 3,000', 'In all | 23,000']],
    ['half years beyond the last step', 'halfYears', { member: { approvedOn: '2009-01-01' } },
      ['เป็นสมาชิก 17 ปี 5 เดือน 14 วัน | 20,000 | ขั้นครบ 15 ปี', 'อีก 4 ช่วง ช่วงละ 6 เดือน ที่เกิน 15 ปี ช่วงละ 500 บาท | 2,000', 'ได้ครั้งนี้ | 22,000'],
      ['17 years 5 months 14 days as a member | 20,000 | Step: from 15 years', '4 times 6 months over 15 years at 500 baht | 2,000', 'This time | 22,000']],
    ['a sum of parts, less something', 'parts', { answers: { nights: 5 } },
      ['เงินรับขวัญบุตร | 1,000', '5 คืน คืนละ 200 บาท | 1,000', 'ครั้งละไม่เกิน 3 คืน | −400', 'หักค่าดำเนินการ | −50', 'ได้ครั้งนี้ | 1,550'],
      ['Birth gift | 1,000', '5 nights at 200 baht | 1,000', 'At most 3 nights each time | −400', 'Less running costs | −50', 'This time | 1,550']],
    ['a base, years, the most years', 'years', { member: { approvedOn: '2000-01-01' } },
      ['เงินตั้งต้น | 1,000', '26 ปี ปีละ 1,500 บาท | 39,000 | เป็นสมาชิก 26 ปี 5 เดือน 14 วัน', 'นับให้ไม่เกิน 20 ปี | −9,000', 'ได้ครั้งนี้ | 31,000'],
      ['Base | 1,000', '26 years at 1,500 baht | 39,000 | 26 years 5 months 14 days as a member', 'At most 20 years count | −9,000', 'This time | 31,000']],
    ['a share by relation', 'relative', { answers: { relation: 'parent' } },
      ['6 ปี ปีละ 1,500 บาท | 9,000 | เป็นสมาชิก 6 ปี 5 เดือน 14 วัน', 'คิดให้ร้อยละ 25 | −6,750', 'ได้ครั้งนี้ | 2,250'],
      ['6 years at 1,500 baht | 9,000 | 6 years 5 months 14 days as a member', '25% of it | −6,750', 'This time | 2,250']],
    ['a step by a count', 'halved', { answers: { children: 3 } },
      ['จำนวนบุตรที่คลอด 3 คน | 1,200 | ขั้นตั้งแต่ 2 คน', 'คิดให้ร้อยละ 50 | −600', 'ได้ครั้งนี้ | 600'],
      ['3 children born | 1,200 | Step: from 2 children', '50% of it | −600', 'This time | 600']],
    ['a percentage of what there is', 'draw', { member: { contributionsPaid: 1_200_050 } },
      ['ร้อยละ 30 ของเงินสัจจะที่ส่งแล้ว 12,000.50 บาท | 3,601', 'ได้ครั้งนี้ | 3,601'],
      ['30% of contributions paid in, 12,000.50 baht | 3,601', 'This time | 3,601']],
    ['a percentage of what is deemed, raised to its floor', 'draw', { member: { contributionsPaid: 300_000 }, regulation: withTerm('drawMin', 200_000) },
      ['ร้อยละ 30 ของ 5,000 บาท | 1,500 | เงินสัจจะที่ส่งแล้ว 3,000 บาท คิดจากยอดอย่างน้อย 5,000 บาท', 'ไม่น้อยกว่า 2,000 บาท | 500', 'ได้ครั้งนี้ | 2,000'],
      ['30% of 5,000 baht | 1,500 | Contributions paid in: 3,000 baht, reckoned on at least 5,000 baht', 'At least 2,000 baht | 500', 'This time | 2,000']],
    ['the actual cost, once', 'cost', { answers: { cost: 350_000 } }, ['ค่ารักษา | 3,500', 'ไม่เกิน 2,000 บาท | −1,500', 'รวมได้ | 2,000'], ['Cost of treatment | 3,500', 'At most 2,000 baht | −1,500', 'In all | 2,000']],
    ['a levy', 'levy', {}, ['ร่วมกันจ่าย 480 คน คนละ 20 บาท | 9,600', 'หักค่าดำเนินการ | −50', 'ได้ครั้งนี้ | 9,550'], ['480 members at 20 baht | 9,600', 'Less running costs | −50', 'This time | 9,550']],
    ['an item of a schedule', 'school', { answers: SCHOOL }, ['ประถม | 400', 'ได้ครั้งนี้ | 400'], ['Primary | 400', 'This time | 400']],
    ['what the committee sets', 'damage', {}, ['กรรมการกำหนดจำนวน | 1,000–5,000', 'ได้ครั้งนี้ | 1,000–5,000'], ['Set by the committee | 1,000–5,000', 'This time | 1,000–5,000']],
    ['a rate that is not set', 'special', { answers: { nights: 2 } }, ['2 คืน คืนละ (กองทุนยังไม่กำหนด) | ยังไม่กำหนด', 'ได้ครั้งนี้ | ยังไม่กำหนด'], ['2 nights at (not set by the fund) | not set yet', 'This time | not set yet']],
    ['steps that are not set', 'open', {}, ['ขั้นเงินช่วยเหลือ (กองทุนยังไม่กำหนด) | ยังไม่กำหนด', 'ได้ครั้งนี้ | ยังไม่กำหนด'], ['Steps of help (not set by the fund) | not set yet', 'This time | not set yet']],
  ]
  test.each(SLIPS)('%s', async (_, benefitId, told, th, en) => {
    expect(rows(await tell(benefitId, 'th', told))).toEqual(th)
    expect(rows(await tell(benefitId, 'en', told))).toEqual(en)
  })
})

describe('each outcome', () => {
  test('what the rules give is said first, with who has the last word', async () => {
    expect(await tell('stay', 'th', { answers: { ...STAY, byProxy: true } })).toMatchObject({
      tone: 'yes', headline: 'ได้ 500 บาท', clause: 'ข้อ 12', reasons: [], way: [], people: [], missing: [], inKind: [],
      documents: [{ id: 'certificate', name: 'ใบรับรองแพทย์', unsure: false }, { id: 'proxy', name: 'ใบมอบฉันทะ', unsure: false }],
      closing: 'นี่คือผลตรวจตามระเบียบ กรรมการเป็นผู้พิจารณาอนุมัติ',
    })
    expect(await tell('stay', 'en', { answers: STAY })).toMatchObject({ tone: 'yes', headline: '500 baht', clause: 'Clause 12', closing: 'This is what the rules say. The committee decides.' })
  })

  test('what people set within a range is cut by a limit as far as it goes', async () => {
    const told = await tell('damage', 'en', { regulation: withBenefit('damage', { limits: [{ id: 'stay-year', per: 'year', of: 'amount', atMost: 'stayYear' }] }) })
    expect(rows(told)).toEqual(['Set by the committee | 1,000–5,000', 'At most 1,000 baht a year | up to −4,000', 'This time | 1,000'])
  })

  test('things are named where no money is given', async () => {
    expect(await tell('things', 'th')).toMatchObject({ headline: 'ได้พวงหรีดและน้ำดื่ม', inKind: ['พวงหรีด', 'น้ำดื่ม'], rows: [] })
    expect(await tell('things', 'en')).toMatchObject({ headline: 'A wreath and drinking water', inKind: ['A wreath', 'Drinking water'] })
  })

  test('after a death the fund offers its condolences', async () => {
    expect(await tell('death', 'th')).toMatchObject({ headline: 'ได้ 6,000 บาท', condolence: 'กองทุนขอแสดงความเสียใจ', clause: 'หมวด 3 ข้อ 14' })
    expect(await tell('years', 'en')).toMatchObject({ condolence: 'The fund offers its condolences.' })
    expect(await tell('stay', 'th', { answers: STAY })).not.toHaveProperty('condolence')
  })

  test('questions still open are asked in their own words', async () => {
    expect(await tell('stay', 'th', { answers: { dischargedOn: '2026-06-15', nights: 2 } })).toMatchObject({
      tone: 'ask', headline: 'ข้อมูลยังไม่ครบ', rows: [], missing: [{ fact: 'certified', ask: 'มีใบรับรองแพทย์ไหม' }, { fact: 'brawl', ask: 'บาดเจ็บจากการทะเลาะวิวาท' }],
      documents: [{ id: 'certificate', unsure: false }, { id: 'proxy', unsure: true }], closing: 'ตอบให้ครบแล้วผลตรวจจะขึ้นที่นี่',
    })
    expect(await tell('stay', 'en', { answers: {} })).toMatchObject({ tone: 'ask', headline: 'Something is still missing', missing: [{ fact: 'dischargedOn', ask: 'When was the discharge?' }] })
  })

  test('why people decide, and within what', async () => {
    expect(await tell('damage', 'th')).toMatchObject({ tone: 'pen', headline: 'กรรมการวินิจฉัย', range: '1,000–5,000 บาท', people: ['เสียหายร้ายแรง', 'กรรมการกำหนดจำนวน 1,000–5,000 บาท'] })
    expect(await tell('damage', 'en')).toMatchObject({ tone: 'pen', headline: 'For the committee to judge', range: '1,000–5,000 baht', people: ['Serious damage', 'The committee sets the amount: 1,000–5,000 baht'] })
    expect(await tell('special', 'th', { answers: { nights: 2 } })).toMatchObject({ range: 'จำนวนยังไม่กำหนด', people: ['กองทุนยังไม่กำหนดค่า “คืนพิเศษต่อครั้ง”', 'กองทุนยังไม่กำหนดค่า “เงินต่อคืนกรณีพิเศษ”'] })
  })

  test('a range without an end says from where it begins', async () => {
    const regulation = withBenefit('special', { amount: { sum: [{ fixed: 'birthGift' }, { fixed: 'openRate' }] }, limits: [] })
    expect(await tell('special', 'th', { answers: { nights: 2 }, regulation })).toMatchObject({ range: '1,000 บาทขึ้นไป', rows: [{ amount: '1,000' }, { amount: 'ยังไม่กำหนด' }, { label: 'ได้ครั้งนี้', amount: '1,000 ขึ้นไป' }] })
    expect(await tell('special', 'en', { answers: { nights: 2 }, regulation })).toMatchObject({ range: '1,000 baht or more' })
    const larger = await tell('open', 'th', { regulation: withBenefit('open', { amount: { greatest: [{ fixed: 'birthGift' }, { ladder: 'openSteps', by: 'membership' }] } }) })
    expect(rows(larger)).toEqual(['เงินรับขวัญบุตร | 1,000', 'ส่วนที่อาจมากกว่า (กองทุนยังไม่กำหนด) | ยังไม่กำหนด', 'ได้ครั้งนี้ | 1,000 ขึ้นไป'])
    const capped = await tell('open', 'th', { regulation: withBenefit('open', { limits: [{ id: 'stay-year', per: 'year', of: 'amount', atMost: 'stayYear' }] }), history: [granted('stay', '2026-02-02', { 'stay-year': 40_000 })] })
    expect(capped.range).toBe('0–600 บาท')
    expect(rows(capped).slice(1)).toEqual(['ปีละไม่เกิน 1,000 บาท |  | ปีนี้ใช้สิทธิแล้ว 400 บาท (2 กุมภาพันธ์ 2569)', 'ได้ครั้งนี้ | 0–600'])
  })
})

const answers = fc.record({
  nights: fc.nat(9), children: fc.nat(9), trips: fc.nat(9), cost: fc.nat(900_000), damage: fc.nat(9_000_000), byProxy: fc.boolean(), certified: fc.boolean(), mother: fc.boolean(), father: fc.boolean(), brawl: fc.boolean(),
  relation: fc.constantFrom('self', 'spouse', 'parent'), level: fc.constantFrom('primary', 'secondary', 'degree'), grade: fc.constantFrom(1, 2.5, 3.5, 4), dischargedOn: fc.constantFrom('2026-06-15', '2026-03-01'), happenedOn: fc.constantFrom('2026-06-15', '2026-05-20'),
}, { requiredKeys: [] })
const member = fc.record({
  approvedOn: fc.constantFrom('1995-02-28', '2009-01-01', '2020-01-01', '2026-01-09', '2026-06-20'), memberBornOn: fc.constantFrom('1940-01-01', '1958-02-03', '1966-09-01'), paidFrom: fc.constantFrom('1999-01-01', '2020-01-01', '2026-03-01'),
  paidUntil: fc.constantFrom('2026-01-01', '2026-12-31'), instalmentsMissed: fc.nat(9), contributionsPaid: fc.nat(5_000_000), plan: fc.constantFrom('small', 'large'), arrears: fc.constant(9000),
})
const history = fc.array(fc.record({ benefitId: fc.constantFrom('stay', 'death', 'cost'), eventOn: fc.constantFrom('2026-01-20', '2025-05-01'), of: fc.constantFrom('member' as const, 'family' as const), amountSatang: fc.nat(100_000), uses: fc.record({ 'stay-year': fc.nat(90_000), 'nights-year': fc.nat(12), family: fc.nat(900_000), 'birth-times': fc.nat(2) }, { requiredKeys: [] }) }), { maxLength: 3 })
const claims = fc.record({ benefitId: fc.constantFrom(...everyShapePack.benefits.map((benefit) => benefit.id)), answers, member, history, claimedOn: fc.constantFrom('2026-06-20', '2026-12-30') })

const satangIn = (amount: string) => Math.round(Number(amount.replaceAll(',', '').replace('−', '-')) * 100)
const wordsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, each]) => (['fact', 'id', 'tone'].includes(key) && typeof each === 'string' ? [] : wordsIn(each))) : [])

test('over random claims the rows come to the amount, and no word is missing, raw or of the other language', async () => {
  let slips = 0
  await fc.assert(fc.asyncProperty(claims, async ({ benefitId, ...told }) => {
    const claim = claimOf(benefitId, told)
    const verdict = await evaluate(claim)
    const [th, en] = [explain(verdict, claim.regulation, 'th'), explain(verdict, claim.regulation, 'en')]
    for (const { rows: all } of verdict.outcome === 'eligible' ? [th, en] : []) {
      const [total, ...others] = all.toReversed()
      if (total) expect(others.reduce((sum, row) => sum + satangIn(row.amount), 0)).toBe(satangIn(total.amount))
      slips += total ? 1 : 0
    }
    if (verdict.outcome === 'eligible') expect(satangIn(th.rows.at(-1)?.amount ?? '0')).toBe(verdict.amountSatang)
    expect(th.headline && th.closing && en.headline && en.closing).not.toBe('')
    for (const word of wordsIn(th)) expect(word).not.toMatch(/[A-Za-z]|undefined|NaN|^$|^ | $| {2}/)
    for (const word of wordsIn(en).filter((each) => !each.includes('หมวด 3 ข้อ 14'))) expect(word).not.toMatch(/[ก-๙]|undefined|NaN|^$|^ | $| {2}|[a-z][A-Z]/)
  }), { numRuns: 1000 })
  expect(slips).toBeGreaterThan(200)
}, 60_000)
