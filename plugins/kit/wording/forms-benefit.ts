import { amountForms, amountPartForms } from './forms-amount.ts'
import { choice, fact, form, id, line, list, name, one, says, term, words, type Form } from './form.ts'

const per = choice({ event: says('ครั้งละ', 'each time'), year: says('ปีละ', 'a year'), lifetime: says('ตลอดชีวิต', 'in a lifetime'), family: says('ครอบครัวละ', 'for a family') })
const category = choice({
  newborn: says('การเกิด', 'birth'), sickness: says('การเจ็บป่วย', 'sickness'), elderly: says('ผู้สูงอายุ', 'old age'), death: says('การเสียชีวิต', 'death'), funeral: says('งานศพ', 'funerals'), disability: says('ผู้พิการ', 'disability'),
  occupation: says('อาชีพ', 'occupation'), education: says('การศึกษา', 'education'), culture: says('ประเพณีวัฒนธรรม', 'culture'), housing: says('ที่อยู่อาศัย', 'housing'), disaster: says('ภัยพิบัติ', 'disaster'), environment: says('สิ่งแวดล้อม', 'environment'),
  marriage: says('การแต่งงาน', 'marriage'), ordination: says('การบวช', 'ordination'), conscription: says('ทหารเกณฑ์', 'conscription'), carer: says('ผู้ดูแล', 'carers'), other: says('อื่น ๆ', 'other'),
})
const happensTo = choice({ member: says('สมาชิก', 'the member'), child: says('บุตร', 'a child'), spouse: says('คู่สมรส', 'the husband or wife'), parent: says('บิดามารดา', 'a parent'), family: says('คนในครอบครัว', 'one of the family') })
const payee = choice({ member: says('สมาชิก', 'the member'), beneficiary: says('ผู้รับผลประโยชน์', 'the beneficiary'), heir: says('ทายาท', 'the heir'), applicant: says('ผู้ยื่นคำขอ', 'the applicant'), carer: says('ผู้ดูแล', 'the carer') })

const clauseParts = [line('clauseNumber'), line('clauseText')]
const limitSlots = { per, atMost: term, id }

/** A benefit and all that a regulation says of it. */
export const benefitForms: Readonly<Record<string, readonly Form[]>> = {
  ...amountPartForms,
  amount: amountForms,
  standing: [form('standing', 'เงื่อนไขของทุกสวัสดิการ ({id})', 'condition of every benefit ({id})', { id }, { under: [...clauseParts, one('conditions', 'condition')] })],
  noStanding: [form('noStanding', 'ไม่มีเงื่อนไขของทุกสวัสดิการ', 'no conditions of every benefit', {}, { sets: { standing: [] } })],
  clauseNumber: [form('clauseNumber', 'ตามข้อ {clause.number}', 'by clause {clause.number}', { 'clause.number': words })],
  clauseText: [form('clauseText', 'ความว่า {clause.text}', 'which says {clause.text}', { 'clause.text': name })],
  benefit: [form('benefit', 'สวัสดิการ {title} ({id}) ประเภท{category}', 'benefit {title} ({id}), a benefit of {category}', { title: name, id, category }, { declares: true, under: [
    ...clauseParts, line('happensTo'), line('payee'), line('startedBy'), line('once'), line('asks'), line('eventOn'), line('exempt'), line('conditions'), line('judgement'), line('claimWithin'),
    one('amount', 'amount'), line('noLimits'), list('limits', 'limit'), line('noDocuments'), list('documents', 'document'),
  ] })],
  happensTo: [form('happensTo', 'เกิดแก่{happensTo}', 'happens to {happensTo}', { happensTo })],
  payee: [form('payee', 'จ่ายให้{payee}', 'paid to {payee}', { payee })],
  startedBy: [form('startedBy', 'กองทุนเริ่มให้เอง ไม่ต้องยื่นคำขอ', 'started by the fund itself, without a claim', {}, { sets: { startedBy: 'fund' } })],
  once: [form('once', 'ให้ครั้งเดียวในชีวิต', 'given once in a life', {}, { sets: { once: true } })],
  asks: [form('asks', 'ถาม {asks}', 'asks {asks}', { asks: { kind: 'reference', to: 'fact', many: true } })],
  eventOn: [form('eventOn', 'ถือ {eventOn} เป็นวันเกิดเหตุ', 'takes {eventOn} as the day of the event', { eventOn: fact })],
  exempt: [
    form('exempt', 'ยกเว้นเงื่อนไขของทุกสวัสดิการ {exempt}', 'exempt from the conditions of every benefit {exempt}', { exempt: { kind: 'reference', to: 'standing', many: true } }),
    form('noExempt', 'ไม่ยกเว้นเงื่อนไขของทุกสวัสดิการ', 'exempt from no conditions of every benefit', {}, { sets: { exempt: [] } }),
  ],
  conditions: [form('conditions', 'มีสิทธิเมื่อ', 'entitled when', {}, { has: 'conditions', under: [one('conditions', 'condition')] })],
  judgement: [form('judgement', 'กรรมการวินิจฉัย {judgement}', 'the committee judges {judgement}', { judgement: name })],
  claimWithin: [form('claimWithin', 'ยื่นคำขอภายใน {claimWithin}', 'claimed within {claimWithin}', { claimWithin: term })],
  limit: [
    form('limitTimes', 'เพดาน ({id}) จำนวนครั้ง {per}ไม่เกิน {atMost}', 'limit ({id}): the times {per} at most {atMost}', limitSlots, { sets: { of: 'times' } }),
    form('limitAmount', 'เพดาน ({id}) จำนวนเงิน {per}ไม่เกิน {atMost}', 'limit ({id}): the money {per} at most {atMost}', limitSlots, { sets: { of: 'amount' } }),
    form('limitUnits', 'เพดาน ({id}) {of} {per}ไม่เกิน {atMost}', 'limit ({id}): {of} {per} at most {atMost}', { ...limitSlots, of: fact }),
  ],
  noLimits: [form('noLimits', 'ไม่มีเพดาน', 'no limits', {}, { sets: { limits: [] } })],
  document: [form('document', 'เอกสาร {name} ({id})', 'document {name} ({id})', { name, id }, { under: [line('documentWhen')] })],
  documentWhen: [form('documentWhen', 'ใช้เฉพาะเมื่อ', 'needed only when', {}, { has: 'when', under: [one('when', 'condition')] })],
  noDocuments: [form('noDocuments', 'ไม่ใช้เอกสาร', 'no documents', {}, { sets: { documents: [] } })],
}
