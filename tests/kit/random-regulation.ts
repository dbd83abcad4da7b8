// Whole regulations, of everything that the schema knows: each shape, limit, operator, type, source of a fact, and depth.
import fc from 'fast-check'
import type { Amount } from '../../plugins/kit/amount.ts'
import type { Condition } from '../../plugins/kit/condition.ts'
import { kitOperators } from '../../plugins/kit/operator.ts'
import { Category, Payee, Per, Person, type Benefit, type Pack } from '../../plugins/kit/pack.ts'
import type { PackFact } from '../../plugins/kit/fact.ts'
import { packHash, Regulation } from '../../plugins/kit/regulation.ts'
import { parseRegulation } from '../../plugins/kit/read-pack.ts'
import type { Term } from '../../plugins/kit/term.ts'
import { ValueType, type Value } from '../../plugins/kit/value.ts'
import { diceOf, type Dice } from './hostile.ts'

/** Words that people write, and some that would end a text, break a line or look like the language itself. */
const TH = ['เงินช่วยเหลือ', 'คืนที่นอน', 'อายุ', 'วันเกิดเหตุ', 'จ่าย', 'ไม่เกิน', 'ไม่', 'ขั้นที่ ๓', 'ข้อ 12', 'น้ำ', 'ผู้ป่วย', 'กี่', 'แม่', 'เป็น']
const EN = ['help', 'nights', 'is', 'not', 'at most', 'the day', 'pay', 'step 3', 'No. 12', 'mother', 'of', 'times', 'yes', 'and']
const ODD = [' ', '  ', '“', '”', '"', '\\', '¶', '\n', '\t', '\u00a0', ' — ', '(x)', ', ', '/', '‹1›', '{}', '…', '1,000', '\u2028', '\u2060', '\\u{41}', '😀', 'é', 'ํา']

function wordsOf(dice: Dice, from: readonly string[], odd: number): string {
  const words = Array.from({ length: 1 + dice.below(3) }, () => (dice.chance(odd) ? dice.pick(ODD) : dice.pick(from)))
  return `${dice.pick(from)}${words.join(dice.chance(0.5) ? ' ' : '')}`
}

const says = (dice: Dice, odd = 0.06) => ({ th: wordsOf(dice, TH, odd), en: wordsOf(dice, EN, odd) })
const maybe = <T>(dice: Dice, share: number, key: string, make: () => T): Record<string, T> => (dice.chance(share) ? { [key]: make() } : {})
const many = <T>(dice: Dice, most: number, make: (i: number) => T): T[] => Array.from({ length: 1 + dice.below(most) }, (_, i) => make(i))
const day = (dice: Dice) => `${dice.chance(0.1) ? dice.pick(['1800', '1856', '1857', '2400', '2399']) : 1990 + dice.below(60)}-${String(1 + dice.below(12)).padStart(2, '0')}-${String(1 + dice.below(28)).padStart(2, '0')}`

function duration(dice: Dice) {
  const part = (key: string, most: number) => maybe(dice, 0.4, key, () => dice.below(most))
  const made = { ...part('years', 80), ...part('months', 14), ...part('days', 2000) }
  return Object.keys(made).length === 0 ? { months: 6 } : made
}

type Named = Pick<PackFact, 'options' | 'scale'> & { type: ValueType }

/** Now and then a value that is not of its type, which the schema lets stand and the checker refuses. */
const value = (dice: Dice, of: Named): Value => (dice.chance(0.01) ? dice.pick<Value>([true, -3, 0.1 + 0.2, 'ก\u200b “x”', { days: 0 }, 'none', 1e9]) : valueOf(dice, of))

function valueOf(dice: Dice, { type, scale = 0, options = {} }: Named): Value {
  switch (type) {
    case 'money': return dice.below(dice.chance(0.2) ? 100_000_000 : 500) * (dice.chance(0.8) ? 100 : 1)
    case 'number': return Number(((dice.below(2_000_000) - 1000) / 10 ** dice.below(scale + 1)).toFixed(scale))
    case 'count':
    case 'days': return dice.below(dice.chance(0.2) ? 100_000 : 40)
    case 'duration': return duration(dice)
    case 'day': return day(dice)
    case 'choice': return dice.pick([...Object.keys(options), 'none'])
    case 'flag': return dice.chance(0.5)
  }
}

const idsOf = (of: object) => Object.keys(of)
const options = (dice: Dice, id: string) => Object.fromEntries(many(dice, 3, (i) => [`${id}-o${i}`, says(dice)]))

/** Where a step begins: of the type that the ladder goes by, or of another. */
const bound = (dice: Dice, { type }: Named) => (type === 'duration' ? duration(dice) : dice.below(1000) / (type === 'number' ? 100 : 1))

/** What a pack declares so far. */
interface Declared {
  facts: Record<string, PackFact>
  terms: Record<string, Term>
}

function fact(dice: Dice, id: string, declared: Declared, depth: number): PackFact {
  const type = dice.pick(ValueType.options)
  const described = {
    type, of: dice.pick(['claim', 'member', 'subject', 'fund'] as const), ...maybe(dice, 0.3, 'asOf', () => dice.pick(['event', 'claim', 'decision'] as const)), label: says(dice),
    ...maybe(dice, 0.3, 'ask', () => says(dice)), ...maybe(dice, 0.4, 'unit', () => says(dice)), ...maybe(dice, 0.4, 'scale', () => dice.below(5)),
    ...(type === 'choice' ? { options: options(dice, id) } : maybe(dice, 0.03, 'options', () => ({}))),
  }
  const known = idsOf(declared.facts)
  if (known.length < 2 || dice.chance(0.7)) return { ...described, from: dice.pick(['asked', 'asked', 'recorded'] as const), ...(known.length === 0 ? {} : maybe(dice, 0.3, 'askedWhen', () => condition(dice, declared, depth))) }
  const pair: [string, string] = [dice.pick(known), dice.pick(known)]
  return dice.chance(0.5) ? { ...described, from: 'derived', sum: pair } : { ...described, from: 'derived', difference: pair }
}

const source = (dice: Dice) => says(dice).th.slice(0, 200)

function term(dice: Dice, id: string): Term {
  const base = { label: says(dice), ...maybe(dice, 0.3, 'unit', () => says(dice)), ...maybe(dice, 0.1, 'note', () => says(dice, 0.2)), ...maybe(dice, 0.15, 'open', () => true as const), ...maybe(dice, 0.3, 'scale', () => dice.below(5)) }
  const dated = <T>(make: () => T) => Array.from({ length: dice.below(4) }, () => ({ from: day(dice), value: dice.chance(0.1) ? null : make(), source: source(dice) }))
  const money = () => dice.below(100_000) * 50
  if (dice.chance(0.2)) {
    const by = dice.pick(['duration', 'number', 'count', 'days', 'money'] as const)
    return { ...base, type: 'ladder', by, of: dice.pick(['money', 'number']), values: dated(() => many(dice, 4, (i) => ({ id: `step${i}`, from: bound(dice, { type: by }), value: money() }))) }
  }
  if (dice.chance(0.2)) {
    const items = dice.chance(0.05) ? {} : options(dice, id)
    return { ...base, type: 'schedule', of: dice.pick(['money', 'number']), items, values: dated(() => Object.fromEntries(idsOf(items).map((each) => [each, money()]))) }
  }
  const type = dice.pick(ValueType.options)
  const scalar = { ...base, type, ...(type === 'choice' ? { options: options(dice, id) } : {}) }
  return { ...scalar, values: dated(() => value(dice, scalar)) }
}

/** A name that is declared; now and then one that is not. */
const termId = (dice: Dice, { terms }: Declared) => (dice.chance(0.01) ? 'notDeclared' : dice.pick(idsOf(terms)))
const KIT = ['memberAge', 'membershipDays', 'memberSex', 'joinedOn', 'contributionsPaid', 'instalmentsMissed', 'payers', 'memberSince']
const factId = (dice: Dice, { facts }: Declared) => (dice.chance(0.01) ? 'notDeclared' : dice.chance(0.25) || idsOf(facts).length === 0 ? dice.pick(KIT) : dice.pick(idsOf(facts)))
const typeOf = (declared: Declared, id: string): Named => declared.facts[id] ?? { type: ({ memberAge: 'duration', memberSex: 'choice', joinedOn: 'day', memberSince: 'day', contributionsPaid: 'money', membershipDays: 'days' } as const)[id] ?? 'count', options: id === 'memberSex' ? { female: says(diceOf(1)) } : {} }

let next = 0
const idOf = (word: string) => `${word}-${(next += 1)}`

function condition(dice: Dice, declared: Declared, depth: number): Condition {
  const group = () => many(dice, depth > 5 ? 1 : 2, () => condition(dice, declared, depth - 1))
  if (depth > 1 && dice.chance(0.75)) return dice.pick([() => ({ all: group() }), () => ({ any: group() }), () => ({ not: condition(dice, declared, depth - 1) })])()
  const fact = factId(dice, declared)
  const of = typeOf(declared, fact)
  const operator = dice.chance(0.02) ? dice.pick(['equal', 'unheard']) : dice.pick(idsOf(kitOperators).filter((id) => kitOperators[id]?.on.includes(of.type)))
  const wanted = dice.chance(0.3) ? { fact: termId(dice, declared) } : operator.toLowerCase().endsWith('in') ? many(dice, 3, () => dice.pick([...idsOf(of.options ?? {}), 'none'])) : value(dice, of)
  return { id: idOf('leaf'), name: says(dice), fact, operator: operator === '' ? 'equal' : operator, value: wanted }
}

const YEARS = ['down', 'up', 'halfUp', 'moreThanHalf'] as const
const money = (dice: Dice) => ({ to: dice.pick(['satang', 'baht'] as const), how: dice.pick(['down', 'up', 'halfUp'] as const) })

function amount(dice: Dice, declared: Declared, depth: number): Amount {
  const t = () => termId(dice, declared)
  const f = () => factId(dice, declared)
  const some = (key: string) => maybe(dice, 0.4, key, t)
  const inner = () => amount(dice, declared, depth - 1)
  const parts = () => many(dice, 2, inner)
  const leaves: (() => Amount)[] = [
    () => ({ fixed: t() }),
    () => ({ perUnit: { rate: t(), count: f(), ...some('atMost'), ...some('amountAtMost') } }),
    () => ({ ladder: t(), by: f(), ...maybe(dice, 0.5, 'beyond', () => ({ add: t(), every: t(), rounding: dice.pick(YEARS) })) }),
    () => ({ perYear: { rate: t(), of: f(), rounding: dice.pick(YEARS), ...some('base'), ...some('yearsAtMost'), ...some('amountAtMost') } }),
    () => ({ percent: { rate: t(), of: f(), ...maybe(dice, 0.4, 'by', f), ...some('deemed'), ...some('atLeast'), ...some('amountAtMost'), rounding: money(dice) } }),
    () => ({ schedule: t(), by: f() }),
    () => ({ actualCost: { of: f(), amountAtMost: t() } }),
    () => ({ levy: { rate: t(), payers: f(), ...some('less') } }),
    () => ({ inKind: { items: many(dice, 2, (i) => ({ id: `thing${i}`, name: says(dice) })), ...some('worth') } }),
    () => ({ decided: { atLeast: t(), amountAtMost: t() } }),
  ]
  const groups: (() => Amount)[] = [
    () => ({ sum: parts(), ...some('less') }), () => ({ least: parts() }), () => ({ greatest: parts() }),
    () => ({ share: { of: inner(), rate: t(), ...maybe(dice, 0.4, 'by', f), rounding: money(dice) } }),
    () => { const by = f(); return { choice: by, branches: Object.fromEntries(many(dice, 2, (i) => [idsOf(typeOf(declared, by).options ?? {})[i] ?? `b${i}`, inner()])) } },
    () => { const by = f(); return { steps: many(dice, 2, (i) => ({ id: `s${i}`, from: bound(dice, dice.chance(0.1) ? { type: 'duration' } : typeOf(declared, by)), amount: inner() })), by } },
  ]
  return dice.pick(depth > 1 && dice.chance(0.7) ? groups : leaves)()
}

function benefit(dice: Dice, id: string, declared: Declared, size: number): Benefit {
  const asks = many(dice, 4, () => factId(dice, declared))
  const depth = 1 + dice.below(size + 2)
  return {
    id, category: dice.pick(Category.options), title: says(dice),
    ...maybe(dice, 0.5, 'clause', () => ({ number: dice.pick(['12', 'หมวด 3 ข้อ ๑๔', '“9”']), ...maybe(dice, 0.5, 'text', () => says(dice, 0.2)) })),
    ...maybe(dice, 0.3, 'happensTo', () => dice.pick(Person.options)), ...maybe(dice, 0.3, 'payee', () => dice.pick(Payee.options)),
    ...maybe(dice, 0.1, 'startedBy', () => 'fund' as const), ...maybe(dice, 0.2, 'once', () => true as const),
    eventOn: dice.pick(asks), asks, ...maybe(dice, 0.2, 'exempt', () => (dice.chance(0.2) ? [] : ['waiting'])),
    ...maybe(dice, 0.7, 'conditions', () => condition(dice, declared, Math.min(8, depth))),
    ...maybe(dice, 0.2, 'judgement', () => says(dice, 0.2)), ...maybe(dice, 0.3, 'claimWithin', () => termId(dice, declared)),
    amount: amount(dice, declared, Math.min(6, depth)),
    ...maybe(dice, 0.6, 'limits', () => (dice.chance(0.05) ? [] : many(dice, 3, () => ({ id: idOf('limit'), per: dice.pick(Per.options), of: dice.pick(['times', 'amount', factId(dice, declared)]), atMost: termId(dice, declared) })))),
    ...maybe(dice, 0.3, 'documents', () => (dice.chance(0.05) ? [] : many(dice, 2, (i) => ({ id: `paper${i}`, name: says(dice), ...maybe(dice, 0.3, 'when', () => condition(dice, declared, 2)) })))),
  }
}

const lineage = (id: string) => ({ pack: id, version: '0.9.0', hash: `sha256:${'ab'.repeat(32)}` })

function pack(dice: Dice, id: string, size: number): Pack {
  const declared: Declared = { facts: {}, terms: {} }
  for (const i of many(dice, 3 + size, (each) => each)) declared.terms[`t${i}`] = term(dice, `t${i}`)
  for (const i of many(dice, 2 + size, (each) => each)) declared.facts[`f${i}`] = fact(dice, `f${i}`, declared, 2)
  return {
    format: 'sajja/pack@1', id, version: `${dice.below(20)}.0.${dice.below(9999)}`, title: says(dice),
    ...maybe(dice, 0.2, 'notes', () => (dice.chance(0.1) ? [] : many(dice, 2, () => says(dice, 0.3)))), ...maybe(dice, 0.2, 'basedOn', () => lineage(id)),
    ...(dice.chance(0.02) ? { facts: {} } : { facts: declared.facts }), terms: declared.terms,
    ...maybe(dice, 0.4, 'standing', () => (dice.chance(0.1) ? [] : [{ id: 'waiting', conditions: condition(dice, declared, 3), ...maybe(dice, 0.5, 'clause', () => ({ number: '9' })) }])),
    benefits: many(dice, size > 2 ? 3 : 1, (i) => benefit(dice, `b${i}`, declared, size)),
  }
}

function adopted(dice: Dice, each: Pack): Regulation['packs'][number] {
  const own = () => Object.fromEntries(many(dice, 2, () => dice.pick(idsOf(each.terms))).map((id) => [id, dice.chance(0.1) ? [] : term(dice, id).values]))
  return {
    pack: each, hash: dice.chance(0.9) ? packHash(each) : `sha256:${'0'.repeat(64)}`,
    ...maybe(dice, 0.4, 'values', () => (dice.chance(0.1) ? {} : own())), ...maybe(dice, 0.2, 'without', () => (dice.chance(0.2) ? [] : ['b0', ...(dice.chance(0.1) ? ['gone'] : [])])),
  } as Regulation['packs'][number] // own values are of whatever type
}

/** Most are small, so that ten thousand are soon read; the large ones are deep. */
const SIZES = [0, 0, 0, 1, 1, 2, 2, 6]

/** A regulation from a seed; `size` is how much of everything it has. Regulations that the schema refuses are not made. */
export function regulationFrom(seed: number, size: number): Regulation {
  const dice = diceOf(seed)
  next = 0
  const packs = Array.from({ length: dice.chance(0.1) ? 2 : 1 }, (_, i) => pack(dice, i === 1 ? 'chalong/own' : 'model', size))
  const read = parseRegulation({
    format: 'sajja/regulation@1', title: says(dice), ...maybe(dice, 0.3, 'preamble', () => says(dice, 0.2)),
    fundTerms: {
      ...maybe(dice, 0.7, 'year', () => dice.pick(['calendar', 'fiscal', 'membership'])), memberFrom: dice.pick(['joined', 'applied', 'approved']), clock: dice.pick(['calendar', '360', '365']),
      ...maybe(dice, 0.4, 'lapse', () => ({ by: dice.pick(['instalmentsMissed', 'daysSincePayment']), moreThan: dice.below(3650) })), arrearsCured: dice.pick(['never', 'untilClaim']), ...maybe(dice, 0.2, 'contributionWord', () => says(dice)),
    },
    packs: packs.map((each) => adopted(dice, each)),
  })
  if (!read.ok) throw new Error(JSON.stringify(read.findings.slice(0, 3)))
  return read.regulation
}

export const regulation: fc.Arbitrary<Regulation> = fc.tuple(fc.integer(), fc.constantFrom(...SIZES)).map(([seed, size]) => regulationFrom(seed, size))
