import fc from 'fast-check'
import type { Claim } from '../../plugins/kit/claim.ts'
import type { Condition } from '../../plugins/kit/condition.ts'
import { addDays } from '../../plugins/kit/day.ts'
import type { Grant } from '../../plugins/kit/limit.ts'
import { Pack } from '../../plugins/kit/pack.ts'
import { regulationFor } from '../../plugins/kit/cases.ts'
import type { Value } from '../../plugins/kit/value.ts'

export const both = (word: string) => ({ th: word, en: word })
const always = (value: Value) => [{ from: '2000-01-01', value, source: 'test' }]

export const EVENT_ON = '2026-06-15'
export const COUNT_MOST = 6
export const OPTIONS = ['red', 'green', 'blue'] as const

/** Facts as of the claim, which a remedy may change, and facts as of the event, which it may not. */
const facts = {
  happenedOn: { type: 'day', of: 'claim', from: 'asked', label: both('happened on') },
  paper: { type: 'flag', of: 'claim', asOf: 'claim', from: 'asked', label: both('paper') },
  stamps: { type: 'count', of: 'claim', asOf: 'claim', from: 'asked', label: both('stamps') },
  colour: { type: 'choice', of: 'claim', asOf: 'claim', from: 'asked', label: both('colour'), options: Object.fromEntries(OPTIONS.map((each) => [each, both(each)])) },
  nights: { type: 'count', of: 'claim', from: 'asked', label: both('nights') },
  seal: { type: 'flag', of: 'claim', asOf: 'claim', from: 'asked', label: both('seal'), askedWhen: { id: 'seal-asked', name: both('with paper'), fact: 'paper', operator: 'equal', value: true } },
  total: { type: 'count', of: 'claim', from: 'derived', sum: ['stamps', 'nights'], label: both('total') },
  spare: { type: 'count', of: 'claim', from: 'derived', difference: ['stamps', 'used'], label: both('spare') },
  used: { type: 'count', of: 'claim', from: 'asked', label: both('used') },
  left: { type: 'flag', of: 'member', from: 'recorded', label: both('left') },
} as const

const count = fc.integer({ min: 0, max: COUNT_MOST - 2 })
const numeric = fc.constantFrom('greaterThanInclusive', 'greaterThan', 'lessThanInclusive', 'lessThan', 'equal')
type Bare = { fact: string; operator: string; value: Value | string[] }
const leaf: fc.Arbitrary<Bare> = fc.oneof(
  fc.record({ fact: fc.constantFrom('stamps', 'nights', 'stamps', 'nights', 'total', 'spare'), operator: numeric, value: count }),
  fc.record({ fact: fc.constantFrom('paper', 'left', 'seal'), operator: fc.constant('equal'), value: fc.boolean() }),
  fc.record({ fact: fc.constant('colour'), operator: fc.constantFrom('equal', 'notEqual'), value: fc.constantFrom(...OPTIONS) }),
  fc.record({ fact: fc.constant('membershipDays'), operator: fc.constantFrom('greaterThanInclusive', 'greaterThan', 'lessThan'), value: fc.integer({ min: 0, max: 300 }) }),
)
type Tree = Bare | { all: Tree[] } | { any: Tree[] } | { not: Tree }
const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('tree') })),
})).tree

/** Gives each leaf an id and a name of its own. */
export function named(bare: Tree): Condition {
  let next = 0
  const name = (node: Tree): Condition => {
    if ('all' in node) return { all: node.all.map(name) }
    if ('any' in node) return { any: node.any.map(name) }
    if ('not' in node) return { not: name(node.not) }
    next += 1
    return { id: `leaf-${next}`, name: both(`leaf ${next}`), ...node }
  }
  return name(bare)
}

export const conditions: fc.Arbitrary<Condition> = tree.map(named)

export const pack: fc.Arbitrary<Pack> = fc.record({ conditions, yearly: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }), once: fc.constantFrom(undefined, undefined, undefined, true as const) })
  .map(({ conditions: own, yearly, once }) => Pack.parse({
    format: 'sajja/pack@1', id: 'random', version: '1.0.0', title: both('random'), facts,
    terms: { rate: { type: 'money', label: both('rate'), values: always(10_000) }, yearMost: { type: 'money', label: both('a year'), values: always((yearly ?? 1) * 10_000) } },
    benefits: [{
      id: 'help', category: 'other', title: both('help'), eventOn: 'happenedOn', asks: ['happenedOn', 'paper', 'seal', 'stamps', 'colour', 'nights', 'used'], conditions: own,
      ...(once ? { once } : {}), amount: { fixed: 'rate' }, ...(yearly ? { limits: [{ id: 'help-year', per: 'year', of: 'amount', atMost: 'yearMost' }] } : {}),
    }],
  }))

const history: fc.Arbitrary<Grant[]> = fc.array(fc.record({
  benefitId: fc.constant('help'), eventOn: fc.constantFrom('2026-01-20', '2026-05-01', '2025-11-30'), of: fc.constantFrom('member' as const, 'member' as const, 'family' as const),
  amountSatang: fc.constant(10_000), uses: fc.constant({ 'help-year': 10_000 }),
}), { maxLength: 2 })

/** A claim in which everything is known. */
export const claim: fc.Arbitrary<Claim> = fc.record({
  pack, history, paper: fc.boolean(), seal: fc.boolean(), stamps: fc.integer({ min: 1, max: COUNT_MOST - 2 }), used: fc.integer({ min: 0, max: 1 }), colour: fc.constantFrom(...OPTIONS), nights: count, left: fc.boolean(), memberDays: fc.integer({ min: -40, max: 350 }),
}).map(({ pack: each, history: granted, memberDays, left, ...answers }) => ({
  regulation: regulationFor(each), benefitId: 'help', history: granted, fund: {},
  answers: { happenedOn: EVENT_ON, ...answers }, member: { facts: { joinedOn: addDays(EVENT_ON, -memberDays), left } }, claimedOn: addDays(EVENT_ON, 10),
}))
