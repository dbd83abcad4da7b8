import type { Amount } from './amount.ts'
import type { Leaf } from './condition.ts'
import { leavesOf } from './condition.ts'
import type { Fact, PackFact } from './fact.ts'
import { conditionsIn, type Benefit, type Pack } from './pack.ts'
import { quantity } from './quantity.ts'
import type { Term } from './term.ts'
import { both, type Text } from './text.ts'
import type { Name, Value, ValueType } from './value.ts'

/** The first of `word-1`, `word-2` … that is not taken. Ids inside a pack are letters, digits and hyphens. */
export function freeId(word: string, taken: Iterable<string>): string {
  const all = new Set(taken)
  let number = 1
  while (all.has(`${word}-${number}`)) number += 1
  return `${word}-${number}`
}

/** The ids of every condition of a pack. */
export const conditionIds = (pack: Pack): string[] => conditionsIn(pack).flatMap(({ condition }) => leavesOf(condition).map(({ id }) => id))

export const limitIds = (packs: readonly Pack[]): string[] => packs.flatMap(({ benefits }) => benefits.flatMap(({ limits = [] }) => limits.map(({ id }) => id)))

/** Which types of term or fact a slot takes; a ladder or schedule by what it holds. Undefined: any. */
export interface Wanting {
  terms?: (term: Term) => boolean
  facts?: (fact: Fact) => boolean
  /** The fact of every pack that it most often is, where the benefit asks for none that fits. */
  likely?: string
  /** What a term made for the slot is. */
  type: Term['type']
}

const single = (...types: readonly ValueType[]): Wanting => ({ terms: ({ type }) => types.some((each) => each === type), facts: ({ type }) => types.includes(type), type: types[0] ?? 'money' })
const money = single('money')
const counted = single('count', 'days')
const bounds = single('duration', 'count', 'days', 'number', 'money')
const percentage: Wanting = { type: 'number', terms: (term) => term.type === 'number' || ((term.type === 'ladder' || term.type === 'schedule') && term.of === 'number') }
const choice = single('choice')
/** By how long somebody has been a member. */
const seniority = { likely: 'membership' }

/** What may stand in the slots of an amount or a limit, by form and slot. */
const WANTED: Readonly<Record<string, Wanting>> = {
  'perUnit.count': counted, 'perUnit.atMost': counted,
  'ladder.ladder': { type: 'ladder', terms: (term) => term.type === 'ladder' && term.of === 'money' }, 'ladder.by': { ...bounds, ...seniority }, 'ladder.beyond.every': bounds,
  'steps.by': { ...bounds, ...seniority }, 'perYear.of': { ...single('duration'), ...seniority }, 'perYear.yearsAtMost': single('count'),
  'percent.rate': percentage, 'percent.of': { ...money, likely: 'contributionsPaid' }, 'percent.by': { ...bounds, facts: ({ type }) => type !== 'flag' && type !== 'day' }, 'share.share.rate': percentage, 'share.share.by': { ...bounds, facts: ({ type }) => type !== 'flag' && type !== 'day' },
  'schedule.schedule': { type: 'schedule', terms: (term) => term.type === 'schedule' && term.of === 'money' }, 'schedule.by': choice, 'choice.choice': choice,
  'levy.payers': { ...single('count'), likely: 'payers' }, 'limitTimes.atMost': single('count'), 'limitUnits.of': counted, 'limitUnits.atMost': counted,
  'claimWithin.claimWithin': single('days', 'duration'), 'eventOn.eventOn': single('day'),
}

/** What a slot of a form takes: money, unless said. */
export const wantedIn = (form: string, slot: string): Wanting => WANTED[`${form}.${slot}`] ?? money

/** A term that the fund has still to set: the checker says so wherever it is used. */
export function unsetTerm(label: Name, type: Term['type']): Term {
  const base = { label, values: [] }
  if (type === 'ladder') return { ...base, type, by: 'duration', of: 'money' }
  return type === 'schedule' ? { ...base, type, of: 'money', items: {} } : { ...base, type }
}

/** What a comparison says, as its name: "อายุของสมาชิก ครบ 60 ปี". A name has a hundred characters at most. */
export function nameOfComparison({ operator, value }: Pick<Leaf, 'operator' | 'value'>, fact: Fact, operators: Readonly<Record<string, { label: Text }>>, terms: Pack['terms']): Name {
  return both((lang) => {
    const options = 'options' in fact ? fact.options ?? {} : {}
    const wanted = Array.isArray(value) ? value.map((id) => options[id]?.[lang] ?? id).join(', ')
      : typeof value === 'object' && 'fact' in value ? terms[value.fact]?.label[lang] ?? value.fact
      : quantity(value as Value, fact, lang) // what is neither a list nor a term is a value
    return fact.type === 'flag' && operator === 'equal' && value === true ? fact.label[lang] : `${fact.label[lang]} ${operators[operator]?.label[lang] ?? ''} ${wanted}`.slice(0, 100)
  })
}

export type Shape = 'fixed' | 'perUnit' | 'ladder' | 'perYear' | 'percent' | 'schedule' | 'actualCost' | 'levy' | 'inKind' | 'decided' | 'steps' | 'choice' | 'sum' | 'least' | 'greatest' | 'share'
/** The shapes of amounts, in the order in which they are offered. */
export const SHAPES: readonly Shape[] = ['fixed', 'perUnit', 'ladder', 'perYear', 'percent', 'schedule', 'actualCost', 'inKind', 'decided', 'levy', 'steps', 'choice', 'sum', 'least', 'greatest', 'share']

/** What an amount of a new shape is made of: names of terms and facts for its slots. */
export interface Material {
  term: (form: Shape, slot: string) => string
  fact: (form: Shape, slot: string) => string
  /** The options of a choice. */
  options: (factId: string) => string[]
  /** What stood there before, for shapes that hold amounts. */
  before: Amount
}

/** An amount of a shape, with everything in its slots that it cannot go without. */
export function newAmount(shape: Shape, { term, fact, options, before }: Material): Amount {
  const rounding = { to: 'baht', how: 'down' } as const
  switch (shape) {
    case 'fixed': return { fixed: term(shape, 'fixed') }
    case 'perUnit': return { perUnit: { rate: term(shape, 'rate'), count: fact(shape, 'count') } }
    case 'ladder': return { ladder: term(shape, 'ladder'), by: fact(shape, 'by') }
    case 'perYear': return { perYear: { rate: term(shape, 'rate'), of: fact(shape, 'of'), rounding: 'down' } }
    case 'percent': return { percent: { rate: term(shape, 'rate'), of: fact(shape, 'of'), rounding } }
    case 'schedule': return { schedule: term(shape, 'schedule'), by: fact(shape, 'by') }
    case 'actualCost': return { actualCost: { of: fact(shape, 'of'), amountAtMost: term(shape, 'amountAtMost') } }
    case 'levy': return { levy: { rate: term(shape, 'rate'), payers: fact(shape, 'payers') } }
    case 'inKind': return { inKind: { items: [{ id: 'thing-1', name: { th: 'สิ่งของ', en: 'a thing' } }] } }
    case 'decided': return { decided: { atLeast: term(shape, 'atLeast'), amountAtMost: term(shape, 'amountAtMost') } }
    case 'steps': return { steps: [{ id: 'step-1', from: { months: 6 }, amount: before }], by: fact(shape, 'by') }
    case 'choice': {
      const by = fact(shape, 'choice')
      return { choice: by, branches: Object.fromEntries(options(by).map((id) => [id, before])) }
    }
    case 'sum': return { sum: [before] }
    case 'least': return { least: [before] }
    case 'greatest': return { greatest: [before] }
    case 'share': return { share: { of: before, rate: term(shape, 'share.rate'), rounding } }
  }
}

/** A benefit made from nothing: its day, asked for, and an amount. */
export const newBenefit = (id: string, title: Name, category: Benefit['category'], eventOn: string, amount: Amount): Benefit => ({ id, category, title, eventOn, asks: [eventOn], amount })

/** The question of the day on which it happened. */
export const dayQuestion = (label: Name): PackFact => ({ type: 'day', of: 'claim', from: 'asked', label })
