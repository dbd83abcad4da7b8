import { clauseName } from './clause.ts'
import { glossaryOf } from './glossary.ts'
import { spanWord } from './limit-sentence.ts'
import { kitVocabulary, type Vocabulary } from './plugin.ts'
import { rangeBaht } from './range-text.ts'
import { reasonWords, type ReasonWords } from './reason-words.ts'
import { benefitsOf, type Regulation } from './regulation.ts'
import { capital, listed, read, said } from './sentence.ts'
import { slipRows, type SlipRow } from './slip-rows.ts'
import { speechOf, type Speech } from './speech.ts'
import type { Lang, Text } from './text.ts'
import type { LeftToPeople, Range, Verdict } from './verdict.ts'
import { hasWay, isGrief, isPaying, wayWords } from './way-words.ts'
import type { Way } from './way.ts'

/** What the rules say about a claim, in the words of one language: what the slip shows and prints. Lists are empty where there is nothing to say. */
export interface Explanation {
  tone: 'yes' | 'ask' | 'no' | 'pen'
  headline: string
  /** "ข้อ 12". */
  clause?: string
  /** Stands above a claim after a death. */
  condolence?: string
  /** How the amount came about; the last row is the total. */
  rows: SlipRow[]
  /** What the rules leave to people to set: "1,000–2,000 บาท". */
  range?: string
  inKind: string[]
  reasons: ReasonWords[]
  way: string[]
  /** Why people decide. */
  people: string[]
  /** Questions still to be answered. */
  missing: { fact: string; ask: string }[]
  documents: { id: string; name: string; unsure: boolean }[]
  /** Who has the last word. */
  closing: string
}

/**
 * Tells a verdict by the regulation it was judged by. With the way that findWay found, a refusal says what would be different; without, it
 * says neither "not yet" nor "never". Throws where the regulation has not the verdict's benefit.
 */
export function explain(verdict: Verdict, regulation: Regulation, lang: Lang, { way, vocabulary = kitVocabulary }: { way?: Way; vocabulary?: Vocabulary } = {}): Explanation {
  const offered = benefitsOf(regulation).find(({ benefit }) => benefit.id === verdict.benefitId)
  if (!offered) throw new Error(`the regulation has no benefit "${verdict.benefitId}"`)
  const { benefit, adopted } = offered
  const speech = speechOf(lang, { verdict, benefit, fundTerms: regulation.fundTerms, glossary: glossaryOf(adopted, regulation.fundTerms, verdict.eventOn, vocabulary), isYet: hasWay(way, benefit) })
  const reasons = verdict.outcome === 'ineligible' ? verdict.reasons : []
  const told = verdict.outcome === 'ineligible' ? reasonWords(reasons, speech) : []
  return {
    tone: TONES[verdict.outcome],
    headline: headline(speech, way),
    ...(benefit.clause ? { clause: capital(clauseName(benefit.clause.number, lang)) } : {}),
    ...(isGrief(benefit) ? { condolence: speech.say('กองทุนขอแสดงความเสียใจ', 'The fund offers its condolences.') } : {}),
    rows: slipRows(verdict, speech),
    ...(verdict.outcome === 'judgement' ? { range: capital(rangeBaht(verdict.range, speech)) } : {}),
    inKind: 'inKind' in verdict ? verdict.inKind.map((thing) => capital(speech.of(thing.name))) : [],
    reasons: told,
    way: verdict.outcome === 'ineligible' ? wayWords(way, reasons, speech) : [],
    people: verdict.outcome === 'judgement' ? verdict.people.map((each) => leftToPeople(each, verdict.range, speech)) : [],
    missing: verdict.outcome === 'incomplete' ? verdict.missing.map((fact) => ({ fact, ask: askOf(fact, speech) })) : [],
    documents: verdict.documents.map(({ id, unsure }) => ({ id, unsure, name: documentName(id, speech) })),
    closing: closing(told.length, speech),
  }
}

const TONES = { eligible: 'yes', incomplete: 'ask', ineligible: 'no', judgement: 'pen' } as const

/** "ยัง" only where time or an act can change it. */
function headline(speech: Speech, way: Way | undefined): string {
  const { verdict, say, baht, glossary } = speech
  switch (verdict.outcome) {
    case 'eligible': return verdict.amountSatang > 0 ? say(`ได้ ${baht(verdict.amountSatang)}`, baht(verdict.amountSatang)) : things(verdict.inKind.map((thing) => thing.name), speech)
    case 'judgement': return say('กรรมการวินิจฉัย', 'For the committee to judge')
    case 'incomplete': return say('ข้อมูลยังไม่ครบ', 'Something is still missing')
    case 'ineligible':
      if (isPaying(way)) return say(`ส่ง${glossary.contribution.th}ให้ครบก่อน`, `Pay in the ${glossary.contribution.en} first`)
      if (verdict.reasons.length > 0 && verdict.reasons.every((reason) => reason.kind === 'limit' && reason.limit.per === 'year')) return usedUp(speech)
      return speech.isYet ? say('ครั้งนี้ยังไม่เข้าเกณฑ์', 'Not this time') : say('ไม่เข้าเกณฑ์ข้อนี้', 'Does not meet this rule')
  }
}

function usedUp({ fundTerms, say, of }: Speech): string {
  const year = of(spanWord('year', fundTerms))
  return capital(say(`${year}ใช้สิทธิครบแล้ว`, `${year}: used up`))
}

function things(names: readonly Text[], { lang, say }: Speech): string {
  const list = read(listed(names.map(said), 'and', 'names'), lang)
  return capital(say(`ได้${list}`, list))
}

function leftToPeople(each: LeftToPeople, range: Range, speech: Speech): string {
  const { say, of, glossary } = speech
  switch (each.kind) {
    case 'judgement': return capital(of(each.text))
    case 'range': return say(`กรรมการกำหนดจำนวน ${rangeBaht(range, speech)}`, `The committee sets the amount: ${rangeBaht(range, speech)}`)
    case 'notSet': return say(`กองทุนยังไม่กำหนดค่า “${of(glossary.term(each.term).label)}”`, `The fund has not set “${of(glossary.term(each.term).label)}”`)
  }
}

function askOf(factId: string, { glossary, of }: Speech): string {
  const { ask, label } = glossary.fact(factId)
  return capital(of(ask ?? label))
}

function documentName(id: string, { benefit, of }: Speech): string {
  const document = benefit.documents?.find((each) => each.id === id)
  if (!document) throw new Error(`the benefit has no document "${id}"`)
  return capital(of(document.name))
}

function closing(reasonsTold: number, { verdict, say }: Speech): string {
  if (verdict.outcome === 'incomplete') return say('ตอบให้ครบแล้วผลตรวจจะขึ้นที่นี่', 'Answer the rest and the result appears here.')
  if (verdict.outcome !== 'ineligible') return say('นี่คือผลตรวจตามระเบียบ กรรมการเป็นผู้พิจารณาอนุมัติ', 'This is what the rules say. The committee decides.')
  const isAlone = reasonsTold === 1 && verdict.reasons.every((reason) => reason.kind === 'condition') && verdict.conditions.every(({ found, met }) => found.state !== 'notApplicable' && met !== undefined)
  const rest = isAlone ? say('เงื่อนไขอื่นครบแล้ว ', 'Everything else is met. ') : ''
  return rest + say('กรรมการมีมติเป็นกรณีพิเศษได้ โดยบันทึกเหตุผล', 'The committee may decide otherwise, with its reason on record.')
}
