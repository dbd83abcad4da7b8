import { CHAPTERS } from './category.ts'
import { clauseName } from './clause.ts'
import { dayText, type Day } from './day.ts'
import { adoptedIn } from './draft.ts'
import { glossaryOf, type Glossary } from './glossary.ts'
import { line, type NoticeLine } from './notice-line.ts'
import { EVERY_BENEFIT, exceptSentence, type NoticeGeneral, type NoticeRule } from './notice.ts'
import { Category, type Benefit } from './pack.ts'
import type { Vocabulary } from './plugin.ts'
import { benefitsOf, type AdoptedPack, type Regulation } from './regulation.ts'
import { phrase, said, words } from './sentence.ts'
import { termsBehind } from './terms-used.ts'
import type { Text } from './text.ts'
import type { Told } from './written-values.ts'
import { clauseOf, sentence, type Unnumbered, type WrittenChapter, type WrittenClause, type WrittenItem } from './written-clause.ts'

/** หมวด ๒ เงื่อนไขทั่วไป: what binds every benefit, and how limits are counted. */
export function generalChapter(regulation: Regulation, { now, later }: Told, vocabulary: Vocabulary): Unnumbered<WrittenChapter> {
  const rules = now.general.map((general, at): Unnumbered<WrittenClause> => ({
    title: standingTitle(general, regulation),
    items: withLater(ruleLines(general), later.map(({ on, general }) => ({ on, lines: general[at] ? ruleLines(general[at]) : [] })), (lines) => [{ lines }]),
    ...sourceOf(general.clause?.number, adoptedIn(regulation, general.packId)),
  }))
  return { title: { th: 'เงื่อนไขทั่วไป', en: 'General conditions' }, clauses: [membership(regulation), ...rules, ...limits(regulation), ...unset(regulation, now.on, vocabulary)] }
}

function standingTitle({ packId }: NoticeGeneral, regulation: Regulation): Text {
  if (regulation.packs.length === 1) return EVERY_BENEFIT
  const { title } = adoptedIn(regulation, packId).pack
  return { th: `ทุกสวัสดิการตาม${title.th}`, en: `Every benefit of ${title.en}` }
}

const ruleLines = ({ rules }: Pick<NoticeGeneral, 'rules'>): NoticeLine[] => rules.flatMap(withExceptions)

/** What a general condition asks, and whom it does not bind, in one sentence. */
function withExceptions(rule: NoticeRule): NoticeLine[] {
  const except = exceptSentence(rule)
  const [first, ...rest] = rule.lines
  if (!except || !first) return rule.lines
  return rest.length === 0 && !first.under
    ? [{ ...first, parts: phrase(words`${first.parts} ${except.th}`, words`${first.parts}, ${except.en}`) }]
    : [...rule.lines, line('condition', said(except))]
}

/** The condition that no pack writes. */
function membership({ fundTerms: { lapse } }: Regulation): Unnumbered<WrittenClause> {
  return clauseOf({ th: 'ผู้มีสิทธิ', en: 'Who may receive' }, lapse
    ? sentence('ผู้มีสิทธิต้องเป็นสมาชิกในวันเกิดเหตุ และไม่พ้นสมาชิกภาพเพราะขาดส่ง', 'One must be a member on the day of the event, and must not have lost membership through arrears.')
    : sentence('ผู้มีสิทธิต้องเป็นสมาชิกในวันเกิดเหตุ', 'One must be a member on the day of the event.'))
}

function limits(regulation: Regulation): Unnumbered<WrittenClause>[] {
  if (benefitsOf(regulation).every(({ benefit }) => !benefit.limits?.length)) return []
  return [clauseOf({ th: 'การนับขีดจำกัด', en: 'How limits are counted' }, sentence(
    'ขีดจำกัดของสวัสดิการนับตามวันเกิดเหตุ เมื่อสิทธิเหลือไม่เต็มจำนวน ให้จ่ายเท่าที่เหลือ',
    'Limits are counted by the day of the event. Where less than the full amount is left, what is left is paid.',
  ))]
}

/** Values that the fund has not set leave a claim to people. */
function unset(regulation: Regulation, on: Day, vocabulary: Vocabulary): Unnumbered<WrittenClause>[] {
  const hasUnset = benefitsOf(regulation).some(({ benefit, adopted }) => {
    const { value } = glossaryOf(adopted, regulation.fundTerms, on, vocabulary)
    return [...termsBehind(benefit, adopted.pack)].some((id) => value(id) === undefined)
  })
  return hasUnset
    ? [clauseOf({ th: 'ค่าที่ยังไม่กำหนด', en: 'Values not set yet' }, sentence('คำขอที่ต้องใช้ค่าซึ่งระเบียบนี้ยังไม่กำหนด ให้กรรมการวินิจฉัย', 'A claim that needs a value which is not set yet is judged by the committee.'))]
    : []
}

/** The benefits, a chapter for each kind of welfare, from birth to death. */
export function benefitChapters(regulation: Regulation, told: Told, vocabulary: Vocabulary): Unnumbered<WrittenChapter>[] {
  const clauses = benefitClauses(regulation, told, vocabulary)
  return Category.options.flatMap((category) => {
    const own = clauses.filter((each) => each.category === category).map(({ clause }) => clause)
    return own.length > 0 ? [{ title: CHAPTERS[category], clauses: own }] : []
  })
}

function benefitClauses(regulation: Regulation, { now, later }: Told, vocabulary: Vocabulary): { category: Category; clause: Unnumbered<WrittenClause> }[] {
  return benefitsOf(regulation).map(({ benefit, adopted }, at) => {
    const glossary = glossaryOf(adopted, regulation.fundTerms, now.on, vocabulary)
    const lines = now.benefits[at]?.lines ?? []
    const after = later.map(({ on, benefits }) => ({ on, lines: benefits[at]?.lines ?? [] }))
    const items = withLater(lines, after, (now) => [...eventDay(benefit, glossary), ...itemsOf([...now, ...paidToMember(benefit)])])
    return { category: benefit.category, clause: { title: benefit.title, items, ...sourceOf(benefit.clause?.number, adopted) } }
  })
}

const ITEMS: readonly { about: NoticeLine['about']; title: Text }[] = [
  { about: 'condition', title: { th: 'เงื่อนไข', en: 'Conditions' } },
  { about: 'amount', title: { th: 'จำนวนที่ได้รับ', en: 'What is given' } },
  { about: 'limit', title: { th: 'ขีดจำกัด', en: 'Limits' } },
  { about: 'people', title: { th: 'ดุลพินิจ', en: 'Judgement' } },
  { about: 'claim', title: { th: 'การยื่นคำขอ', en: 'Claiming' } },
  { about: 'payee', title: { th: 'ผู้รับเงิน', en: 'Payee' } },
  { about: 'document', title: { th: 'เอกสาร', en: 'Documents' } },
]

/** The lines of a notice under the words of a clause. */
function itemsOf(lines: readonly NoticeLine[]): WrittenItem[] {
  return ITEMS.flatMap(({ about, title }) => {
    const own = lines.filter((each) => each.about === about)
    if (own.length === 0) return []
    return [{ title, lines: about === 'document' ? own.flatMap((each) => each.under ?? [each]) : own }]
  })
}

/** The day that counts, where its question does not call it the event's own. */
function eventDay({ eventOn }: Benefit, glossary: Glossary): WrittenItem[] {
  const { label } = glossary.fact(eventOn)
  return label.th === EVENT_DAY.th ? [] : [{ title: EVENT_DAY, lines: [line('condition', said(label))] }]
}

const EVENT_DAY: Text = { th: 'วันเกิดเหตุ', en: 'Day of the event' }

const paidToMember = ({ payee = 'member' }: Benefit): NoticeLine[] => (payee === 'member' ? [line('payee', said({ th: 'จ่ายให้สมาชิก', en: 'paid to the member' }))] : [])

/** What stands now, then for each later day the lines that will read otherwise. */
function withLater(now: readonly NoticeLine[], later: readonly { on: Day; lines: readonly NoticeLine[] }[], items: (lines: NoticeLine[]) => WrittenItem[]): WrittenItem[] {
  const changes = later.flatMap(({ on, lines }, at): WrittenItem[] => {
    const before = (later[at - 1]?.lines ?? now).map((each) => JSON.stringify(each))
    const changed = lines.filter((each) => !before.includes(JSON.stringify(each)))
    const from = dayText(on)
    return changed.length > 0 ? [{ title: { th: `ตั้งแต่วันที่ ${from.th}`, en: `From ${from.en}` }, lines: changed }] : []
  })
  return [...items([...now]), ...changes]
}

/** "ข้อ 12 ของ “ระเบียบต้นแบบ”": where a pack says it under a number of its own. */
function sourceOf(number: string | undefined, { pack }: AdoptedPack): { source?: Text } {
  return number === undefined ? {} : { source: { th: `${clauseName(number, 'th')} ของ “${pack.title.th}”`, en: `${clauseName(number, 'en')} of “${pack.title.en}”` } }
}
