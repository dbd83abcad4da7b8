import { wordMissing } from './contained.ts'
import type { Day } from './day.ts'
import type { Fact } from './fact.ts'
import type { FundTerms } from './fund-terms.ts'
import { catalogueOf, type Vocabulary } from './plugin.ts'
import { figure, unitAfter, type Measure } from './quantity.ts'
import { termValueOn, type AdoptedPack } from './regulation.ts'
import type { Part, Sentence } from './sentence.ts'
import type { Term, TermValue } from './term.ts'
import type { Text } from './text.ts'
import type { Value } from './value.ts'

/** How one adopted pack's facts and terms are called, and what its terms stand at on a day. */
export interface Glossary {
  adopted: AdoptedPack
  vocabulary: Vocabulary
  /** What members pay, in this fund's own word. */
  contribution: Text
  fact: (id: string) => Fact
  term: (id: string) => Term
  /** Undefined where the fund has not set it, and for every term where the day is not known. */
  value: (termId: string) => TermValue | undefined
}

/** What members pay where a fund has no word of its own. */
export const CONTRIBUTION: Text = { th: 'เงินสัจจะ', en: 'contributions' }

const NOT_SET: Text = { th: 'ยังไม่กำหนด', en: 'not set yet' }

/** Reads facts and terms of a pack. Throws for one that the pack does not declare: the checker refuses such a pack. */
export function glossaryOf(adopted: AdoptedPack, fundTerms: FundTerms, on: Day | undefined, vocabulary: Vocabulary): Glossary {
  const contribution = fundTerms.contributionWord ?? CONTRIBUTION
  const catalogue = catalogueOf(adopted, fundTerms, vocabulary)
  const own = adopted.pack.facts ?? {}
  const fact = (id: string): Fact => {
    const each = catalogue[id]
    if (!each) throw wordMissing('fact', id)
    return Object.hasOwn(own, id) ? each : inOwnWord(each, contribution)
  }
  const term = (id: string): Term => {
    const each = adopted.pack.terms[id]
    if (!each) throw new Error(`the term "${id}" is not declared`)
    return each
  }
  return { adopted, vocabulary, contribution, fact, term, value: (id) => (on === undefined ? undefined : termValueOn(adopted, id, on)?.value ?? undefined) }
}

/** A fact of the kit, whose names say เงินสัจจะ, in the fund's own word. */
function inOwnWord(fact: Fact, word: Text): Fact {
  const own = ({ th, en }: Text): Text => ({ th: th.replaceAll(CONTRIBUTION.th, word.th), en: en.replaceAll(CONTRIBUTION.en, word.en) })
  return { ...fact, label: own(fact.label), ...(fact.ask ? { ask: own(fact.ask) } : {}) }
}

/** How the values of a term are measured; a ladder or a schedule by what it is of. The unit is the term's own, else that of `beside`. */
export function measureOf(term: Term, beside?: Measure): Measure {
  const type = term.type === 'ladder' || term.type === 'schedule' ? term.of : term.type
  const options = 'options' in term ? term.options : undefined
  return { type, unit: term.unit ?? beside?.unit, options: options ?? beside?.options }
}

/** The value of a term without its unit, as a part that can be tapped. */
export function figureOf(glossary: Glossary, termId: string, beside?: Measure): Sentence {
  const raw = glossary.value(termId)
  return [raw === undefined ? notSet(termId) : part(termId, raw, raw as Value, measureOf(glossary.term(termId), beside))] // only scalar terms are read this way
}

/** The value of a term with its unit after it: "3 คืน", "1,000 บาท". */
export function quantityOf(glossary: Glossary, termId: string, beside?: Measure): Sentence {
  const value = glossary.value(termId) as Value | undefined // only scalar terms are read this way
  const unit = unitAfter(value, measureOf(glossary.term(termId), beside))
  return unit.th === '' && unit.en === '' ? figureOf(glossary, termId, beside) : [...figureOf(glossary, termId, beside), { text: unit }]
}

/** One value within a term: a step's or an item's. */
export function part(termId: string, raw: TermValue, value: Value, measure: Measure, at?: string): Part {
  return { value: { th: figure(value, measure, 'th'), en: figure(value, measure, 'en') }, term: termId, raw, ...(at === undefined ? {} : { at }) }
}

export const notSet = (termId: string): Part => ({ value: NOT_SET, term: termId })
