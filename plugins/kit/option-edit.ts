import { amountsIn, type Amount } from './amount.ts'
import type { Benefit, Pack } from './pack.ts'
import type { AdoptedPack, Regulation } from './regulation.ts'
import { mapAdopted } from './structure.ts'
import type { DatedValue, ScheduleTerm, Term } from './term.ts'
import type { Name } from './value.ts'

/**
 * The regulation with an option of a question, new or by another name. What goes by the question goes with it: a choice of amounts gets
 * a branch like its last, a table an item that is still to be set; an item called as the option was is called as it is now.
 */
export function withOption(regulation: Regulation, packId: string, factId: string, option: string, name: Name): Regulation {
  return withOptions(regulation, packId, factId, (options) => ({ ...options, [option]: name }), {
    branches: (branches) => ({ ...branches, [option]: branches[option] ?? found(Object.values(branches).at(-1)) }),
    items: (items, before) => ({ ...items, [option]: items[option] && !isSame(items[option], before[option]) ? items[option] : name }),
    values: (values) => values,
  })
}

/** The regulation without an option of a question, and without the branches and items that stood for it. */
export function withoutOption(regulation: Regulation, packId: string, factId: string, option: string): Regulation {
  const less = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).filter(([id]) => id !== option))
  return withOptions(regulation, packId, factId, less, { branches: less, items: less, values: less })
}

/**
 * The regulation with the items of a table. What the fund had set before for an item that is gone goes with it; before the draft a new
 * one was nothing, which nobody could be given.
 */
export function withItems(regulation: Regulation, packId: string, termId: string, items: Record<string, Name>): Regulation {
  const dated = (all: readonly DatedValue[]) => all.map((each) => (each.value === null ? each : { ...each, value: mapped(items, (_name, id) => (each.value as Of<number>)[id] ?? 0) })) // a table's values are of this shape
  return mapAdopted(regulation, packId, ({ pack, values, hash: _hash, ...adopted }) => {
    const term = pack.terms[termId]
    if (term?.type !== 'schedule') throw new Error(`the pack "${packId}" has no table "${termId}"`)
    const after: Pack = { ...pack, terms: { ...pack.terms, [termId]: { ...term, items, values: dated(term.values) as ScheduleTerm['values'] } } } // as above
    return { ...adopted, ...(values && { values: mapped(values, (all, id) => (id === termId ? dated(all) : all)) as NonNullable<AdoptedPack['values']> }), pack: after } // of the shape they were
  })
}

type Of<T> = Record<string, T>
interface Going {
  branches: (branches: Of<Amount>) => Of<Amount>
  items: (items: Of<Name>, before: Of<Name>) => Of<Name>
  values: (values: Of<number>) => Of<number>
}

function withOptions(regulation: Regulation, packId: string, factId: string, change: (options: Of<Name>) => Of<Name>, going: Going): Regulation {
  return mapAdopted(regulation, packId, ({ pack, values, hash: _hash, ...adopted }) => {
    const fact = pack.facts?.[factId]
    if (!fact) throw new Error(`the pack "${packId}" has no question "${factId}"`)
    const before = fact.options ?? {}
    const tables = new Set(pack.benefits.flatMap(({ amount }) => amountsIn(amount).flatMap((each) => tableBy(each, factId))))
    const dated = (all: readonly DatedValue[]) => all.map((each) => (each.value === null ? each : { ...each, value: going.values(each.value as Of<number>) })) // a table's values are of this shape
    const table = (term: ScheduleTerm): ScheduleTerm => ({ ...term, items: going.items(term.items, before), values: dated(term.values) as ScheduleTerm['values'] }) // as above
    const terms = mapped(pack.terms, (term: Term, id) => (tables.has(id) && term.type === 'schedule' ? table(term) : term))
    const own = values && mapped(values, (all, id) => (tables.has(id) && pack.terms[id]?.type === 'schedule' ? dated(all) : all))
    const benefits = pack.benefits.map((benefit): Benefit => ({ ...benefit, amount: branched(benefit.amount, factId, going.branches) }))
    const after: Pack = { ...pack, facts: { ...pack.facts, [factId]: { ...fact, options: change(before) } }, terms, benefits }
    return { ...adopted, ...(own && { values: own as NonNullable<AdoptedPack['values']> }), pack: after } // the values are those of before
  })
}

/** The table, or what may be one, that an amount goes to with the answer to a question. */
function tableBy(amount: Amount, factId: string): string[] {
  if ('schedule' in amount) return amount.by === factId ? [amount.schedule] : []
  if ('percent' in amount) return amount.percent.by === factId ? [amount.percent.rate] : []
  return 'share' in amount && amount.share.by === factId ? [amount.share.rate] : []
}

/** An amount with the branches of each choice that goes by a question changed, however deep it stands. */
function branched(amount: Amount, factId: string, change: Going['branches']): Amount {
  const inside = (each: Amount) => branched(each, factId, change)
  if ('sum' in amount) return { ...amount, sum: amount.sum.map(inside) }
  if ('least' in amount) return { least: amount.least.map(inside) }
  if ('greatest' in amount) return { greatest: amount.greatest.map(inside) }
  if ('share' in amount) return { share: { ...amount.share, of: inside(amount.share.of) } }
  if ('steps' in amount) return { ...amount, steps: amount.steps.map((step) => ({ ...step, amount: inside(step.amount) })) }
  if (!('choice' in amount)) return amount
  const branches = mapped(amount.branches, inside)
  return { ...amount, branches: amount.choice === factId ? change(branches) : branches }
}

const mapped = <T, U>(record: Readonly<Record<string, T>>, change: (each: T, id: string) => U): Record<string, U> => Object.fromEntries(Object.entries(record).map(([id, each]) => [id, change(each, id)]))

const isSame = (one: Name | undefined, other: Name | undefined) => one?.th === other?.th && one?.en === other?.en

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a choice of amounts has a branch')
  return value
}
