import { PACK_FORMAT } from '../pack.ts'
import { REGULATION_FORMAT } from '../regulation.ts'
import { benefitForms } from './forms-benefit.ts'
import { conditionForms } from './forms-condition.ts'
import { declarationForms } from './forms-declaration.ts'
import { choice, code, form, line, list, name, record, says, whole, type Form, type Part } from './form.ts'

const year = choice({ calendar: says('ตั้งแต่ 1 มกราคม', 'on 1 January'), fiscal: says('ตั้งแต่ 1 ตุลาคม', 'on 1 October'), membership: says('ตั้งแต่วันที่เริ่มเป็นสมาชิก', 'on the day the membership began') })
const memberFrom = choice({ joined: says('วันที่เข้าเป็นสมาชิก', 'the day of joining'), applied: says('วันที่ยื่นใบสมัคร', 'the day of applying'), approved: says('วันที่กรรมการมีมติรับ', 'the day of approval') })
const clock = choice({ calendar: says('ตามปฏิทิน', 'by the calendar'), 360: says('โดยถือว่าปีหนึ่งมี 360 วัน', 'in years of 360 days'), 365: says('โดยถือว่าปีหนึ่งมี 365 วัน', 'in years of 365 days') })
const lapsedBy = choice({ instalmentsMissed: says('จำนวนงวดที่ค้างส่ง', 'the instalments missed'), daysSincePayment: says('จำนวนวันนับจากส่งครั้งล่าสุด', 'the days since the last payment') })
const cured = choice({ never: says('ส่งย้อนหลังแล้วก็ยังนับว่าค้าง', 'stay arrears when paid up'), untilClaim: says('ส่งครบก่อนยื่นคำขอนับว่าไม่ค้าง', 'are none when paid up before the claim') })

const fundTerms = ['year', 'memberFrom', 'clock', 'lapse', 'arrearsCured', 'contributionWord'].map((rule) => line(rule, 'fundTerms'))
const packSlots = { title: name, id: code, version: code }
const packTh = 'ชุดกติกา {title} ({id}) รุ่น {version}'
const packEn = 'rule pack {title} ({id}) version {version}'
const declared = (at: string): Part[] => [line('basedOn', at), line('noNotes', at), list(at === '' ? 'notes' : `${at}.notes`, 'note'), line('noFacts', at), record(at === '' ? 'facts' : `${at}.facts`, 'fact'), record(at === '' ? 'terms' : `${at}.terms`, 'term')]
const ruled = (at: string): Part[] => [line('noStanding', at), list(at === '' ? 'standing' : `${at}.standing`, 'standing'), list(at === '' ? 'benefits' : `${at}.benefits`, 'benefit')]

/** Every way to say something, by the rule that asks for it. What a text begins with has the rules `regulation` and `pack`. */
const rules: Readonly<Record<string, readonly Form[]>> = {
  ...declarationForms,
  ...benefitForms,
  condition: conditionForms,
  regulation: [form('regulation', 'ระเบียบ {title}', 'regulation {title}', { title: name }, { sets: { format: REGULATION_FORMAT }, opens: { packs: [] }, under: [line('preamble'), ...fundTerms, list('packs', 'adopted')] })],
  preamble: [form('preamble', 'คำปรารภ {preamble}', 'preamble {preamble}', { preamble: name })],
  year: [form('year', 'ปีหนึ่งเริ่ม{year}', 'a year begins {year}', { year })],
  memberFrom: [form('memberFrom', 'เวลาเป็นสมาชิกนับจาก{memberFrom}', 'time as a member counts from {memberFrom}', { memberFrom })],
  clock: [form('clock', 'นับเป็นปีและเดือน{clock}', 'years and months are counted {clock}', { clock })],
  lapse: [form('lapse', 'พ้นสมาชิกภาพเมื่อ{lapse.by}เกิน {lapse.moreThan}', 'a membership ends when {lapse.by} are more than {lapse.moreThan}', { 'lapse.by': lapsedBy, 'lapse.moreThan': whole })],
  arrearsCured: [form('arrearsCured', 'เงินที่ค้าง {arrearsCured}', 'arrears {arrearsCured}', { arrearsCured: cured })],
  contributionWord: [form('contributionWord', 'เรียกเงินที่สมาชิกส่งว่า {contributionWord}', 'what members pay is called {contributionWord}', { contributionWord: name })],
  pack: [form('pack', packTh, packEn, packSlots, { sets: { format: PACK_FORMAT }, opens: { terms: {}, benefits: [] }, scope: true, under: [...declared(''), ...ruled('')] })],
  adopted: [form('adopted', packTh, packEn, packSlots, {
    base: 'pack', sets: { format: PACK_FORMAT }, opens: { terms: {}, benefits: [] }, scope: true,
    under: [line('hash'), ...declared('pack'), line('noOwn'), record('values', 'own'), ...ruled('pack'), line('without')],
  })],
  hash: [form('hash', 'ลายนิ้วมือ {hash}', 'fingerprint {hash}', { hash: code })],
  basedOn: [form('basedOn', 'คัดลอกจากชุด {basedOn.pack} รุ่น {basedOn.version} ลายนิ้วมือ {basedOn.hash}', 'copied from {basedOn.pack} version {basedOn.version} fingerprint {basedOn.hash}', { 'basedOn.pack': code, 'basedOn.version': code, 'basedOn.hash': code })],
  note: [form('note', 'หมายเหตุ {it}', 'note {it}', { it: name })],
  noNotes: [form('noNotes', 'ไม่มีหมายเหตุ', 'no notes', {}, { sets: { notes: [] } })],
  own: [form('own', 'กองทุนใช้ {key} ดังนี้', 'the fund has {key} as follows', { key: { kind: 'reference', to: 'term', subject: true } }, { opens: { '': [] }, under: [list('', 'dated')] })],
  noOwn: [form('noOwn', 'กองทุนไม่มีค่าของตนเอง', 'the fund has no values of its own', {}, { sets: { values: {} } })],
  without: [
    form('without', 'กองทุนไม่ใช้สวัสดิการ {without}', 'the fund leaves out the benefits {without}', { without: { kind: 'reference', to: 'benefit', many: true } }),
    form('withoutNone', 'กองทุนใช้ครบทุกสวัสดิการ', 'the fund takes every benefit', {}, { sets: { without: [] } }),
  ],
}

const all = new Map(Object.values(rules).flat().map((each) => [each.id, each]))

/** The forms that a rule asks for. */
export function formsOf(rule: string): readonly Form[] {
  const forms = rules[rule]
  if (!forms) throw new Error(`no rule "${rule}"`)
  return forms
}

/** A form by its id. */
export function formOf(id: string): Form {
  const found = all.get(id)
  if (!found) throw new Error(`no form "${id}"`)
  return found
}

/** The ids of every form there is. */
export const formIds = (): string[] => [...all.keys()]
