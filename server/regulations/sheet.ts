import { clauseName } from '../../plugins/kit/clause.ts'
import { formatDay } from '../../plugins/kit/day.ts'
import type { NoticeLine } from '../../plugins/kit/notice-line.ts'
import { EVERY_BENEFIT, exceptSentence, noticeOf } from '../../plugins/kit/notice.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { regulationHash, type Regulation } from '../../plugins/kit/regulation.ts'
import { capital, capitalised, read } from '../../plugins/kit/sentence.ts'
import { thaiDigits, type Lang } from '../../plugins/kit/text.ts'
import { written } from '../../plugins/kit/written.ts'
import type { Edition, WrittenClause, WrittenItem } from '../../plugins/kit/written-clause.ts'
import { valuesOn } from '../../plugins/kit/written-values.ts'
import { SHEET_WORDS } from './sheet-words.ts'

/** What goes on paper: a regulation, the edition it is, on a day, in a language. */
export interface Papered {
  regulation: Regulation
  edition: Edition
  on: string
  language: Lang
  vocabulary: Vocabulary
}

/** A line with what it gives at the right, and what belongs under it. */
interface SheetLine {
  text: string
  gives?: string
  under: SheetLine[]
}

/** The written regulation, as its template prints it: every word in one language, its digits Thai in Thai. */
export function regulationSheet({ regulation, edition, on, language, vocabulary }: Papered) {
  const say = voice(language)
  const words = SHEET_WORDS[language]
  const { title, fund, preamble, chapters } = written(regulation, edition, on, vocabulary)
  const clauseSheet = ({ number, title, items, source }: WrittenClause) => ({
    name: say(capital(clauseName(String(number), language))),
    title: say(title[language]),
    items: items.map((item) => ({ title: item.title ? say(item.title[language]) : '', lines: inOneSentence(item.lines.map((line) => sheetLine(line, language)), item, language) })),
    source: source ? say(words.source(source[language])) : '',
  })
  return {
    ...common(regulation, edition, language),
    title: say(title[language]),
    fund: say(fund[language]),
    edition: say(edition.number === undefined ? words.draft : words.edition(edition.number)),
    preamble: preamble ? say(preamble[language]) : '',
    chapters: chapters.map((chapter) => ({ name: say(words.chapter(chapter.number)), title: say(chapter.title[language]), clauses: chapter.clauses.map(clauseSheet) })),
    letters: language === 'th' ? ['ก', 'ข', 'ค', 'ง', 'จ', 'ฉ', 'ช', 'ซ', 'ฌ', 'ญ', 'ฎ', 'ฏ', 'ฐ', 'ฑ', 'ฒ', 'ณ', 'ด', 'ต', 'ถ', 'ท'] : [...'abcdefghijklmnopqrst'],
    proclaimed: words.proclaimed,
    resolved: edition.resolution ? say(words.resolved(edition.resolution.number, formatDay(edition.resolution.heldOn, language, 'long'))) : words.resolvedByHand,
    whole: words.whole(regulationHash(regulation)),
  }
}

/** The notice board's sheet, and the same cut for a telephone. */
export function noticeSheet({ regulation, edition, on, language, vocabulary }: Papered) {
  const say = voice(language)
  const words = SHEET_WORDS[language]
  const { since } = valuesOn(regulation, edition, on)
  const { general, benefits, notes } = noticeOf(regulation, since, vocabulary)
  const rules = general.map(({ clause, rules }) => ({
    title: say(EVERY_BENEFIT[language]),
    clause: clause ? say(clauseName(clause.number, language)) : '',
    lines: rules.flatMap((rule) => {
      const except = exceptSentence(rule)
      return [...rule.lines.map((line) => sheetLine(line, language)), ...(except ? [{ text: say(except[language]), under: [] }] : [])]
    }),
  }))
  return {
    ...common(regulation, edition, language),
    kicker: say(words.noticeOf(edition.fund[language])),
    title: words.noticeTitle,
    below: edition.number === undefined ? '' : say(words.inForce(formatDay(edition.fromOn, language, 'long'), edition.resolution?.title?.[language])),
    benefits: [...rules, ...benefits.map(({ title, clause, lines }) => ({
      title: say(title[language]),
      clause: clause ? say(clauseName(clause.number, language)) : '',
      lines: lines.map((line) => (line.about === 'document' ? documentsLine(line, language) : sheetLine(line, language))),
    }))],
    notes: notes.map((note) => say(note[language])),
    ask: words.ask,
  }
}

/** What stands on every sheet: whose it is, which edition, and that it is a draft where it is one. */
function common(regulation: Regulation, edition: Edition, language: Lang) {
  const words = SHEET_WORDS[language]
  const { number, fromOn } = edition
  const hash = regulationHash(regulation)
  return {
    language,
    hash,
    draft: number === undefined ? words.draft : '',
    notYet: number === undefined ? voice(language)(words.notYet(formatDay(fromOn, language, 'long'))) : '',
    foot: `${voice(language)(number === undefined ? words.draft : words.edition(number))} · ${words.code(hash)}`,
    page: words.page,
    sign: words.sign,
    offices: words.offices,
  }
}

function sheetLine({ parts, until, gives, under = [] }: NoticeLine, language: Lang): SheetLine {
  const say = voice(language)
  return {
    text: say([read(parts, language), until?.[language]].filter((part) => part !== undefined).join(' ')),
    ...(gives && { gives: say(read(capitalised(gives), language)) }),
    under: under.map((each) => sheetLine(each, language)),
  }
}

/** What is given, limits and how to claim run on as one sentence where they are short; conditions and documents are counted one by one. */
function inOneSentence(lines: SheetLine[], { lines: said }: WrittenItem, language: Lang): SheetLine[] {
  const runsOn = lines.every(({ gives, under }) => gives === undefined && under.length === 0) && said.every(({ about }) => about === 'amount' || about === 'limit' || about === 'claim')
  const joined = (text: string, at: number) => (at === 0 ? text : language === 'th' ? ` ${text}` : `; ${text.charAt(0).toLowerCase()}${text.slice(1)}`)
  return runsOn ? [{ text: lines.map(({ text }, at) => joined(text, at)).join(''), under: [] }] : lines
}

/** The documents of a notice, one after another: they are brought along, not looked up. */
function documentsLine({ parts, under = [] }: NoticeLine, language: Lang): SheetLine {
  return { text: voice(language)(`${read(parts, language)}: ${under.map((each) => read(each.parts, language)).join(' · ')}`), under: [] }
}

/** A sentence for paper: Thai digits in Thai, but not in codes such as BEN-000012; a number and its unit stay on one line. */
function voice(language: Lang): (text: string) => string {
  return (text) => {
    const joined = text.replace(/(?<=\d[\d,.]*) (?=\S)/g, '\u00a0')
    return language === 'en' ? joined : joined.replace(/[A-Za-z][\w.-]*|\d+/g, (each) => (/^\d/.test(each) ? thaiDigits(each) : each))
  }
}
