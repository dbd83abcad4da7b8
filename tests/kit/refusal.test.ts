import { describe, expect, test } from 'vitest'
import type { Leaf } from '../../plugins/kit/condition.ts'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import { explain } from '../../plugins/kit/explain.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import type { Text } from '../../plugins/kit/text.ts'
import { claimOf, granted, STAY, tell, withBenefit } from './every-shape-claim.ts'
import { everyShapeRegulation } from './every-shape-pack.ts'

type Told = Parameters<typeof tell>[2]

/** What a refusal says, in the order in which it is read: headline, reasons, way, the way to people. */
async function refusal(benefitId: string, told: Told): Promise<{ th: string[]; en: string[] }> {
  const said = async (lang: keyof Text) => {
    const { tone, headline, reasons, way, closing } = await tell(benefitId, lang, told)
    expect(tone).toBe('no')
    return [headline, ...reasons.map((reason) => reason.sentence), ...way, closing]
  }
  return { th: await said('th'), en: await said('en') }
}

const SPECIAL = 'กรรมการมีมติเป็นกรณีพิเศษได้ โดยบันทึกเหตุผล'
const OTHERS_MET = `เงื่อนไขอื่นครบแล้ว ${SPECIAL}`
const MAY_DECIDE = 'The committee may decide otherwise, with its reason on record.'
const REST_IS_MET = `Everything else is met. ${MAY_DECIDE}`

const REFUSALS: [string, string, Told, string[], string[]][] = [
  ['too early: the fact, the rule, the difference, from when', 'stay', { answers: STAY, member: { approvedOn: '2026-01-09' } },
    ['ครั้งนี้ยังไม่เข้าเกณฑ์', 'เป็นสมาชิก 157 วัน ระเบียบข้อ 9 กำหนด 180 วัน ยังขาดอีก 23 วัน', 'ถ้านอนโรงพยาบาลตั้งแต่วันที่ 8 กรกฎาคม 2569 จะเข้าเกณฑ์ข้อนี้', OTHERS_MET],
    ['Not this time', '157 days as a member; clause 9 asks for 180 days; 23 days short.', 'Hospital stay from 8 July 2026 (2569 BE) on would qualify.', REST_IS_MET]],
  ['arrears that may still be paid', 'stay', { answers: STAY, member: { instalmentsMissed: 3 } },
    ['ส่งเงินสัจจะให้ครบก่อน', 'ค้างส่ง 3 งวด ระเบียบข้อ 12 กำหนด ไม่เกิน 2 งวด เกินอยู่ 1 งวด', 'ค้างส่ง 3 งวด เมื่อส่งครบแล้วจะได้ 500 บาท', OTHERS_MET],
    ['Pay in the contributions first', '3 instalments not yet paid in; clause 12 asks for at most 2 instalments; 1 instalment over.', 'Not yet paid in: 3 instalments; once paid in, it gives 500 baht.', REST_IS_MET]],
  ['lapsed, and a paper is missing', 'stay', { answers: { ...STAY, certified: false }, member: { instalmentsMissed: 8 } },
    ['ครั้งนี้ยังไม่เข้าเกณฑ์', 'ค้างส่ง 8 งวด เกิน 6 งวด พ้นสมาชิกภาพเพราะขาดส่ง', 'ใบรับรองแพทย์: ไม่มี ระเบียบข้อ 12 กำหนดว่าต้องมีใบรับรองแพทย์', 'ค้างส่ง 8 งวด ระเบียบข้อ 12 กำหนด ไม่เกิน 2 งวด เกินอยู่ 6 งวด', 'ค้างส่ง 8 งวด เมื่อส่งครบแล้ว และมีใบรับรองแพทย์ จะได้ 500 บาท', SPECIAL],
    ['Not this time', '8 instalments not yet paid in; beyond 6 instalments the membership ends.', 'There is a medical certificate: no; clause 12 says: a doctor has certified it.', '8 instalments not yet paid in; clause 12 asks for at most 2 instalments; 6 instalments over.', 'Not yet paid in: 8 instalments; once paid in and a doctor has certified it, it gives 500 baht.', MAY_DECIDE]],
  ['a paper that can still be brought', 'stay', { answers: { ...STAY, certified: false } },
    ['ครั้งนี้ยังไม่เข้าเกณฑ์', 'ใบรับรองแพทย์: ไม่มี ระเบียบข้อ 12 กำหนดว่าต้องมีใบรับรองแพทย์', 'ถ้ามีใบรับรองแพทย์ จะได้ 500 บาท', OTHERS_MET],
    ['Not this time', 'There is a medical certificate: no; clause 12 says: a doctor has certified it.', 'If a doctor has certified it, it gives 500 baht.', REST_IS_MET]],
  ['what must not be', 'stay', { answers: { ...STAY, brawl: true } },
    ['ไม่เข้าเกณฑ์ข้อนี้', 'บาดเจ็บจากการทะเลาะวิวาท ระเบียบข้อ 12 ยกเว้นกรณีนี้', 'ข้อนี้เปลี่ยนไม่ได้แล้ว', OTHERS_MET],
    ['Does not meet this rule', 'Hurt in a brawl; clause 12 excludes this.', 'Nothing can change this any more.', REST_IS_MET]],
  ['the year used up', 'stay', { answers: STAY, history: [granted('stay', '2026-03-03', { 'stay-year': 100_000 })] },
    ['ปีนี้ใช้สิทธิครบแล้ว', 'ปีนี้ใช้สิทธิครบแล้ว 1,000 จาก 1,000 บาท', 'เริ่มนับใหม่ 1 มกราคม 2570', SPECIAL],
    ['This year: used up', 'This year 1,000 of 1,000 baht used up.', 'It begins anew on 1 January 2027 (2570 BE).', MAY_DECIDE]],
  ['a lifetime used up', 'birth', { answers: { mother: true, father: false }, history: [granted('birth', '2022-03-03', { 'birth-times': 1 }), granted('birth', '2024-03-03', { 'birth-times': 1 })] },
    ['ไม่เข้าเกณฑ์ข้อนี้', 'ใช้สิทธิครบแล้ว 2 จาก 2 ครั้ง', 'ข้อนี้เปลี่ยนไม่ได้แล้ว', SPECIAL],
    ['Does not meet this rule', 'So far 2 of 2 times used up.', 'Nothing can change this any more.', MAY_DECIDE]],
  ['claimed too late: next time', 'stay', { answers: STAY, claimedOn: '2026-08-20' },
    ['ไม่เข้าเกณฑ์ข้อนี้', 'ยื่นคำขอวันที่ 20 สิงหาคม 2569 ระเบียบข้อ 12 ให้ยื่นภายในวันที่ 14 สิงหาคม 2569 ช้าไป 6 วัน', 'ครั้งต่อไปให้ยื่นภายใน 60 วันหลังออกจากโรงพยาบาล', OTHERS_MET],
    ['Does not meet this rule', 'Day of the claim: 20 August 2026 (2569 BE); clause 12 asks for it by 14 August 2026 (2569 BE); 6 days late.', 'Next time, claim within 60 days of the day of discharge.', REST_IS_MET]],
  ['no longer a member', 'stay', { answers: STAY, member: { endedOn: '2026-05-20' } },
    ['ไม่เข้าเกณฑ์ข้อนี้', 'วันพ้นสมาชิกภาพ 20 พฤษภาคม 2569 ออกจากโรงพยาบาลวันที่ 15 มิถุนายน 2569 ระเบียบกำหนดว่า ยังไม่พ้นสมาชิกภาพ', 'ข้อนี้เปลี่ยนไม่ได้แล้ว', OTHERS_MET],
    ['Does not meet this rule', 'Day the membership ended: 20 May 2026 (2569 BE); day of discharge: 15 June 2026 (2569 BE); the regulation asks for: membership not ended.', 'Nothing can change this any more.', REST_IS_MET]],
  ['none of several', 'birth', { answers: { mother: false, father: false } },
    ['ไม่เข้าเกณฑ์ข้อนี้', 'สมาชิกเป็นแม่ของเด็ก: ไม่ใช่ ระเบียบข้อ 13 กำหนดว่า สมาชิกเป็นแม่ของเด็ก', 'สมาชิกเป็นพ่อของเด็ก: ไม่ใช่ ระเบียบข้อ 13 กำหนดว่า สมาชิกเป็นพ่อของเด็ก', 'ข้อนี้เปลี่ยนไม่ได้แล้ว', SPECIAL],
    ['Does not meet this rule', 'The member is the mother: no; clause 13 says: the member is the mother.', 'The member is the father: no; clause 13 says: the member is the father.', 'Nothing can change this any more.', MAY_DECIDE]],
  ['a state that time brings, said once although two rules ask for it', 'elderly', { member: { memberBornOn: '1966-09-01' } },
    ['ครั้งนี้ยังไม่เข้าเกณฑ์', 'อายุของสมาชิก 59 ปี 9 เดือน 14 วัน ระเบียบกำหนด 60 ปี ยังขาดอีก 2 เดือน 17 วัน', 'ตั้งแต่วันที่ 1 กันยายน 2569 เป็นต้นไป จะเข้าเกณฑ์ข้อนี้', OTHERS_MET],
    ['Not this time', 'Age of the member: 59 years 9 months 14 days; the regulation asks for 60 years; 2 months 17 days short.', 'From 1 September 2026 (2569 BE) on it would qualify.', REST_IS_MET]],
  ['received once already', 'death', { history: [granted('death', '2024-03-03', {})] },
    ['ไม่เข้าเกณฑ์ข้อนี้', 'เคยได้รับแล้วเมื่อ 3 มีนาคม 2567 ระเบียบหมวด 3 ข้อ 14 ให้ครั้งเดียว', 'ข้อนี้เปลี่ยนไม่ได้แล้ว', SPECIAL],
    ['Does not meet this rule', 'Already received on 3 March 2024 (2567 BE); หมวด 3 ข้อ 14 gives it once.', 'Nothing can change this any more.', MAY_DECIDE]],
  ['a membership clock is short to the day', 'halfYears', { member: { approvedOn: '2026-01-31' } },
    ['ครั้งนี้ยังไม่เข้าเกณฑ์', 'เป็นสมาชิก 4 เดือน 15 วัน ระเบียบกำหนด 6 เดือน ยังขาดอีก 46 วัน', 'ตั้งแต่วันที่ 31 กรกฎาคม 2569 เป็นต้นไป จะเข้าเกณฑ์ข้อนี้', OTHERS_MET],
    ['Not this time', '4 months 15 days as a member; the regulation asks for 6 months; 46 days short.', 'From 31 July 2026 (2569 BE) on it would qualify.', REST_IS_MET]],
  ['nothing due', 'trips', { answers: { trips: 0 } },
    ['ไม่เข้าเกณฑ์ข้อนี้', 'คำนวณตามระเบียบแล้วได้ 0 บาท', SPECIAL],
    ['Does not meet this rule', 'By the rules it comes to 0 baht.', MAY_DECIDE]],
]

test.each(REFUSALS)('%s', async (_, benefitId, told, th, en) => {
  expect(await refusal(benefitId, told)).toEqual({ th, en })
})

const leaf = (name: string, fact: string, operator: string, value: Leaf['value']): Leaf => ({ id: 'leaf', name: { th: name, en: 'a rule' }, fact, operator, value })

test.each<[string, Leaf, Told, string, string]>([
  ['at least', leaf('เกรดตั้งแต่', 'grade', 'greaterThanInclusive', 3.5), { answers: { grade: 3.49 } }, 'เกรดเฉลี่ย 3.49 ระเบียบกำหนด 3.5 ขาดไป 0.01', 'Grade: 3.49; the regulation asks for 3.5; 0.01 short.'],
  ['more than, of whole things', leaf('บุตรเกิน', 'children', 'greaterThan', 1), { answers: { children: 1 } }, 'จำนวนบุตรที่คลอด 1 คน ระเบียบกำหนด เกิน 1 คน ขาดไป 1 คน', '1 child born; the regulation asks for more than 1 child; 1 child short.'],
  ['more than, of money: no plain difference', leaf('เสียหายเกิน', 'damage', 'greaterThan', 100_000), { answers: { damage: 100_000 } }, 'มูลค่าความเสียหาย 1,000 บาท ระเบียบกำหนด เกิน 1,000 บาท', 'Value of the damage: 1,000 baht; the regulation asks for more than 1,000 baht.'],
  ['at most', leaf('ไม่เกิน', 'damage', 'lessThanInclusive', 100_000), { answers: { damage: 150_050 } }, 'มูลค่าความเสียหาย 1,500.50 บาท ระเบียบกำหนด ไม่เกิน 1,000 บาท เกินอยู่ 500.50 บาท', 'Value of the damage: 1,500.50 baht; the regulation asks for at most 1,000 baht; 500.50 baht over.'],
  ['a time at most', leaf('อายุไม่เกิน', 'memberAge', 'atMost', { years: 65 }), {}, 'อายุของสมาชิก 76 ปี 5 เดือน 14 วัน ระเบียบกำหนด ไม่เกิน 65 ปี', 'Age of the member: 76 years 5 months 14 days; the regulation asks for at most 65 years.'],
  ['a day too late', leaf('ก่อนวันที่', 'dischargedOn', 'before', '2026-06-10'), { answers: { dischargedOn: '2026-06-10' } }, 'ออกจากโรงพยาบาลวันที่ 10 มิถุนายน 2569 ระเบียบกำหนด ก่อนวันที่ 10 มิถุนายน 2569 ช้าไป 1 วัน', 'Day of discharge: 10 June 2026 (2569 BE); the regulation asks for before 10 June 2026 (2569 BE); 1 day late.'],
  ['one of several', leaf('ผู้รับเป็น', 'relation', 'in', ['self', 'spouse']), { answers: { relation: 'parent' } }, 'ความเกี่ยวข้องกับสมาชิก: บิดามารดา ระเบียบกำหนดว่า ผู้รับเป็นตัวสมาชิกหรือคู่สมรส', 'Relation to the member: parent; the regulation says: a rule.'],
  ['a day short of a birthday', leaf('อายุครบ', 'memberAge', 'atLeast', { years: 60 }), { member: { memberBornOn: '1966-06-16' } }, 'อายุของสมาชิก 59 ปี 11 เดือน 30 วัน ระเบียบกำหนด 60 ปี ยังขาดอีก 1 วัน', 'Age of the member: 59 years 11 months 30 days; the regulation asks for 60 years; 1 day short.'],
])('a rule of %s', async (_, conditions, told, th, en) => {
  const regulation = withBenefit('things', { conditions })
  expect((await tell('things', 'th', { ...told, regulation })).reasons.map((reason) => reason.sentence)).toEqual([th])
  expect((await tell('things', 'en', { ...told, regulation })).reasons.map((reason) => reason.sentence)).toEqual([en])
})

describe('what lies behind', () => {
  test('the slip has the fact beside the rule beside the difference', async () => {
    const { reasons } = await tell('stay', 'th', { answers: STAY, member: { approvedOn: '2026-01-09' } })
    expect(reasons).toEqual([{
      sentence: 'เป็นสมาชิก 157 วัน ระเบียบข้อ 9 กำหนด 180 วัน ยังขาดอีก 23 วัน',
      fact: { label: 'จำนวนวันที่เป็นสมาชิก', value: '157 วัน' }, rule: { label: 'ระเบียบข้อ 9 กำหนด', value: '180 วัน' }, difference: { label: 'ยังขาดอีก', value: '23 วัน' },
    }])
  })

  test('nobody speaks of a later death', async () => {
    const regulation = withBenefit('years', { conditions: leaf('เป็นสมาชิกครบ', 'membershipDays', 'greaterThanInclusive', 2400) })
    const { headline, reasons, way } = await tell('years', 'th', { regulation })
    expect([headline, reasons[0]?.sentence, ...way]).toEqual(['ไม่เข้าเกณฑ์ข้อนี้', 'เป็นสมาชิก 2,357 วัน ระเบียบกำหนด 2,400 วัน ขาดไป 43 วัน', 'ข้อนี้เปลี่ยนไม่ได้แล้ว'])
  })

  test('arrears in baht are named where they are known', async () => {
    const claim = claimOf('stay', { answers: STAY, member: { instalmentsMissed: 3 } })
    const verdict = await evaluate(claim)
    const paid = await evaluate(claimOf('stay', { answers: STAY }))
    const facts = { ...verdict.facts, arrears: { state: 'known' as const, value: 9000, from: 'recorded' as const } }
    const changes = [{ fact: 'instalmentsMissed', from: { state: 'known' as const, value: 3, from: 'recorded' as const }, to: 0 }]
    const told = explain({ ...verdict, facts }, claim.regulation, 'th', { way: { kind: 'thisClaim', changes, nearest: true, verdict: paid } })
    expect(told.way).toEqual(['ค้างส่ง 3 งวด 90 บาท เมื่อส่งครบแล้วจะได้ 500 บาท'])
    expect(explain(verdict, claim.regulation, 'en', { way: { kind: 'thisClaim', changes, nearest: false, verdict: paid } }).way).toEqual(['One way: not yet paid in: 3 instalments; once paid in, it gives 500 baht.'])
  })

  test('what does not apply is never a reason, and a refusal without one says that much', async () => {
    const claim = claimOf('stay', { answers: STAY, member: { approvedOn: '2026-01-09' } })
    const verdict = await evaluate(claim)
    if (verdict.outcome !== 'ineligible') throw new Error('a member of 157 days is refused')
    expect(explain({ ...verdict, reasons: [] }, claim.regulation, 'th').reasons.map((reason) => reason.sentence)).toEqual(['คำตอบที่ให้ไว้ไม่ตรงเงื่อนไขของข้อนี้'])
  })

  test('where nobody looked for a way, neither "not yet" nor "never" is said', async () => {
    const claim = claimOf('stay', { answers: STAY, member: { approvedOn: '2026-01-09' } })
    expect(explain(await evaluate(claim), claim.regulation, 'th')).toMatchObject({ headline: 'ไม่เข้าเกณฑ์ข้อนี้', way: [] })
  })

  test("the fund's own word stands in a refusal", async () => {
    const regulation: Regulation = { ...everyShapeRegulation, fundTerms: { ...everyShapeRegulation.fundTerms, contributionWord: { th: 'เงินออม', en: 'savings' } } }
    expect((await tell('stay', 'th', { answers: STAY, member: { instalmentsMissed: 3 }, regulation })).headline).toBe('ส่งเงินออมให้ครบก่อน')
  })
})
