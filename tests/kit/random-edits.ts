import fc from 'fast-check'
import { childrenOf, leavesOf, type Condition } from '../../plugins/kit/condition.ts'
import type { Benefit, Pack } from '../../plugins/kit/pack.ts'
import { packHash, type AdoptedPack } from '../../plugins/kit/regulation.ts'
import type { Step, Term } from '../../plugins/kit/term.ts'
import { examplePack } from './example-pack.ts'
import { both } from './random.ts'

/** One change that somebody makes in a pack: what kind, of which thing, to what. What it does not apply to stays as it is. */
export interface Edit {
  kind: number
  which: number
  to: number
}

/** A model as it was, what a fund made of it, and what became of the model. */
export interface Situation {
  base: Pack
  mine: AdoptedPack
  theirs: Pack
}

/** An edit as one number, which is drawn faster than three. */
const edit = fc.nat(6 * 100 * 1000 - 1)
const read = (drawn: number): Edit => ({ to: drawn % 6, which: Math.floor(drawn / 6) % 100, kind: Math.floor(drawn / 600) })
const toward = (drawn: number, to: number) => drawn - (drawn % 6) + to

/** Each side makes changes of its own, and now and then both change the same thing, to the same or to something else. */
export const situations: fc.Arbitrary<Situation> = fc.record({
  before: fc.array(edit, { maxLength: 4 }), mine: fc.array(edit, { maxLength: 5 }), theirs: fc.array(edit, { maxLength: 5 }), own: fc.array(edit, { maxLength: 2 }),
  alike: fc.array(edit, { maxLength: 3 }), other: fc.nat(5),
}).map(({ before, mine, theirs, own, alike, other }) => {
  const base = edited(examplePack, before)
  return {
    base,
    mine: valued(edited(base, [...alike, ...mine]), own),
    theirs: { ...edited(base, [...alike.map((each) => toward(each, other)), ...theirs]), version: '2.0.0' },
  }
})

function edited(pack: Pack, edits: readonly number[]): Pack {
  const copy = JSON.parse(JSON.stringify(pack)) as Pack // three times as fast as structuredClone
  for (const each of edits.map(read)) EDITS[each.kind % EDITS.length]?.(copy, each)
  return copy
}

/** Values of the fund's own, and a benefit it does not take. */
function valued(pack: Pack, drawn: readonly number[]): AdoptedPack {
  const own = drawn.map(read)
  const scalars = Object.keys(pack.terms).filter((id) => isScalar(pack.terms[id]))
  const values = Object.fromEntries(own.flatMap(({ which, to }) => scalars.slice(which % 10, which % 10 + 1).map((id) => [id, [{ from: '2025-01-01', value: to, source: 'own' }]])))
  const without = own.filter(({ kind }) => kind % 4 === 0).flatMap(({ which }) => pack.benefits.slice(which % 10, which % 10 + 1).map(({ id }) => id))
  return { pack, hash: packHash(pack), ...(Object.keys(values).length > 0 && { values }), ...(without.length > 0 && { without: [...new Set(without)] }) }
}

const isScalar = (term: Term | undefined) => term !== undefined && term.type !== 'ladder' && term.type !== 'schedule'

const one = <T>(list: readonly T[], { which }: Edit): T | undefined => list[which % list.length]

/** Puts a thing where its id comes in the alphabet, in place of one of the same id. */
function place<T extends { id: string }>(list: T[], item: T): T[] {
  return [...list.filter(({ id }) => id !== item.id), item].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function without<T>(list: readonly T[], { which }: Edit): T[] {
  return list.length > 1 ? list.filter((_, at) => at !== which % list.length) : [...list]
}

type Steps = Extract<Term, { type: 'ladder' }>

function inLadder(pack: Pack, each: Edit, change: (steps: Step[]) => Step[]): void {
  const ladder = one(Object.values(pack.terms).filter((term): term is Steps => term.type === 'ladder'), each)
  const dated = ladder && one(ladder.values, { ...each, which: each.which >> 1 })
  if (dated?.value) dated.value = change(dated.value).toSorted((a, b) => months(a) - months(b))
}
const months = ({ from }: Step) => (typeof from === 'number' ? from : (from.years ?? 0) * 12 + (from.months ?? 0) + (from.days ?? 0) / 40)

const leafCalled = (to: number): Condition => ({ id: `leaf-${to}`, name: both(`leaf ${to}`), fact: 'certified', operator: 'equal', value: to % 2 === 0 })

/** Changes a condition somewhere in the pack: of a standing rule, a benefit, a question or a document. */
function inConditions(pack: Pack, each: Edit, change: (condition: Condition) => Condition): void {
  const places: ((turn: (condition: Condition) => Condition) => void)[] = [
    ...(pack.standing ?? []).map((standing) => (turn: typeof change) => { standing.conditions = turn(standing.conditions) }),
    ...pack.benefits.filter(({ conditions }) => conditions).map((benefit) => (turn: typeof change) => { if (benefit.conditions) benefit.conditions = turn(benefit.conditions) }),
    ...Object.values(pack.facts ?? {}).map((fact) => (turn: typeof change) => { if ('askedWhen' in fact && fact.askedWhen) fact.askedWhen = turn(fact.askedWhen) }),
    ...pack.benefits.flatMap(({ documents = [] }) => documents).map((document) => (turn: typeof change) => { if (document.when) document.when = turn(document.when) }),
  ]
  one(places, each)?.(change)
}

function mapLeaves(condition: Condition, change: (leaf: Condition) => Condition | undefined): Condition | undefined {
  if ('operator' in condition) return change(condition)
  const children = childrenOf(condition).map((child) => mapLeaves(child, change)).filter((child) => child !== undefined)
  if (children.length === 0) return undefined
  if ('not' in condition) return children[0] && { not: children[0] }
  return 'all' in condition ? { all: children } : { any: children }
}

function changeLeaf(pack: Pack, each: Edit, change: (leaf: Condition) => Condition | undefined): void {
  inConditions(pack, each, (condition) => {
    const target = one(leavesOf(condition), { ...each, which: each.which >> 2 })
    return mapLeaves(condition, (leaf) => ('id' in leaf && leaf.id === target?.id ? change(leaf) : leaf)) ?? condition
  })
}

const inBenefit = (change: (benefit: Benefit, each: Edit) => void) => (pack: Pack, each: Edit) => {
  const benefit = one(pack.benefits, each)
  if (benefit) change(benefit, { ...each, which: each.which >> 2 })
}
const inTerm = (change: (term: Term, each: Edit, pack: Pack, id: string) => void) => (pack: Pack, each: Edit) => {
  const found = one(Object.entries(pack.terms), each)
  if (found) change(found[1], each, pack, found[0])
}

const dayOf = (to: number) => `202${to}-01-01`

const EDITS: ((pack: Pack, each: Edit) => void)[] = [
  inTerm((term, { to }) => { const last = term.values.at(-1); if (last && isScalar(term)) Object.assign(last, { value: to * 100, source: `source ${to % 2}` }) }),
  inTerm((term, { to }) => { const last = term.values.at(-1); if (last && isScalar(term)) last.value = to * 100 }),
  inTerm((term, { to }) => { if (isScalar(term) && !term.values.some(({ from }) => from === dayOf(to))) term.values = [...term.values, { from: dayOf(to), value: to, source: 'later' }].toSorted((a, b) => (a.from < b.from ? -1 : 1)) as never }),
  inTerm((term, each) => { term.values = without<unknown>(term.values, each) as never }),
  inTerm((term, { to }) => { const last = term.values.at(-1); if (last) last.source = `source ${to}` }),
  inTerm((term, { to }) => { term.label = both(`label ${to}`) }),
  inTerm((_, __, pack, id) => { delete pack.terms[id] }),
  inTerm((_, { to }, pack, id) => { pack.terms[id] = { type: 'count', label: both('count'), values: [{ from: '2020-01-01', value: to, source: 'new' }] } }),
  (pack, { to }) => { pack.terms[`term-${to % 3}`] ??= { type: 'money', label: both('new'), values: [{ from: '2020-01-01', value: to, source: 'new' }] } },
  (pack, each) => inLadder(pack, each, (steps) => steps.map((step, at) => (at === each.which % steps.length ? { ...step, value: each.to * 100 } : step))),
  (pack, each) => inLadder(pack, each, (steps) => steps.map((step, at) => (at === each.which % steps.length && !steps.some((other) => months(other) === each.to + 20) ? { ...step, from: { months: each.to + 20 } } : step))),
  (pack, each) => inLadder(pack, each, (steps) => (steps.some((step) => step.id === `step-${each.to}` || months(step) === each.to + 20) ? steps : [...steps, { id: `step-${each.to}`, from: { months: each.to + 20 }, value: each.which }])),
  (pack, each) => inLadder(pack, each, (steps) => without(steps, each)),
  (pack, { which, to }) => { for (const term of Object.values(pack.terms)) if (term.type === 'schedule') for (const dated of term.values) if (dated.value) dated.value[which % 2 === 0 ? 'primary' : 'secondary'] = to * 1000 },
  (pack, { to }) => { for (const term of Object.values(pack.terms)) if (term.type === 'schedule') { term.items[`item-${to}`] ??= both('item'); for (const dated of term.values) if (dated.value) dated.value[`item-${to}`] ??= to } },
  (pack, each) => changeLeaf(pack, each, (leaf) => ({ ...leaf, operator: each.to % 2 === 0 ? 'equal' : 'notEqual', value: each.to } as Condition)),
  (pack, each) => changeLeaf(pack, each, (leaf) => ({ ...leaf, name: both(`name ${each.to}`) } as Condition)),
  (pack, each) => changeLeaf(pack, each, () => undefined),
  (pack, each) => changeLeaf(pack, each, (leaf) => ({ not: leaf })),
  (pack, each) => inConditions(pack, each, (condition) => (leavesOf(condition).some(({ id }) => id === `leaf-${each.to}`) ? condition : 'all' in condition ? { all: [...condition.all, leafCalled(each.to)] } : { all: [condition, leafCalled(each.to)] })),
  (pack, each) => inConditions(pack, each, (condition) => ('all' in condition ? { any: condition.all } : 'any' in condition ? { all: condition.any } : condition)),
  inBenefit((benefit, { to }) => { benefit.conditions ??= leafCalled(to) }),
  inBenefit((benefit) => { delete benefit.conditions }),
  inBenefit((benefit, { to }) => { benefit.limits = place(benefit.limits ?? [], { id: `limit-${to % 2}`, per: to % 3 === 0 ? 'event' : 'year', of: 'amount', atMost: 'nightRate' }) }),
  inBenefit((benefit, each) => { if (benefit.limits) benefit.limits = without(benefit.limits, each) }),
  inBenefit((benefit, { to }) => { benefit.documents = place(benefit.documents ?? [], { id: `document-${to % 2}`, name: both(`document ${to}`), ...(to > 2 && { when: leafCalled(to) }) }) }),
  inBenefit((benefit, each) => { if (benefit.documents) benefit.documents = without(benefit.documents, each) }),
  inBenefit((benefit, { to }) => { benefit.title = both(`title ${to}`) }),
  inBenefit((benefit, { to }) => { benefit.clause = { number: String(to) } }),
  inBenefit((benefit, { to }) => { if (to === 0) delete benefit.claimWithin; else benefit.claimWithin = to % 2 === 0 ? 'claimDays' : 'memberMin' }),
  inBenefit((benefit, { to }) => { benefit.asks = [...new Set([...benefit.asks, `ask-${to}`])] }),
  inBenefit((benefit, { to }) => { benefit.amount = to % 2 === 0 ? { fixed: 'nightRate' } : { fixed: 'damageMax' } }),
  (pack, each) => { pack.benefits = without(pack.benefits, each) },
  (pack, { to }) => { if (!pack.benefits.some(({ id }) => id === `benefit-${to % 2}`)) pack.benefits = [...pack.benefits, { id: `benefit-${to % 2}`, category: 'other', title: both(`new ${to}`), eventOn: 'diedOn', asks: ['diedOn'], amount: { fixed: 'nightRate' } }] },
  (pack, { which }) => { const cut = which % pack.benefits.length; pack.benefits = [...pack.benefits.slice(cut), ...pack.benefits.slice(0, cut)] },
  (pack, { to }) => { pack.standing = place(pack.standing ?? [], { id: `standing-${to % 2}`, conditions: leafCalled(to) }) },
  (pack, { to }) => { pack.facts = { ...pack.facts, [`fact-${to % 2}`]: { type: 'flag', of: 'claim', from: 'asked', label: both(`fact ${to}`) } } },
  (pack, { which, to }) => { const fact = one(Object.values(pack.facts ?? {}), { kind: 0, which, to }); if (fact) fact.label = both(`fact ${to}`) },
  (pack, { to }) => { pack.title = both(`pack ${to}`) },
  (pack, { to }) => { pack.notes = [...(pack.notes ?? []).filter(({ th }) => th !== `note ${to}`), ...(to % 2 === 0 ? [both(`note ${to}`)] : [])] },
]
