import { normalDuration, type Duration } from './duration.ts'
import { measureOf, part, type Glossary } from './glossary.ts'
import { line, type NoticeLine } from './notice-line.ts'
import { quantity, unitAfter, type Measure } from './quantity.ts'
import { phrase, plain, said, words, type Sentence } from './sentence.ts'
import type { Step } from './term.ts'

type Bound = number | Duration

/** The rows of a ladder or schedule term, each with the baht or the percentage it gives at its right; undefined where the fund has not set it. */
export function termRows(glossary: Glossary, termId: string, factId: string, gives: 'baht' | 'percent', goesOn = false): NoticeLine[] | undefined {
  const value = glossary.value(termId)
  if (value === undefined) return undefined
  if (Array.isArray(value)) return ladderRows(glossary, termId, value, glossary.fact(factId), gives, goesOn)
  const term = glossary.term(termId)
  const amounts = value as Record<string, number> // neither unset nor steps: the checker holds this place to a ladder or a schedule
  return Object.entries('items' in term ? term.items : {}).map(([id, name]) => line('amount', said(name), { gives: given(glossary, termId, amounts[id] ?? 0, id, gives) }))
}

function ladderRows(glossary: Glossary, termId: string, steps: readonly Step[], measure: Measure, gives: 'baht' | 'percent', goesOn: boolean): NoticeLine[] {
  return steps.map(({ id, from, value }, at) => {
    const bound: Sentence = [part(termId, from, from, measure, id), { text: unitAfter(from, measure) }]
    const { parts, ...until } = reach(bound, from, steps[at + 1]?.from, measure, goesOn)
    return line('amount', parts, { ...until, gives: given(glossary, termId, value, id, gives) })
  })
}

/** "500 บาท" or "ร้อยละ 30" of one step or item. */
function given(glossary: Glossary, termId: string, value: number, at: string, gives: 'baht' | 'percent'): Sentence {
  const figure: Sentence = [part(termId, value, value, measureOf(glossary.term(termId)), at)]
  return gives === 'percent' ? phrase(words`ร้อยละ ${figure}`, words`${figure}%`) : phrase(words`${figure} บาท`, words`${figure} baht`)
}

/** Where a step begins, and up to where it reaches: "ครบ 2 ปี", "จนถึงก่อนครบ 4 ปี". A ladder that goes on beyond its last step does not say "ขึ้นไป". */
export function reach(bound: Sentence, from: Bound, next: Bound | undefined, measure: Measure, goesOn: boolean): Pick<NoticeLine, 'parts' | 'until'> {
  const isTime = measure.type === 'duration'
  if (next === undefined) return { parts: lastStep(bound, from, isTime, goesOn) }
  const end = { th: quantity(next, measure, 'th'), en: quantity(next, measure, 'en') }
  if (isNothing(from)) return { parts: plain(`ไม่ถึง ${end.th}`, `less than ${end.en}`) }
  const isWhole = measure.type === 'count' || measure.type === 'days'
  if (isWhole && next === Number(from) + 1) return { parts: bound }
  return {
    parts: isTime ? phrase(words`ครบ ${bound}`, words`from ${bound}`) : phrase(words`ตั้งแต่ ${bound}`, words`from ${bound}`),
    until: { th: `${isTime ? 'จนถึงก่อนครบ' : 'แต่ไม่ถึง'} ${end.th}`, en: `and less than ${end.en}` },
  }
}

function lastStep(bound: Sentence, from: Bound, isTime: boolean, goesOn: boolean): Sentence {
  if (isNothing(from)) return plain('ทุกกรณี', 'in every case')
  if (isTime) return goesOn ? phrase(words`ครบ ${bound}`, words`from ${bound}`) : phrase(words`ครบ ${bound}ขึ้นไป`, words`${bound} or more`)
  return goesOn ? phrase(words`ตั้งแต่ ${bound}`, words`from ${bound}`) : phrase(words`ตั้งแต่ ${bound}ขึ้นไป`, words`${bound} or more`)
}

function isNothing(bound: Bound): boolean {
  if (typeof bound === 'number') return bound === 0
  const { years, months, days } = normalDuration(bound)
  return years + months + days === 0
}
