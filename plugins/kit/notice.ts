import { benefitLines, bindsMost } from './benefit-lines.ts'
import { clauseName } from './clause.ts'
import { formatDay, type Day } from './day.ts'
import { lapseWords, MEMBER_FROM, YEAR_BEGINS } from './fund-words.ts'
import { glossaryOf, type Glossary } from './glossary.ts'
import type { NoticeLine } from './notice-line.ts'
import type { Benefit, Category } from './pack.ts'
import { kitVocabulary, type Vocabulary } from './plugin.ts'
import { benefitsOf, type AdoptedPack, type Regulation } from './regulation.ts'
import { requirementLines } from './requirement.ts'
import { capitalised, listed, read, said } from './sentence.ts'
import type { Lang, Text } from './text.ts'
import type { Name } from './value.ts'

/** One benefit as it hangs in the temple hall. Terms in its lines are those of its pack. */
export interface NoticeBenefit {
  id: string
  packId: string
  category: Category
  title: Name
  clause?: NonNullable<Benefit['clause']>
  lines: NoticeLine[]
}

/** A condition that binds most benefits of a pack, and those that it does not. */
export interface NoticeRule {
  lines: NoticeLine[]
  except: Name[]
}

/** What one clause says of all benefits together. Terms in its lines are those of its pack. */
export interface NoticeGeneral {
  packId: string
  clause?: NonNullable<Benefit['clause']>
  rules: NoticeRule[]
}

/** What a fund gives (ประกาศสวัสดิการ): the same for the screen, the printed sheet and the command line. */
export interface Notice {
  title: Name
  on: Day
  general: NoticeGeneral[]
  benefits: NoticeBenefit[]
  /** What the fund means by its words, for every benefit. */
  notes: Text[]
}

/** The notice of a regulation, with the values of its terms on a day. Throws for a fact or term that a pack does not declare. */
export function noticeOf(regulation: Regulation, on: Day, vocabulary: Vocabulary = kitVocabulary): Notice {
  const benefits = benefitsOf(regulation).map(({ benefit, adopted }): NoticeBenefit => ({
    id: benefit.id,
    packId: adopted.pack.id,
    category: benefit.category,
    title: benefit.title,
    ...(benefit.clause ? { clause: benefit.clause } : {}),
    lines: benefitLines(benefit, glossaryOf(adopted, regulation.fundTerms, on, vocabulary), regulation),
  }))
  const general = regulation.packs.flatMap((adopted) => generalOf(adopted, glossaryOf(adopted, regulation.fundTerms, on, vocabulary)))
  return { title: regulation.title, on, general, benefits, notes: fundNotes(regulation) }
}

function generalOf({ pack, without = [] }: AdoptedPack, glossary: Glossary): NoticeGeneral[] {
  const clauses = new Map<string, NoticeGeneral>()
  for (const { id, conditions, clause } of (pack.standing ?? []).filter((each) => bindsMost(each.id, pack))) {
    const general = clauses.get(clause?.number ?? '') ?? { packId: pack.id, ...(clause ? { clause } : {}), rules: [] }
    const except = pack.benefits.filter((benefit) => benefit.exempt?.includes(id) && !without.includes(benefit.id)).map((benefit) => benefit.title)
    general.rules.push({ lines: requirementLines(conditions, glossary), except })
    clauses.set(clause?.number ?? '', general)
  }
  return [...clauses.values()]
}

/** Said above the conditions that bind every benefit, or all but a few. */
export const EVERY_BENEFIT: Text = { th: 'ทุกสวัสดิการ', en: 'Every benefit' }

/** The benefits that a general condition does not bind: "ยกเว้นเสียชีวิต และผู้สูงอายุ". Undefined where it binds all. */
export function exceptSentence({ except }: NoticeRule): Text | undefined {
  if (except.length === 0) return undefined
  const titles = listed(except.map((title) => said(title)), 'and', 'names')
  return { th: `ยกเว้น${read(titles, 'th')}`, en: `except ${read(titles, 'en')}` }
}

/** The fund's own meanings, where a reader could take them otherwise. */
function fundNotes({ fundTerms, packs }: Regulation): Text[] {
  const { year, memberFrom, lapse, contributionWord } = fundTerms
  const notes: Text[] = []
  if (year && packs.some(({ pack }) => pack.benefits.some((benefit) => benefit.limits?.some((limit) => limit.per === 'year')))) notes.push(YEAR_BEGINS[year])
  if (memberFrom !== 'joined') notes.push(MEMBER_FROM[memberFrom])
  if (lapse) notes.push(lapseWords(lapse, contributionWord))
  return notes
}

const COLUMNS = 80
/** Up to where what a step gives is moved to the right, so that a column of sums stands straight. */
const GIVES_AT_MOST = 56

/** A notice as plain text, lines of 80 columns at most. */
export function noticeText(notice: Notice, lang: Lang): string {
  const day = formatDay(notice.on, lang, 'long')
  const head = [notice.title[lang], { th: `สวัสดิการของสมาชิก ณ วันที่ ${day}`, en: `Benefits of members on ${day}` }[lang]]
  const notes = notice.notes.map((note) => note[lang])
  return [head, ...notice.general.map((general) => generalText(general, lang)), ...notice.benefits.map((benefit) => benefitText(benefit, lang)), ...(notes.length > 0 ? [notes] : [])]
    .map((block) => block.flatMap((each) => wrapped(each, lang)).join('\n')).join('\n\n')
}

function generalText({ clause, rules }: NoticeGeneral, lang: Lang): string[] {
  const heading = clause ? `${EVERY_BENEFIT[lang]} · ${clauseName(clause.number, lang)}` : EVERY_BENEFIT[lang]
  return [heading, ...rules.flatMap((rule) => {
    const except = exceptSentence(rule)
    return [...linesText(rule.lines, lang, '  '), ...(except ? [`    ${except[lang]}`] : [])]
  })]
}

function benefitText({ title, clause, lines }: NoticeBenefit, lang: Lang): string[] {
  const heading = clause ? `${title[lang]} · ${clauseName(clause.number, lang)}` : title[lang]
  const text = clause?.text ? [`  “${clause.text[lang]}”`] : []
  return [heading, ...linesText(lines, lang, '  '), ...text]
}

function linesText(lines: readonly NoticeLine[], lang: Lang, indent: string): string[] {
  const begins = (line: NoticeLine) => indent + read(line.parts, lang) + (line.until ? ` ${line.until[lang]}` : '')
  const column = Math.max(0, ...lines.filter((line) => line.gives).map((line) => widthOf(begins(line))).filter((width) => width <= GIVES_AT_MOST))
  return lines.flatMap((line) => {
    const space = ' '.repeat(Math.max(0, column - widthOf(begins(line))))
    const text = line.gives ? `${begins(line)}${space}  ${read(capitalised(line.gives), lang)}` : begins(line)
    return [text, ...linesText(line.under ?? [], lang, `${indent}  `)]
  })
}

/** Columns that a text takes on a terminal: marks above and below stand in none of their own. */
function widthOf(text: string): number {
  return text.replace(/\p{Mn}/gu, '').length
}

/** Broken between words, which Thai does not part by spaces; what follows is set in by two more. */
function wrapped(text: string, lang: Lang): string[] {
  const indent = /^ */.exec(text)?.[0] ?? ''
  const lines: string[] = []
  let line = ''
  for (const { segment } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)) {
    if (widthOf(line + segment.trimEnd()) > COLUMNS && line.trim() !== '') {
      lines.push(line.trimEnd())
      line = `${indent}  ${segment.trimStart()}`
    } else line += segment
  }
  return [...lines, line.trimEnd()]
}
