import { Pack, type Benefit } from '../../plugins/kit/pack.ts'
import { packHash, Regulation } from '../../plugins/kit/regulation.ts'
import type { Amount } from '../../plugins/kit/amount.ts'
import type { Term } from '../../plugins/kit/term.ts'

const says = (th: string, en: string) => ({ th, en })
const since = <T>(value: T) => [{ from: '2020-01-01', value, source: 'ข้อ 9' }]
const baht = (th: string, en: string, amount: number): Term => ({ type: 'money', label: says(th, en), values: since(amount * 100) })
const count = (th: string, en: string, value: number, unit?: { th: string; en: string }): Term => ({ type: 'count', label: says(th, en), values: since(value), ...(unit ? { unit } : {}) })
const percent = (th: string, en: string, value: number): Term => ({ type: 'number', label: says(th, en), values: since(value) })
const unset = (term: Term): Term => ({ ...term, values: [], open: true })

const facts = {
  happenedOn: { type: 'day', of: 'claim', from: 'asked', label: says('วันเกิดเหตุ', 'day of the event'), ask: says('เกิดเหตุวันไหน', 'When did it happen?') },
  dischargedOn: { type: 'day', of: 'claim', from: 'asked', label: says('วันที่ออกจากโรงพยาบาล', 'day of discharge'), ask: says('ออกจากโรงพยาบาลวันไหน', 'When was the discharge?') },
  nights: { type: 'count', of: 'claim', from: 'asked', label: says('จำนวนคืนที่นอนโรงพยาบาล', 'nights in hospital'), unit: says('คืน', 'nights'), ask: says('นอนกี่คืน', 'How many nights?') },
  children: { type: 'count', of: 'claim', from: 'asked', label: says('จำนวนบุตรที่คลอด', 'children born'), unit: says('คน', 'children') },
  trips: { type: 'count', of: 'claim', from: 'asked', label: says('จำนวนเที่ยว', 'number of trips') },
  cost: { type: 'money', of: 'claim', from: 'asked', label: says('ค่ารักษา', 'cost of treatment') },
  damage: { type: 'money', of: 'claim', from: 'asked', label: says('มูลค่าความเสียหาย', 'value of the damage') },
  byProxy: { type: 'flag', of: 'claim', from: 'asked', asOf: 'claim', label: says('มีผู้อื่นมารับแทน', 'someone else collects it') },
  certified: { type: 'flag', of: 'claim', from: 'asked', asOf: 'decision', label: says('มีใบรับรองแพทย์', 'there is a medical certificate'), ask: says('มีใบรับรองแพทย์ไหม', 'Is there a medical certificate?') },
  mother: { type: 'flag', of: 'claim', from: 'asked', label: says('สมาชิกเป็นแม่ของเด็ก', 'the member is the mother') },
  father: { type: 'flag', of: 'claim', from: 'asked', label: says('สมาชิกเป็นพ่อของเด็ก', 'the member is the father') },
  brawl: { type: 'flag', of: 'claim', from: 'asked', label: says('บาดเจ็บจากการทะเลาะวิวาท', 'hurt in a brawl') },
  relation: { type: 'choice', of: 'claim', from: 'asked', label: says('ความเกี่ยวข้องกับสมาชิก', 'relation to the member'), options: { self: says('ตัวสมาชิก', 'the member'), spouse: says('คู่สมรส', 'husband or wife'), parent: says('บิดามารดา', 'parent') } },
  level: { type: 'choice', of: 'claim', from: 'asked', label: says('ระดับชั้น', 'level of school'), options: { primary: says('ประถม', 'primary'), secondary: says('มัธยม', 'secondary'), degree: says('ปริญญา', 'degree') } },
  plan: { type: 'choice', of: 'member', from: 'recorded', label: says('แบบที่สมาชิกเลือก', 'plan that the member chose'), options: { small: says('แบบ 1', 'plan 1'), large: says('แบบ 2', 'plan 2') } },
  grade: { type: 'number', of: 'claim', from: 'asked', scale: 2, label: says('เกรดเฉลี่ย', 'grade') },
} as const

const terms: Record<string, Term> = {
  membershipMin: { type: 'days', label: says('เป็นสมาชิกอย่างน้อย', 'least time as a member'), values: since(180) },
  claimDays: { type: 'days', label: says('เวลายื่นคำขอ', 'time to claim'), values: since(60) },
  claimTime: { type: 'duration', label: says('เวลายื่นคำขอ', 'time to claim'), values: since({ months: 6 }) },
  missedMax: count('ค้างส่งได้ไม่เกิน', 'most instalments missed', 2),
  ageMin: { type: 'duration', label: says('อายุขั้นต่ำ', 'least age'), values: since({ years: 60 }) },
  gradeMin: { type: 'number', scale: 2, label: says('เกรดขั้นต่ำ', 'least grade'), values: since(3.5) },
  nightRate: baht('เงินต่อคืน', 'a night', 200),
  nightsStay: count('คืนต่อครั้ง', 'nights a stay', 3),
  stayMax: baht('เงินต่อครั้ง', 'baht a stay', 500),
  nightsYear: count('คืนต่อปี', 'nights a year', 20),
  stayYear: baht('เงินต่อปี', 'baht a year', 1000),
  birthGift: baht('เงินรับขวัญบุตร', 'birth gift', 1000),
  birthTimes: count('จำนวนครั้ง', 'times', 2),
  childrenMax: count('จำนวนบุตร', 'children', 2),
  fee: baht('ค่าดำเนินการ', 'running costs', 50),
  deathSteps: { type: 'ladder', by: 'duration', of: 'money', label: says('เงินช่วยงานศพ', 'funeral grant'), values: since([{ id: 'half', from: { months: 6 }, value: 300_000 }, { id: 'two', from: { years: 2 }, value: 600_000 }, { id: 'fifteen', from: { years: 15 }, value: 2_000_000 }]) },
  deathMore: baht('ส่วนเพิ่ม', 'increment', 500),
  everyYear: { type: 'duration', label: says('เพิ่มทุก', 'each'), values: since({ years: 1 }) },
  everyHalf: { type: 'duration', label: says('เพิ่มทุก', 'each'), values: since({ months: 6 }) },
  childSteps: { type: 'ladder', by: 'count', of: 'money', label: says('ตามจำนวนบุตร', 'by children'), values: since([{ id: 'one', from: 1, value: 50_000 }, { id: 'two', from: 2, value: 120_000 }, { id: 'four', from: 4, value: 200_000 }]) },
  yearRate: baht('เงินต่อปี', 'baht a year', 1500),
  yearBase: baht('เงินตั้งต้น', 'base', 1000),
  yearsMax: count('จำนวนปี', 'years', 20),
  deathMax: baht('เงินสูงสุด', 'most', 100_000),
  half: percent('ส่วนของญาติ', 'share of relatives', 50),
  shares: { type: 'schedule', of: 'number', label: says('ส่วนตามความเกี่ยวข้อง', 'share by relation'), items: { self: says('ตัวสมาชิก', 'the member'), spouse: says('คู่สมรส', 'husband or wife'), parent: says('บิดามารดา', 'parent') }, values: since({ self: 100, spouse: 50, parent: 25 }) },
  draw: percent('ร้อยละที่ถอน', 'percentage drawn', 30),
  drawSteps: { type: 'ladder', by: 'duration', of: 'number', label: says('ร้อยละตามอายุ', 'percentage by age'), values: since([{ id: 'a65', from: { years: 65 }, value: 30 }, { id: 'a70', from: { years: 70 }, value: 50 }]) },
  deemed: baht('ยอดขั้นต่ำ', 'least base', 5000),
  drawMin: baht('เงินขั้นต่ำ', 'least', 500),
  drawMax: baht('เงินสูงสุด', 'most', 30_000),
  schoolGrant: { type: 'schedule', of: 'money', label: says('ทุนตามระดับชั้น', 'grant by level'), items: { primary: says('ประถม', 'primary'), secondary: says('มัธยม', 'secondary'), degree: says('ปริญญา', 'degree') }, values: since({ primary: 40_000, secondary: 100_000, degree: 200_000 }) },
  planSmall: baht('เงินแบบ 1', 'plan 1', 300),
  planLarge: baht('เงินแบบ 2', 'plan 2', 500),
  costMax: baht('ค่ารักษาสูงสุด', 'most for treatment', 2000),
  levyRate: baht('เงินร่วมจ่าย', 'levy', 20),
  wreathWorth: baht('มูลค่าพวงหรีด', 'worth of the wreath', 500),
  decidedMin: baht('อย่างน้อย', 'least', 1000),
  decidedMax: baht('อย่างมาก', 'most', 5000),
  openRate: unset(baht('เงินต่อคืนกรณีพิเศษ', 'special rate a night', 0)),
  openNights: unset(count('คืนพิเศษต่อครั้ง', 'special nights a stay', 1)),
  openSteps: unset({ type: 'ladder', by: 'duration', of: 'money', label: says('ขั้นเงินช่วยเหลือ', 'steps of help'), values: [] }),
  familyMax: baht('เงินต่อครอบครัว', 'most for a family', 10_000),
}

const waiting = { id: 'member-min', name: says('เป็นสมาชิกครบ', 'a member for'), fact: 'membershipDays', operator: 'greaterThanInclusive', value: { fact: 'membershipMin' } }
const mother = { id: 'mother', name: says('สมาชิกเป็นแม่ของเด็ก', 'the member is the mother'), fact: 'mother', operator: 'equal', value: true }
const father = { id: 'father', name: says('สมาชิกเป็นพ่อของเด็ก', 'the member is the father'), fact: 'father', operator: 'equal', value: true }
const brawl = { id: 'brawl', name: says('บาดเจ็บจากการทะเลาะวิวาท', 'hurt in a brawl'), fact: 'brawl', operator: 'equal', value: true }
const proxy = { id: 'proxy', name: says('มีผู้อื่นมารับแทน', 'someone else collects it'), fact: 'byProxy', operator: 'equal', value: true }
const certified = { id: 'certified', name: says('มีใบรับรองแพทย์', 'a doctor has certified it'), fact: 'certified', operator: 'equal', value: true }

/** A benefit that is there for its amount alone. */
const only = (id: string, th: string, en: string, amount: Amount, asks: string[] = []): Benefit => ({ id, category: 'other', title: says(th, en), eventOn: 'happenedOn', asks: ['happenedOn', ...asks], exempt: ['waiting'], amount })

const benefits: Benefit[] = [
  {
    id: 'stay', category: 'sickness', title: says('นอนโรงพยาบาล', 'Hospital stay'), clause: { number: '12', text: says('นอนโรงพยาบาลได้คืนละ 200 บาท', 'A hospital stay gives 200 baht a night.') }, eventOn: 'dischargedOn', asks: ['dischargedOn', 'nights', 'certified', 'byProxy'],
    conditions: { all: [certified, { id: 'missed', name: says('ค้างส่งไม่เกิน', 'with arrears of at most'), fact: 'instalmentsMissed', operator: 'lessThanInclusive', value: { fact: 'missedMax' } }, { not: brawl }] },
    claimWithin: 'claimDays', amount: { perUnit: { rate: 'nightRate', count: 'nights', atMost: 'nightsStay', amountAtMost: 'stayMax' } },
    limits: [{ id: 'stay-year', per: 'year', of: 'amount', atMost: 'stayYear' }, { id: 'nights-year', per: 'year', of: 'nights', atMost: 'nightsYear' }],
    documents: [{ id: 'certificate', name: says('ใบรับรองแพทย์', 'medical certificate') }, { id: 'proxy', name: says('ใบมอบฉันทะ', 'power of attorney'), when: proxy }],
  },
  {
    id: 'birth', category: 'newborn', title: says('คลอดบุตร', 'Childbirth'), clause: { number: '13' }, happensTo: 'child', eventOn: 'happenedOn', asks: ['happenedOn', 'mother', 'father'],
    conditions: { any: [mother, father] }, claimWithin: 'claimTime', amount: { fixed: 'birthGift' },
    limits: [{ id: 'birth-times', per: 'lifetime', of: 'times', atMost: 'birthTimes' }, { id: 'family', per: 'family', of: 'amount', atMost: 'familyMax' }],
  },
  {
    id: 'death', category: 'death', title: says('เสียชีวิต', 'Death'), clause: { number: 'หมวด 3 ข้อ 14', text: says('ตามขั้น', 'by steps') }, once: true, payee: 'beneficiary', eventOn: 'happenedOn', asks: ['happenedOn'], exempt: ['waiting'],
    amount: { sum: [{ ladder: 'deathSteps', by: 'contributed', beyond: { add: 'deathMore', every: 'everyYear', rounding: 'moreThanHalf' } }, { inKind: { items: [{ id: 'wreath', name: says('พวงหรีด', 'a wreath') }, { id: 'water', name: says('น้ำดื่ม', 'drinking water') }, { id: 'tent', name: says('เต็นท์', 'a tent') }], worth: 'wreathWorth' } }] },
  },
  {
    id: 'elderly', category: 'elderly', title: says('ผู้สูงอายุ', 'Old age'), startedBy: 'fund', eventOn: 'happenedOn', asks: ['happenedOn'],
    conditions: { id: 'age', name: says('อายุ {}ขึ้นไป', 'aged {} or over'), fact: 'memberAge', operator: 'atLeast', value: { fact: 'ageMin' } },
    amount: { steps: [{ id: 'young', from: { years: 60 }, amount: { fixed: 'planSmall' } }, { id: 'old', from: { years: 80 }, amount: { sum: [{ fixed: 'planLarge' }, { fixed: 'birthGift' }] } }], by: 'memberAge' },
    limits: [{ id: 'elderly-year', per: 'year', of: 'times', atMost: 'birthTimes' }],
  },
  {
    id: 'school', category: 'education', title: says('ทุนการศึกษา', 'School grant'), happensTo: 'child', eventOn: 'happenedOn', asks: ['happenedOn', 'level', 'grade', 'mother', 'father', 'brawl', 'relation'],
    conditions: { all: [
      { any: [{ id: 'grade-min', name: says('เกรดเฉลี่ยตั้งแต่', 'a grade of at least'), fact: 'grade', operator: 'greaterThanInclusive', value: { fact: 'gradeMin' } }, { all: [{ ...mother, id: 'mother-too' }, { ...father, id: 'father-too' }, { not: { any: [{ ...brawl, id: 'brawl-too' }, { ...proxy, id: 'proxy-too' }] } }] }, { not: { ...certified, id: 'certified-too' } }] },
      { not: { any: [{ id: 'spouse', name: says('ผู้รับเป็น', 'the one who gets it is the'), fact: 'relation', operator: 'equal', value: 'spouse' }, { id: 'level-secondary', name: says('เรียนชั้น{}อยู่', 'at {} level'), fact: 'level', operator: 'in', value: ['secondary', 'degree'] }, { id: 'nights-two', name: says('นอนสองคืน', 'stayed'), fact: 'nights', operator: 'equal', value: 2 }] } },
    ] },
    amount: { schedule: 'schoolGrant', by: 'level' }, limits: [{ id: 'family', per: 'family', of: 'amount', atMost: 'familyMax' }, { id: 'school-event', per: 'event', of: 'amount', atMost: 'stayMax' }],
  },
  { ...only('damage', 'ประสบภัย', 'Disaster', { decided: { atLeast: 'decidedMin', amountAtMost: 'decidedMax' } }), category: 'disaster', payee: 'heir', judgement: says('เสียหายร้ายแรง', 'serious damage') },
  { ...only('special', 'กรณีพิเศษ', 'Special case', { perUnit: { rate: 'openRate', count: 'nights' } }, ['nights']), limits: [{ id: 'special-event', per: 'event', of: 'nights', atMost: 'openNights' }] },
  only('open', 'ช่วยเหลือตามขั้น', 'Help by steps', { ladder: 'openSteps', by: 'membership' }),
  { ...only('parts', 'คลอดบุตรรวมค่านอน', 'Birth and stay', { sum: [{ fixed: 'birthGift' }, { perUnit: { rate: 'nightRate', count: 'nights', atMost: 'nightsStay' } }, { inKind: { items: [{ id: 'basket', name: says('ตะกร้าของขวัญ', 'a gift basket') }] } }], less: 'fee' }, ['nights']), limits: [{ id: 'children', per: 'lifetime', of: 'nights', atMost: 'nightsYear' }, { id: 'parts-family', per: 'family', of: 'times', atMost: 'birthTimes' }, { id: 'parts-life', per: 'lifetime', of: 'amount', atMost: 'familyMax' }] },
  only('things', 'ของเยี่ยม', 'Visiting gift', { inKind: { items: [{ id: 'wreath', name: says('พวงหรีด', 'a wreath') }, { id: 'water', name: says('น้ำดื่ม', 'drinking water') }], worth: 'wreathWorth' } }),
  { ...only('years', 'จัดการศพ', 'Funeral', { perYear: { rate: 'yearRate', of: 'membership', rounding: 'down', base: 'yearBase', yearsAtMost: 'yearsMax', amountAtMost: 'deathMax' } }), category: 'funeral' },
  only('relative', 'ญาติเสียชีวิต', 'A relative dies', { share: { of: { perYear: { rate: 'yearRate', of: 'membership', rounding: 'halfUp' } }, rate: 'shares', by: 'relation', rounding: { to: 'baht', how: 'down' } } }, ['relation']),
  only('halved', 'ครึ่งหนึ่ง', 'One half', { share: { of: { ladder: 'childSteps', by: 'children' }, rate: 'half', rounding: { to: 'satang', how: 'down' } } }, ['children']),
  only('draw', 'ถอนยามชรา', 'Old-age draw', { percent: { rate: 'draw', of: 'contributionsPaid', deemed: 'deemed', atLeast: 'drawMin', amountAtMost: 'drawMax', rounding: { to: 'baht', how: 'up' } } }),
  only('drawByAge', 'ถอนตามอายุ', 'Draw by age', { percent: { rate: 'drawSteps', of: 'contributionsPaid', by: 'memberAge', amountAtMost: 'drawMax', rounding: { to: 'baht', how: 'halfUp' } } }),
  { ...only('choice', 'แต่งงาน', 'Marriage', { choice: 'plan', branches: { small: { fixed: 'planSmall' }, large: { perUnit: { rate: 'planLarge', count: 'children', atMost: 'childrenMax' } } } }, ['children']), category: 'marriage', payee: 'applicant' },
  { ...only('cost', 'ค่ารักษา', 'Treatment', { actualCost: { of: 'cost', amountAtMost: 'costMax' } }, ['cost']), once: true },
  only('levy', 'ร่วมช่วยงานศพ', 'Mutual help', { levy: { rate: 'levyRate', payers: 'payers', less: 'fee' } }),
  only('least', 'ช่วยค่าเสียหาย', 'Help with damage', { least: [{ percent: { rate: 'half', of: 'damage', rounding: { to: 'satang', how: 'down' } } }, { fixed: 'costMax' }] }, ['damage']),
  only('greatest', 'เงินตามที่มากกว่า', 'The larger', { greatest: [{ fixed: 'planSmall' }, { fixed: 'planLarge' }, { perYear: { rate: 'yearRate', of: 'membership', rounding: 'up' } }] }),
  only('trips', 'ค่าเดินทาง', 'Travel', { perUnit: { rate: 'levyRate', count: 'trips' } }, ['trips']),
  { ...only('halfYears', 'บำนาญ', 'Pension', { ladder: 'deathSteps', by: 'membership', beyond: { add: 'deathMore', every: 'everyHalf', rounding: 'down' } }), payee: 'carer' },
]

/** A pack with every shape of amount, every limit, every kind of condition and open terms; nobody's real rules. */
export const everyShapePack: Pack = Pack.parse({
  format: 'sajja/pack@1', id: 'every-shape', version: '1.0.0', title: says('ทุกรูปแบบ', 'Every shape'),
  facts, terms, standing: [{ id: 'waiting', conditions: waiting, clause: { number: '9' } }], benefits,
} satisfies Pack)

/** A fund that adopted it, with a year of its own and arrears that may be paid up until the claim. */
export const everyShapeRegulation: Regulation = Regulation.parse({
  format: 'sajja/regulation@1', title: says('ระเบียบกองทุนทุกรูปแบบ', 'Regulation of every shape'),
  fundTerms: { year: 'calendar', memberFrom: 'approved', clock: 'calendar', arrearsCured: 'untilClaim', lapse: { by: 'instalmentsMissed', moreThan: 6 } },
  packs: [{ pack: everyShapePack, hash: packHash(everyShapePack) }],
} satisfies Regulation)
