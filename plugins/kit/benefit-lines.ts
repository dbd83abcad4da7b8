import { amountLines } from './amount-lines.ts'
import type { Condition } from './condition.ts'
import { quantityOf, type Glossary } from './glossary.ts'
import { limitsInOrder } from './limit.ts'
import { limitSentence, TIMES, togetherSentence } from './limit-sentence.ts'
import { line, type NoticeLine } from './notice-line.ts'
import { standingOf, type Benefit, type Document, type Limit, type Pack } from './pack.ts'
import { benefitsOf, type Regulation } from './regulation.ts'
import { inline, requirementLines } from './requirement.ts'
import { listed, phrase, plain, said, words, type Sentence } from './sentence.ts'
import type { Text } from './text.ts'

/** All that a regulation says of one benefit alone: what it gives, its limits, its conditions, how to claim, what is left to people, who is paid, documents. */
export function benefitLines(benefit: Benefit, glossary: Glossary, regulation: Regulation): NoticeLine[] {
  return [
    ...happensTo(benefit),
    ...amountLines(benefit.amount, { glossary, once: benefit.once === true }),
    ...(benefit.once ? [line('limit', plain('จ่ายครั้งเดียว', 'paid once'))] : []),
    ...limitsInOrder(benefit).map((limit) => limitLine(limit, benefit, glossary, regulation)),
    ...ownStanding(benefit, glossary.adopted.pack).flatMap((condition) => requirementLines(condition, glossary)),
    ...(benefit.conditions ? requirementLines(benefit.conditions, glossary) : []),
    ...claiming(benefit, glossary),
    ...(benefit.judgement ? [line('people', plain(`กรรมการวินิจฉัย: ${benefit.judgement.th}`, `the committee judges: ${benefit.judgement.en}`))] : []),
    ...payee(benefit),
    ...documents(benefit.documents ?? [], glossary),
  ]
}

const HAPPENS_TO: Record<NonNullable<Benefit['happensTo']>, Text | undefined> = {
  member: undefined,
  child: { th: 'สำหรับบุตรของสมาชิก', en: 'for a child of the member' },
  spouse: { th: 'สำหรับคู่สมรสของสมาชิก', en: 'for the member’s husband or wife' },
  parent: { th: 'สำหรับบิดามารดาของสมาชิก', en: 'for a parent of the member' },
  family: { th: 'สำหรับคนในครอบครัวของสมาชิก', en: 'for one of the member’s family' },
}

function happensTo(benefit: Benefit): NoticeLine[] {
  const whom = HAPPENS_TO[benefit.happensTo ?? 'member']
  return whom ? [line('condition', said(whom))] : []
}

/** Whether a standing condition binds at least half of the pack's benefits: then it is said once, for all of them. */
export function bindsMost(standingId: string, { benefits }: Pack): boolean {
  return benefits.filter((benefit) => !benefit.exempt?.includes(standingId)).length * 2 >= benefits.length
}

/** The standing conditions that bind a benefit and are not said for all. */
function ownStanding(benefit: Benefit, pack: Pack): Condition[] {
  return standingOf(benefit, { ...pack, standing: (pack.standing ?? []).filter(({ id }) => !bindsMost(id, pack)) })
}

/** A limit, with the benefits that are counted together under it. */
function limitLine({ id, per, of, atMost }: Limit, benefit: Benefit, glossary: Glossary, regulation: Regulation): NoticeLine {
  const quantity = of === 'times' ? quantityOf(glossary, atMost, TIMES) : quantityOf(glossary, atMost, of === 'amount' ? undefined : glossary.fact(of))
  const sentence = of === 'amount' && per !== 'event' ? togetherSentence(per, quantity) : limitSentence(per, quantity)
  const others = benefitsOf(regulation).map((each) => each.benefit).filter((each) => each.id !== benefit.id && each.limits?.some((limit) => limit.id === id))
  if (others.length === 0) return line('limit', sentence)
  const titles = listed(others.map((each) => said(each.title)), 'and', 'names')
  return line('limit', phrase(words`${sentence} นับรวมกับ${titles}`, words`${sentence}, counted together with ${titles}`))
}

function claiming(benefit: Benefit, glossary: Glossary): NoticeLine[] {
  const self = benefit.startedBy === 'fund' ? [line('claim', plain('กองทุนจ่ายให้เอง ไม่ต้องยื่นคำขอ', 'the fund starts this itself, no claim is needed'))] : []
  return benefit.claimWithin === undefined ? self : [...self, line('claim', claimSentence(benefit, benefit.claimWithin, glossary))]
}

/** "ยื่นภายใน 60 วันหลังออกจากโรงพยาบาล". */
export function claimSentence(benefit: Benefit, claimWithin: string, glossary: Glossary): Sentence {
  const within = quantityOf(glossary, claimWithin)
  const { label } = glossary.fact(benefit.eventOn)
  const event = { th: label.th.startsWith('วัน') ? label.th.replace(/^วันที่/, '') : 'เกิดเหตุ', en: /^(day|date)\b/.test(label.en) ? `the ${label.en}` : 'the event' }
  return phrase(words`ยื่นภายใน ${within}หลัง${event.th}`, words`claim within ${within} of ${event.en}`)
}

const PAYEES: Record<Exclude<NonNullable<Benefit['payee']>, 'member'>, Text> = {
  beneficiary: { th: 'จ่ายให้ผู้รับผลประโยชน์ที่สมาชิกระบุไว้', en: 'paid to the beneficiary whom the member named' },
  heir: { th: 'จ่ายให้ทายาท', en: 'paid to the heir' },
  applicant: { th: 'จ่ายให้ผู้ยื่นคำขอ', en: 'paid to the one who claims' },
  carer: { th: 'จ่ายให้ผู้ดูแล', en: 'paid to the carer' },
}

function payee({ payee: whom = 'member' }: Benefit): NoticeLine[] {
  return whom === 'member' ? [] : [line('payee', said(PAYEES[whom]))]
}

function documents(list: readonly Document[], glossary: Glossary): NoticeLine[] {
  if (list.length === 0) return []
  const under = list.map(({ name, when }) => {
    if (!when) return line('document', said(name))
    const condition = inline(when, glossary)
    return line('document', phrase(words`${name.th} เฉพาะเมื่อ${condition}`, words`${name.en}, only when ${condition}`))
  })
  return [line('document', plain('เอกสารที่ใช้', 'documents'), { under })]
}
