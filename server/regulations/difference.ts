import type { Day } from '../../plugins/kit/day.ts'
import type { NoticeLine } from '../../plugins/kit/notice-line.ts'
import { noticeOf } from '../../plugins/kit/notice.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { read } from '../../plugins/kit/sentence.ts'
import type { Lang, Text } from '../../plugins/kit/text.ts'

/** What one regulation says that another does not, in the sentences of their notices on a day: first what goes, then what comes. */
export function differenceOf(before: Regulation | undefined, after: Regulation, on: Day, vocabulary: Vocabulary): Text[] {
  const old = before ? sentencesOf(before, on, vocabulary) : []
  const young = sentencesOf(after, on, vocabulary)
  const missingIn = (others: readonly Text[]) => (sentence: Text) => others.every((other) => other.th !== sentence.th)
  return [
    ...old.filter(missingIn(young)).map(({ th, en }) => ({ th: `− ${th}`, en: `− ${en}` })),
    ...young.filter(missingIn(old)).map(({ th, en }) => ({ th: `+ ${th}`, en: `+ ${en}` })),
  ]
}

/** Every line of the notice, each with the benefit it belongs to. */
function sentencesOf(regulation: Regulation, on: Day, vocabulary: Vocabulary): Text[] {
  const { benefits, notes } = noticeOf(regulation, on, vocabulary)
  const ofBenefits = benefits.flatMap(({ title, lines }) => linesIn(lines).map((line) => ({ th: `${title.th}: ${say(line, 'th')}`, en: `${title.en}: ${say(line, 'en')}` })))
  return [...ofBenefits, ...notes]
}

const linesIn = (lines: readonly NoticeLine[]): NoticeLine[] => lines.flatMap((line) => [line, ...linesIn(line.under ?? [])])

const say = ({ parts, until, gives }: NoticeLine, lang: Lang) =>
  [read(parts, lang), until?.[lang], gives && read(gives, lang)].filter((part) => part !== undefined).join(' ')
