import { z } from 'zod'
import { Amount } from '../../plugins/kit/amount.ts'
import { CASES_FORMAT, regulationFor, runCase, type Case, type CaseResult, type Cases } from '../../plugins/kit/cases.ts'
import type { Expectation } from '../../plugins/kit/neighbour.ts'
import { Condition, leavesOf } from '../../plugins/kit/condition.ts'
import { amountFacts } from '../../plugins/kit/evaluate.ts'
import { PackFact } from '../../plugins/kit/fact.ts'
import { FundTerms } from '../../plugins/kit/fund-terms.ts'
import { fundFacts } from '../../plugins/kit/kit-facts.ts'
import { Limit, Pack, PACK_FORMAT } from '../../plugins/kit/pack.ts'
import { Term } from '../../plugins/kit/term.ts'
import { Id, type Value, type ValueType } from '../../plugins/kit/value.ts'
import { ENDLESS } from '../../plugins/kit/verdict.ts'

const Fragment = z.strictObject({
  facts: z.record(Id, PackFact).optional(),
  terms: z.record(Id, Term).optional(),
  amount: Amount.default({ fixed: 'gift' }),
  limits: z.array(Limit).default([]),
  conditions: Condition.optional(),
  fundTerms: FundTerms.partial().optional(),
})

/** A fragment of a pack in the docs, with the table of claims below it; cells by the name of their column. */
export interface WorkedExample {
  heading: string
  fragment: z.infer<typeof Fragment>
  rows: Record<string, string>[]
}

const cellsOf = (line: string) => line.split('|').slice(1, -1).map((cell) => cell.trim())

/** Every fenced `json example` of a page, under its heading, with its table. Throws where a table is missing. */
export function workedExamples(markdown: string): WorkedExample[] {
  return [...markdown.matchAll(/^```json example\n([\s\S]*?)^```\n\n((?:\|.*\n)+)/gm)].map(({ 1: json = '', 2: table = '', index }) => {
    const heading = [...markdown.slice(0, index).matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? ''
    const [header = '', , ...lines] = table.trimEnd().split('\n')
    const columns = cellsOf(header).map((column) => column.replaceAll('`', ''))
    const rows = lines.map((line) => Object.fromEntries(cellsOf(line).flatMap((cell, at) => (cell === '—' ? [] : [[columns[at] ?? '', cell]]))))
    return { heading, fragment: Fragment.parse(JSON.parse(json)), rows }
  })
}

interface Read {
  type: ValueType
  value: Value
  scale?: number
}

/** What a cell says: 200 baht, 50%, 2.50, 3, 2026-05-04, 180 days, 2 years 1 day, or an option. */
function readCell(cell: string): Read {
  if (cell.endsWith(' baht')) return { type: 'money', value: satang(cell) }
  if (/^\d{4}-\d\d-\d\d$/.test(cell)) return { type: 'day', value: cell }
  if (/^\d+%$/.test(cell)) return { type: 'number', value: Number(cell.slice(0, -1)) }
  if (/^\d+$/.test(cell)) return { type: 'count', value: Number(cell) }
  if (/^\d+\.\d+$/.test(cell)) return { type: 'number', value: Number(cell), scale: cell.length - cell.indexOf('.') - 1 }
  const time = Object.fromEntries([...cell.matchAll(/(\d+) (year|month|day)s?/g)].map(([, count, unit]) => [`${unit}s`, Number(count)]))
  return Object.keys(time).length > 0 ? { type: 'duration', value: time } : { type: 'choice', value: cell }
}

const satang = (text: string) => Math.round(Number(text.replace(/ baht$/, '').replaceAll(',', '')) * 100)
const ids = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '').toSorted()

/** What the last column says must come out. */
export function expectationOf(gives: string): Partial<Expectation> {
  const [, from, to] = /^([\d,.]+) to ([\d,.]+) baht$/.exec(gives) ?? []
  const [, least] = /^([\d,.]+) baht or more$/.exec(gives) ?? []
  const [, amount, besides = ''] = /^([\d,.]+) baht((?: and|, cut by) .*)?$/.exec(gives) ?? []
  if (gives === 'yes') return { outcome: 'eligible' }
  if (gives.startsWith('not met: ')) return { outcome: 'ineligible', because: ids(gives) }
  if (gives.startsWith('asks ')) return { outcome: 'incomplete', missing: ids(gives) }
  if (from && to) return { outcome: 'judgement', fromSatang: satang(from), toSatang: satang(to) }
  if (least) return { outcome: 'judgement', fromSatang: satang(least), toSatang: ENDLESS }
  if (!amount) throw new Error(`the page says what this test cannot read: "${gives}"`)
  return { outcome: 'eligible', satang: satang(amount), inKind: besides.startsWith(' and') ? ids(besides) : [], ...(besides.startsWith(', cut by') ? { cutBy: ids(besides) } : {}) }
}

const named = (id: string) => ({ th: id, en: id })
const since = (value: Value) => [{ from: '2026-01-01', value, source: 'docs' }]
const GIFT: Term = { type: 'money', label: named('gift'), values: since(100) }
const EVENT: PackFact = { type: 'day', of: 'claim', from: 'asked', label: named('happenedOn') }

/** The pack that a row speaks of: the fragment, with what the columns name declared as they are written. */
export function packOf({ fragment, rows }: WorkedExample, row: Record<string, string>): Pack {
  const facts: Record<string, PackFact> = { happenedOn: EVENT, ...fragment.facts }
  const terms: Record<string, Term> = { gift: GIFT, ...fragment.terms }
  for (const column of columnsOf(rows)) {
    const cell = row[column] ?? rows.find((each) => each[column] !== undefined)?.[column]
    if (column in facts || column in terms && column !== 'gift' || column in fundFacts('joined') || cell === undefined) continue
    const { type, value, scale } = readCell(cell)
    const measure = { type, label: named(column), ...(scale === undefined ? {} : { scale }) }
    if (factsNamed(fragment).has(column)) facts[column] = { ...measure, of: 'claim', from: 'asked' }
    else terms[column] = { ...measure, type, values: since(value) }
  }
  const asks = Object.entries(facts).flatMap(([id, fact]) => (fact.from === 'asked' ? [id] : []))
  const { amount, limits, conditions } = fragment
  return Pack.parse({
    format: PACK_FORMAT, id: 'docs', version: '1.0.0', title: named('docs'), facts, terms,
    benefits: [{ id: 'example', category: 'other', title: named('example'), eventOn: 'happenedOn', asks, amount, limits, ...(conditions ? { conditions } : {}) }],
  })
}

const columnsOf = (rows: WorkedExample['rows']) => [...new Set(rows.flatMap(Object.keys))].filter((column) => column !== 'gives' && !column.startsWith('used'))

const factsNamed = ({ amount, limits, conditions }: WorkedExample['fragment']) =>
  new Set([...amountFacts(amount), ...limits.map((limit) => limit.of), ...leavesOf(conditions).map((leaf) => leaf.fact)])

/** Grants of before, as columns name them. */
function historyOf({ fragment }: WorkedExample, row: Record<string, string>) {
  return Object.entries(row).filter(([column]) => column.startsWith('used')).map(([column, cell]) => ({
    benefit: column === 'used by another benefit' ? 'another' : 'example',
    on: column === 'used last year' ? '2025-12-15' : '2026-01-15',
    of: column === 'used by the family' ? 'family' as const : 'member' as const,
    uses: Object.fromEntries(fragment.limits.map((limit) => [limit.id, Number(readCell(cell).value)])),
  }))
}

/** Judges the claim of one row, on 4 May 2026 unless it says another day, for somebody who has been a member since 2000. What it expects is for the caller to compare. */
export async function runRow(example: WorkedExample, row: Record<string, string>): Promise<CaseResult> {
  const pack = packOf(example, row)
  const stated = Object.entries(row).filter(([column]) => column in (pack.facts ?? {}) || column in fundFacts('joined'))
  const facts = Object.fromEntries(stated.map(([column, cell]) => [column, readCell(cell).value]))
  const each: Case = { name: named('row'), person: 'member', benefit: 'example', facts: { happenedOn: '2026-05-04', ...facts }, history: historyOf(example, row), expect: { outcome: 'eligible', satang: 0 } }
  const cases: Cases = { format: CASES_FORMAT, pack: 'docs', persons: { member: { name: named('member'), facts: { joinedOn: '2000-01-01' } } }, cases: [each] }
  return runCase(each, cases, regulationFor(pack, { fundTerms: example.fragment.fundTerms }))
}
