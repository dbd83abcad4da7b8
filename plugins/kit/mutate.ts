import type { Amount } from './amount.ts'
import { regulationFor, runCase, type Case, type Cases } from './cases.ts'
import { childrenOf, type Condition, type Leaf } from './condition.ts'
import { addDays } from './day.ts'
import { normalDuration, type Duration } from './duration.ts'
import type { Benefit, Pack } from './pack.ts'
import { catalogueOf, kitVocabulary, type Vocabulary } from './plugin.ts'
import type { Fact } from './fact.ts'
import { putAt } from './place.ts'
import type { Step, Term, TermValue } from './term.ts'
import { Value } from './value.ts'

/** A pack with one thing in it moved by one unit or turned round: some case must notice. */
export interface Mutant extends Edit {
  /** Where, and from what to what: `terms.nightRate.0: 10000 → 10100`. */
  what: string
  pack: Pack
}

/** A place in a pack, and what stands there then. */
export interface Edit {
  at: (string | number)[]
  to: unknown
}

/** Every mutant of a pack: each bound moved by one unit either way, each operator, group, rounding and exemption turned. */
export function mutantsOf(pack: Pack, vocabulary: Vocabulary = kitVocabulary): Mutant[] {
  return editsOf(pack, vocabulary).map(({ at, to }) => ({ at, to, what: `${at.join('.')}: ${JSON.stringify(valueAt(pack, at))} → ${JSON.stringify(to)}`, pack: putAt(pack, at.join('.'), to) }))
}

/** The mutants that no case notices. Cases that state values for open terms keep them. */
export async function survivors(pack: Pack, cases: Cases, vocabulary: Vocabulary = kitVocabulary): Promise<{ mutants: number; survived: string[] }> {
  const mutants = mutantsOf(pack, vocabulary)
  const survived: string[] = []
  for (const mutant of mutants) if (!(await noticed(mutant.pack, cases, vocabulary))) survived.push(mutant.what)
  return { mutants: mutants.length, survived }
}

async function noticed(pack: Pack, cases: Cases, vocabulary: Vocabulary): Promise<boolean> {
  const shared = regulationFor(pack, cases.given)
  const regulation = (each: Case) => (each.given ? regulationFor(pack, cases.given, each.given) : shared)
  for (const each of cases.cases) if (!(await runCase(each, cases, regulation(each), vocabulary)).passed) return true
  return false
}

function editsOf(pack: Pack, vocabulary: Vocabulary): Edit[] {
  const catalogue = catalogueOf({ pack }, { memberFrom: 'joined' }, vocabulary)
  const terms = Object.entries(pack.terms).flatMap(([id, term]) => term.values.flatMap((dated, place) => termEdits(['terms', id, 'values', place], term, dated, place)))
  const standing = (pack.standing ?? []).flatMap((each, place) => conditionEdits(['standing', place, 'conditions'], each.conditions, catalogue, vocabulary))
  const facts = Object.entries(pack.facts ?? {}).flatMap(([id, fact]) => ('askedWhen' in fact && fact.askedWhen ? conditionEdits(['facts', id, 'askedWhen'], fact.askedWhen, catalogue, vocabulary) : []))
  return [...terms, ...standing, ...facts, ...pack.benefits.flatMap((benefit, place) => benefitEdits(['benefits', place], benefit, catalogue, vocabulary))]
}

function termEdits(at: Edit['at'], term: Term, dated: { from: string; value: TermValue | null }, place: number): Edit[] {
  const days = place > 0 ? [-1, 1].map((by) => ({ at: [...at, 'from'], to: addDays(dated.from, by) })) : []
  if (dated.value === null) return days
  return [...days, ...valueEdits([...at, 'value'], term, dated.value)]
}

function valueEdits(at: Edit['at'], term: Term, value: TermValue): Edit[] {
  if (term.type === 'ladder') {
    const unit = term.of === 'money' ? 100 : 10 ** -(term.scale ?? 0)
    return (value as Step[]).flatMap((step, place) => [ // a ladder term holds steps
      ...moved([...at, place, 'from'], term.by, step.from, 0),
      ...around(step.value, unit).map((to) => ({ at: [...at, place, 'value'], to })),
    ])
  }
  if (term.type === 'schedule') return Object.entries(value as Record<string, number>).flatMap(([item, satang]) => around(satang, term.of === 'money' ? 100 : 10 ** -(term.scale ?? 0)).map((to) => ({ at: [...at, item], to }))) // a schedule term holds items
  return moved(at, term.type, value as Value, term.scale ?? 0, Object.keys(term.options ?? {})) // any other term holds one value
}

const around = (value: number, unit: number): number[] => [value - unit, value + unit].map((each) => Number(each.toFixed(4))).filter((each) => each >= 0)

/** A value moved by one unit of its type, or turned to another option. */
function moved(at: Edit['at'], type: string, value: Value, scale: number, options: readonly string[] = []): Edit[] {
  return movedValues(type, value, scale, options).map((to) => ({ at, to }))
}

/** The values one unit to either side of a value, or the other options. */
export function movedValues(type: string, value: Value, scale: number, options: readonly string[]): Value[] {
  switch (type) {
    case 'money': return around(Number(value), 100)
    case 'number': return around(Number(value), 10 ** -scale)
    case 'count': case 'days': return around(Number(value), 1)
    case 'duration': return [oneDayLess(value as Duration), oneDayMore(value as Duration)].filter((each) => each !== undefined) // the checker says so
    case 'day': return [-1, 1].map((days) => addDays(String(value), days))
    case 'flag': return [value !== true]
    default: return options.filter((option) => option !== value)
  }
}

const oneDayMore = (duration: Duration): Duration => ({ ...duration, days: (duration.days ?? 0) + 1 })

/** Just below a whole month or year is the longest that a calendar gives: 30 days. */
function oneDayLess(duration: Duration): Duration | undefined {
  const { years, months, days } = normalDuration(duration)
  if (days > 0) return { years, months, days: days - 1 }
  if (months > 0) return { years, months: months - 1, days: 30 }
  return years > 0 ? { years: years - 1, months: 11, days: 30 } : undefined
}

function conditionEdits(at: Edit['at'], tree: Condition, catalogue: Readonly<Record<string, Fact>>, vocabulary: Vocabulary): Edit[] {
  if ('operator' in tree) return leafEdits(at, tree, catalogue, vocabulary)
  if ('not' in tree) return [{ at, to: tree.not }, ...conditionEdits([...at, 'not'], tree.not, catalogue, vocabulary)]
  const group = 'all' in tree ? 'all' : 'any'
  const children = childrenOf(tree)
  const turned = children.length > 1 ? [{ at, to: group === 'all' ? { any: children } : { all: children } }] : []
  return [...turned, ...children.flatMap((child, place) => conditionEdits([...at, group, place], child, catalogue, vocabulary))]
}

function leafEdits(at: Edit['at'], leaf: Leaf, catalogue: Readonly<Record<string, Fact>>, vocabulary: Vocabulary): Edit[] {
  const operator = vocabulary.operators[leaf.operator]
  const turned = [operator?.opposite, operator?.neighbour].filter((name) => name !== undefined).map((to) => ({ at: [...at, 'operator'], to }))
  const fact = catalogue[leaf.fact]
  if (!fact || Array.isArray(leaf.value)) {
    const list = Array.isArray(leaf.value) ? leaf.value : []
    return [...turned, ...(list.length > 1 ? list.map((option) => ({ at: [...at, 'value'], to: list.filter((each) => each !== option) })) : [])]
  }
  const literal = Value.safeParse(leaf.value)
  if (!literal.success || fact.type === 'flag') return turned
  return [...turned, ...moved([...at, 'value'], fact.type, literal.data, fact.scale ?? 0, Object.keys(fact.options ?? {}))]
}

function benefitEdits(at: Edit['at'], benefit: Benefit, catalogue: Readonly<Record<string, Fact>>, vocabulary: Vocabulary): Edit[] {
  const { once: _once, ...twice } = benefit
  return [
    ...(benefit.conditions ? conditionEdits([...at, 'conditions'], benefit.conditions, catalogue, vocabulary) : []),
    ...(benefit.once ? [{ at, to: twice }] : []),
    ...(benefit.exempt ?? []).map((id) => ({ at: [...at, 'exempt'], to: (benefit.exempt ?? []).filter((each) => each !== id) })),
    ...amountEdits([...at, 'amount'], benefit.amount),
  ]
}

const YEAR_ROUNDINGS = ['down', 'up', 'halfUp', 'moreThanHalf']
const MONEY_ROUNDINGS = ['down', 'up', 'halfUp']

/** Bounds written in steps, and every rounding. */
function amountEdits(at: Edit['at'], amount: Amount): Edit[] {
  const own = ownEdits(amount).map((edit) => ({ at: [...at, ...edit.at], to: edit.to }))
  const inside = Object.entries(placedParts(amount)).flatMap(([path, part]) => amountEdits([...at, ...path.split('.')], part))
  return [...own, ...inside]
}

function ownEdits(amount: Amount): Edit[] {
  const turn = (at: Edit['at'], current: string, all: readonly string[]) => all.filter((each) => each !== current).map((to) => ({ at, to }))
  if ('perYear' in amount) return turn(['perYear', 'rounding'], amount.perYear.rounding, YEAR_ROUNDINGS)
  if ('ladder' in amount && amount.beyond) return turn(['beyond', 'rounding'], amount.beyond.rounding, YEAR_ROUNDINGS)
  if ('percent' in amount) return turn(['percent', 'rounding', 'how'], amount.percent.rounding.how, MONEY_ROUNDINGS)
  if ('share' in amount) return turn(['share', 'rounding', 'how'], amount.share.rounding.how, MONEY_ROUNDINGS)
  if ('steps' in amount) return amount.steps.flatMap((step, place) => moved(['steps', place, 'from'], typeof step.from === 'number' ? 'count' : 'duration', step.from, 0))
  return []
}

/** The amounts inside an amount, keyed by the path to each. */
function placedParts(amount: Amount): Record<string, Amount> {
  const list = (key: string, parts: readonly Amount[]) => Object.fromEntries(parts.map((part, place) => [`${key}.${place}`, part]))
  if ('sum' in amount) return list('sum', amount.sum)
  if ('least' in amount) return list('least', amount.least)
  if ('greatest' in amount) return list('greatest', amount.greatest)
  if ('share' in amount) return { 'share.of': amount.share.of }
  if ('choice' in amount) return Object.fromEntries(Object.entries(amount.branches).map(([option, part]) => [`branches.${option}`, part]))
  return 'steps' in amount ? Object.fromEntries(amount.steps.map((step, place) => [`steps.${place}.amount`, step.amount])) : {}
}

/** What stands at a place of a pack. */
export const valueAt = (pack: Pack, at: Edit['at']): unknown => at.reduce(child, pack)

const child = (node: unknown, key: string | number): unknown => (node as Record<string | number, unknown>)[key] // paths are made from the pack itself
