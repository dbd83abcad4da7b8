import { z } from '@hono/zod-openapi'
import type { Day } from '../../plugins/kit/day.ts'
import { sentencesIn, unlikeSentences } from '../../plugins/kit/notice-line.ts'
import { clauseName } from '../../plugins/kit/clause.ts'
import { EVERY_BENEFIT, exceptSentence, noticeOf, type NoticeBenefit } from '../../plugins/kit/notice.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { Text, type Lang } from '../../plugins/kit/text.ts'

/** A sentence of the notice that two regulations say otherwise: as it was, as it is, or, where only one of them says it, just that. */
export const Difference = z.strictObject({
  /** The benefit it belongs to, or every benefit; absent for what the fund means by its words. */
  about: Text.optional(),
  before: Text.optional(),
  after: Text.optional(),
}).openapi('Difference')
export type Difference = z.infer<typeof Difference>

/** What two regulations say otherwise, in the sentences of their notices on a day and in the order of the later one. */
export function differencesOf(before: Regulation | undefined, after: Regulation, on: Day, vocabulary: Vocabulary): Difference[] {
  const old = before ? groupsOf(before, on, vocabulary) : []
  const young = groupsOf(after, on, vocabulary)
  const gone = old.filter(({ id }) => young.every((group) => group.id !== id))
  return [...young, ...gone.map((group) => ({ ...group, sentences: [] }))].flatMap(({ id, about, sentences }) => {
    const was = old.find((group) => group.id === id)
    const renamed = was?.about && about && was.about.th !== about.th ? [{ before: was.about, after: about }] : []
    const earlier = was?.sentences ?? []
    const unlike = unlikeSentences(earlier, sentences).map(({ one, other }) => ({ ...(one && { before: one }), ...(other && { after: other }) }))
    return [...renamed, ...unlike].map((pair) => ({ ...(about && { about }), ...pair }))
  })
}

/** The same as lines to print: what goes with a minus, what comes with a plus. */
export function differenceOf(before: Regulation | undefined, after: Regulation, on: Day, vocabulary: Vocabulary): Text[] {
  const line = (sign: string, about: Text | undefined, said: Text): Text => ({ th: `${sign} ${about ? `${about.th}: ` : ''}${said.th}`, en: `${sign} ${about ? `${about.en}: ` : ''}${said.en}` })
  return differencesOf(before, after, on, vocabulary).flatMap(({ about, before: was, after: is }) => [...(was ? [line('−', about, was)] : []), ...(is ? [line('+', about, is)] : [])])
}

interface Group {
  /** The benefit's, or what stands for all of them and beside them. */
  id: string
  about: Text | undefined
  sentences: Text[]
}

/** Every line of the notice: of all benefits, of each, and what the fund means by its words. */
function groupsOf(regulation: Regulation, on: Day, vocabulary: Vocabulary): Group[] {
  const { general, benefits, notes } = noticeOf(regulation, on, vocabulary)
  return [
    { id: 'every benefit', about: EVERY_BENEFIT, sentences: general.flatMap(({ rules }) => rules.flatMap((rule) => [...rule.lines.flatMap(sentencesIn), ...asList(exceptSentence(rule))])) },
    ...benefits.map((benefit) => ({ id: benefit.id, about: benefit.title, sentences: [...benefit.lines.flatMap(sentencesIn), ...asList(clauseOf(benefit))] })),
    { id: 'beside the benefits', about: undefined, sentences: notes },
  ]
}

/** "ข้อ 12", with its own words where the regulation repeats them. */
function clauseOf({ clause }: NoticeBenefit): Text | undefined {
  const inWords = (lang: Lang) => clause && [clauseName(clause.number, lang), ...(clause.text ? [`“${clause.text[lang]}”`] : [])].join(' ')
  const [th, en] = [inWords('th'), inWords('en')]
  return th !== undefined && en !== undefined ? { th, en } : undefined
}

const asList = (text: Text | undefined) => (text ? [text] : [])
