import { packHash, REGULATION_FORMAT, type Regulation } from '../../plugins/kit/regulation.ts'
import { PACK_FORMAT, type Pack } from '../../plugins/kit/pack.ts'

const says = (th: string, en: string) => ({ th, en })
const since = <T>(value: T) => [{ from: '2019-10-01', value, source: 'ข้อ 9' }]

/** A small pack that checks without a finding, with one of most things: a stay in hospital, a death, a school grant and help after a disaster. */
export const examplePack: Pack = {
  format: PACK_FORMAT,
  id: 'example',
  version: '1.0.0',
  title: says('กองทุนตัวอย่าง', 'An example fund'),
  facts: {
    admittedOn: { type: 'day', of: 'claim', from: 'asked', label: says('วันที่เข้าโรงพยาบาล', 'day of admission') },
    dischargedOn: { type: 'day', of: 'claim', from: 'asked', label: says('วันที่ออกจากโรงพยาบาล', 'day of discharge') },
    nights: { type: 'days', of: 'claim', from: 'derived', difference: ['dischargedOn', 'admittedOn'], label: says('จำนวนคืนที่นอน', 'nights in hospital') },
    certified: { type: 'flag', of: 'claim', from: 'asked', asOf: 'decision', label: says('มีใบรับรองแพทย์', 'a doctor has certified it') },
    diedOn: { type: 'day', of: 'claim', from: 'asked', label: says('วันที่เสียชีวิต', 'day of death') },
    enrolledOn: { type: 'day', of: 'claim', from: 'asked', label: says('วันที่เข้าเรียน', 'first day of school') },
    level: { type: 'choice', of: 'subject', from: 'asked', label: says('ระดับชั้น', 'level of school'), options: { primary: says('ประถม', 'primary'), secondary: says('มัธยม', 'secondary') } },
    grade: { type: 'number', of: 'subject', from: 'asked', scale: 2, label: says('เกรดเฉลี่ย', 'grade'), askedWhen: { id: 'grade-asked', name: says('เรียนมัธยม', 'at secondary school'), fact: 'level', operator: 'equal', value: 'secondary' } },
    struckOn: { type: 'day', of: 'claim', from: 'asked', label: says('วันที่เกิดภัย', 'day of the disaster') },
    damage: { type: 'money', of: 'claim', from: 'asked', label: says('ความเสียหาย', 'damage') },
  },
  terms: {
    memberMin: { type: 'days', label: says('เป็นสมาชิกอย่างน้อย', 'least time as a member'), values: since(180) },
    nightRate: { type: 'money', label: says('คืนละ', 'a night'), values: since(10_000) },
    nightsStay: { type: 'days', label: says('คืนต่อครั้ง', 'nights a stay'), values: since(5) },
    nightsYear: { type: 'days', label: says('คืนต่อปี', 'nights a year'), values: since(20) },
    claimDays: { type: 'days', label: says('ยื่นภายใน', 'claimed within'), values: since(30) },
    deathSteps: {
      type: 'ladder', by: 'duration', of: 'money', label: says('เงินช่วยงานศพ', 'funeral grant'),
      values: since([{ id: 'half', from: { months: 6 }, value: 300_000 }, { id: 'two', from: { years: 2, days: 1 }, value: 600_000 }]),
    },
    schoolGrant: { type: 'schedule', of: 'money', label: says('ทุนตามระดับชั้น', 'grant by level'), items: { primary: says('ประถม', 'primary'), secondary: says('มัธยม', 'secondary') }, values: since({ primary: 50_000, secondary: 100_000 }) },
    gradeMin: { type: 'number', scale: 2, label: says('เกรดเฉลี่ยอย่างน้อย', 'least grade'), values: since(2.5) },
    damageShare: { type: 'number', label: says('ร้อยละของความเสียหาย', 'percentage of the damage'), values: since(50) },
    damageMax: { type: 'money', label: says('ไม่เกิน', 'at most'), values: since(500_000) },
    schoolTimes: { type: 'count', label: says('ครั้งต่อปี', 'times a year'), values: since(1) },
  },
  standing: [
    { id: 'waiting', conditions: { id: 'member-min', name: says('เป็นสมาชิกครบ', 'a member for long enough'), fact: 'membershipDays', operator: 'greaterThanInclusive', value: { fact: 'memberMin' } } },
  ],
  benefits: [
    {
      id: 'stay', category: 'sickness', title: says('นอนโรงพยาบาล', 'Hospital stay'), eventOn: 'dischargedOn', asks: ['admittedOn', 'dischargedOn', 'certified'],
      conditions: { all: [
        { id: 'stayed', name: says('นอนอย่างน้อยหนึ่งคืน', 'stayed a night'), fact: 'nights', operator: 'greaterThanInclusive', value: 1 },
        { id: 'certified', name: says('มีใบรับรองแพทย์', 'certified by a doctor'), fact: 'certified', operator: 'equal', value: true },
      ] },
      claimWithin: 'claimDays',
      amount: { perUnit: { rate: 'nightRate', count: 'nights', atMost: 'nightsStay' } },
      limits: [{ id: 'nights-year', per: 'year', of: 'nights', atMost: 'nightsYear' }],
      documents: [{ id: 'certificate', name: says('ใบรับรองแพทย์', "a doctor's certificate") }],
    },
    { id: 'death', category: 'death', title: says('เสียชีวิต', 'Death'), happensTo: 'member', payee: 'beneficiary', once: true, eventOn: 'diedOn', asks: ['diedOn'], exempt: ['waiting'], amount: { ladder: 'deathSteps', by: 'contributed' } },
    {
      id: 'school', category: 'education', title: says('ทุนการศึกษา', 'School grant'), eventOn: 'enrolledOn', asks: ['enrolledOn', 'level', 'grade'],
      conditions: { any: [
        { id: 'is-primary', name: says('เรียนประถม', 'at primary school'), fact: 'level', operator: 'in', value: ['primary'] },
        { id: 'grade-min', name: says('เกรดถึงเกณฑ์', 'a good grade'), fact: 'grade', operator: 'greaterThanInclusive', value: { fact: 'gradeMin' } },
      ] },
      amount: { schedule: 'schoolGrant', by: 'level' },
      limits: [{ id: 'school-year', per: 'year', of: 'times', atMost: 'schoolTimes' }],
    },
    {
      id: 'disaster', category: 'disaster', title: says('ประสบภัย', 'Disaster'), eventOn: 'struckOn', asks: ['struckOn', 'damage'], judgement: says('เสียหายร้ายแรงตามที่กรรมการเห็น', 'serious, as the committee sees it'),
      amount: { percent: { rate: 'damageShare', of: 'damage', amountAtMost: 'damageMax', rounding: { to: 'baht', how: 'down' } } },
    },
  ],
}

/** The regulation of a fund that adopted the example pack as it is. */
export const exampleRegulation: Regulation = {
  format: REGULATION_FORMAT,
  title: says('ระเบียบกองทุนตัวอย่าง', 'Regulation of an example fund'),
  fundTerms: { year: 'calendar', memberFrom: 'joined', clock: 'calendar', arrearsCured: 'never' },
  packs: [{ pack: examplePack, hash: packHash(examplePack) }],
}

/** A copy with another value at a place (`benefits.0.amount.fixed`); undefined takes it out. */
export function changed<T>(value: T, place: string, to: unknown): T {
  const copy = structuredClone(value)
  const keys = place.split('.')
  const last = keys.pop() ?? ''
  let within = copy as Record<string, unknown> // what a place leads through are objects and lists
  for (const key of keys) within = within[key] as Record<string, unknown>
  if (to === undefined) delete within[last]
  else within[last] = to
  return copy
}
