import { ASPECT_NAMES, ASPECTS } from '../../plugins/kit/aspect.ts'
import { CHAPTERS } from '../../plugins/kit/category.ts'
import { clauseName } from '../../plugins/kit/clause.ts'
import { buddhistYearOf, formatDay } from '../../plugins/kit/day.ts'
import { definiteSatang, sumInWords } from '../../plugins/kit/sum-words.ts'
import type { Lang, Text } from '../../plugins/kit/text.ts'
import type { YearFigures } from '../figures/figure.ts'
import type { SheetCell, WorkbookSheet } from '../paper/workbook.ts'
import type { ComparedClauses } from './clauses.ts'
import type { ComparedPeople } from './people.ts'
import { sheetWords } from './sheet-words.ts'

type ComparedFund = ComparedPeople['funds'][number]
type Gift = ComparedFund['gifts'][number]

/** What one neighbour would get in every fund: the sums, beside how much of its income each tells that it pays out; then why. */
export function peopleSheets(compared: Omit<ComparedPeople, 'mayChange'>, told: readonly { slug: string; years: readonly YearFigures[] }[], lang: Lang): WorkbookSheet[] {
  const { network, on, funds } = compared
  const words = sheetWords[lang]
  const neighbour = compared.neighbours.find(({ id }) => id === compared.neighbour)
  const kinds = (neighbour?.events ?? []).filter(({ category }) => funds.some((fund) => giftIn(fund, category)))
  const below = [network.name[lang], `${neighbour?.name[lang]} · ${neighbour?.about[lang]}`, `${words.inForce(formatDay(on, lang, 'long'))} · ${words.invented}`]
  return [
    {
      name: words.sums,
      above: [words.titlePeople(funds.length), ...below],
      head: [
        { label: words.fund, width: 44 },
        ...kinds.map(({ category, about }) => ({ label: `${CHAPTERS[category][lang]}\n${about[lang]}`, width: 22 })),
        { label: words.paidOut, width: 22 }, { label: words.year, width: 12 },
      ],
      rows: funds.map((fund) => [fund.name[lang], ...kinds.map(({ category }) => sumCell(giftIn(fund, category), lang)), ...paidOutCells(told.find(({ slug }) => slug === fund.slug)?.years[0], lang)]),
    },
    {
      name: words.reasons,
      above: [words.titleReasons(funds.length), ...below],
      head: [{ label: words.fund, width: 44 }, { label: words.kind, width: 28 }, { label: words.event, width: 28 }, { label: words.atLeast, width: 16 }, { label: words.atMost, width: 16 }, { label: words.why, width: 70 }],
      rows: funds.flatMap((fund) => kinds.map(({ category, about }) => {
        const gift = giftIn(fund, category)
        return [fund.name[lang], CHAPTERS[category][lang], about[lang], ...(gift ? [inBaht(gift.fromSatang), inBaht(gift.toSatang)] : [undefined, undefined]), whyCell(fund, gift, lang)]
      })),
    },
  ]
}

const giftIn = ({ gifts }: ComparedFund, kind: Gift['category']) => gifts.find(({ category }) => category === kind)

const inBaht = (satang: number | undefined): SheetCell => (satang === undefined ? undefined : { baht: satang / 100 })

function sumCell(gift: Gift | undefined, lang: Lang): SheetCell {
  if (!gift) return sheetWords[lang].none
  return inBaht(definiteSatang(gift)) ?? sumInWords(gift)[lang]
}

/** Where several benefits are of one kind, each reason says of which it is. */
function whyCell({ fromOn }: ComparedFund, gift: Gift | undefined, lang: Lang): string {
  const { noBenefit, noRegulation } = sheetWords[lang]
  if (!gift) return fromOn === undefined ? noRegulation : noBenefit
  const reasons = gift.benefits.flatMap(({ title, because }) => because.map((why) => (gift.benefits.length > 1 ? `${title[lang]}: ${why[lang]}` : why[lang])))
  return reasons.join('\n')
}

function paidOutCells(year: YearFigures | undefined, lang: Lang): SheetCell[] {
  const { unpublished, tooFew } = sheetWords[lang]
  if (!year) return [unpublished]
  return [year.paidOutPercent === undefined ? tooFew : { percent: year.paidOutPercent }, { year: lang === 'th' ? buddhistYearOf(year.untilOn) : Number(year.untilOn.slice(0, 4)) }]
}

/** One kind of welfare in every fund that has it: what each says, then what it says otherwise than the first of its row. */
export function clauseSheets({ network, on, category, rows }: ComparedClauses, lang: Lang): WorkbookSheet[] {
  const words = sheetWords[lang]
  const chapter = CHAPTERS[category][lang]
  const below = [network.name[lang], words.inForce(formatDay(on, lang, 'long'))]
  const naming = [{ label: words.fund, width: 44 }, { label: words.benefit, width: 30 }, { label: words.clause, width: 12 }]
  const named = ({ name, title, clause }: ComparedClauses['rows'][number][number]) => [name[lang], title[lang], clause && clauseName(clause.number, lang)]
  return [
    {
      name: words.clauses,
      above: [words.titleClauses(chapter), ...below],
      head: [...naming, ...ASPECTS.map((aspect) => ({ label: ASPECT_NAMES[aspect][lang], width: 36 }))],
      rows: rows.flat().map((benefit) => [...named(benefit), ...ASPECTS.map((aspect) => inLines(benefit.aspects.find((each) => each.aspect === aspect)?.sentences, lang))]),
    },
    {
      name: words.differences,
      above: [words.titleDifferences(chapter), ...below],
      head: [...naming, { label: words.beside, width: 44 }, { label: words.about, width: 18 }, { label: words.asThere, width: 44 }, { label: words.asHere, width: 44 }],
      rows: rows.flatMap(([first, ...others]) => others.flatMap((benefit) =>
        benefit.difference.map(({ aspect, one, other }) => [...named(benefit), first?.name[lang], ASPECT_NAMES[aspect][lang], one?.[lang], other?.[lang]]))),
    },
  ]
}

const inLines = (sentences: readonly Text[] | undefined, lang: Lang) => sentences?.map((sentence) => sentence[lang]).join('\n')
