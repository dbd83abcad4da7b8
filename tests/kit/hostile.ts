// Packs from people who mean harm, or whose editor failed: a sound pack with a few things in it turned against the reader.
import type { Pack } from '../../plugins/kit/pack.ts'
import { kitOperators } from '../../plugins/kit/operator.ts'
import { examplePack } from './example-pack.ts'

/** Chance that repeats itself: mulberry32. */
export interface Dice {
  below: (n: number) => number
  pick: <T>(from: readonly [T, ...T[]] | readonly T[]) => T
  chance: (share: number) => boolean
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[below(from.length)]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }
  return { below, pick, chance: (share) => next() < share }
}

const says = (th: string, en: string) => ({ th, en })
const since = <T>(value: T) => [{ from: '2019-10-01', value, source: 'ข้อ 9' }]
const rounding = { to: 'baht', how: 'halfUp' } as const

/** The example pack with every shape of amount and kind of limit beside what it has. */
export const widePack: Pack = {
  ...examplePack,
  id: 'wide',
  facts: {
    ...examplePack.facts,
    children: { type: 'count', of: 'claim', from: 'asked', label: says('จำนวนบุตร', 'children') },
    guests: { type: 'count', of: 'claim', from: 'asked', label: says('จำนวนแขก', 'guests') },
    heads: { type: 'count', of: 'claim', from: 'derived', sum: ['children', 'guests'], label: says('จำนวนคน', 'heads') },
    spare: { type: 'money', of: 'claim', from: 'derived', difference: ['damage', 'contributionsPaid'], label: says('ส่วนเกิน', 'what is above') },
  },
  terms: {
    ...examplePack.terms,
    everyYear: { type: 'duration', label: says('ทุก', 'every'), values: since({ years: 1 }) },
    childrenMost: { type: 'count', label: says('ไม่เกินกี่คน', 'children at most'), values: since(3) },
    yearsMost: { type: 'count', label: says('ไม่เกินกี่ปี', 'years at most'), values: since(10) },
    levelShare: { type: 'schedule', of: 'number', scale: 2, label: says('ร้อยละตามระดับ', 'percentage by level'), items: { primary: says('ประถม', 'primary'), secondary: says('มัธยม', 'secondary') }, values: since({ primary: 33.33, secondary: 66.67 }) },
    timeShare: { type: 'ladder', by: 'duration', of: 'number', label: says('ร้อยละตามเวลา', 'percentage by time'), values: since([{ id: 'a', from: { years: 1 }, value: 50 }, { id: 'b', from: { years: 2 }, value: 100 }]) },
    countSteps: { type: 'ladder', by: 'count', of: 'money', label: says('ตามจำนวนคน', 'by heads'), values: since([{ id: 'one', from: 1, value: 10_000 }, { id: 'five', from: 5, value: 40_000 }]) },
    levyOff: { type: 'money', label: says('หักค่าจัดการ', 'taken off'), values: since(5000) },
    mood: { type: 'money', label: says('กรรมการให้ได้ถึง', 'as the committee sees it'), open: true, values: [] },
    untilOn: { type: 'day', label: says('รับถึงวันที่', 'until'), values: since('2027-12-31') },
  },
  benefits: [
    ...examplePack.benefits,
    {
      id: 'pension', category: 'elderly', title: says('บำนาญ', 'Pension'), startedBy: 'fund', eventOn: 'struckOn', asks: ['struckOn', 'level', 'damage'],
      conditions: { all: [{ id: 'old', name: says('อายุครบ 60 ปี', 'sixty or older'), fact: 'memberAge', operator: 'atLeast', value: { years: 60 } }, { not: { id: 'late', name: says('หลังวันปิดรับ', 'too late'), fact: 'struckOn', operator: 'after', value: { fact: 'untilOn' } } }] },
      amount: { greatest: [
        { perYear: { rate: 'nightRate', of: 'contributed', rounding: 'halfUp', base: 'levyOff', yearsAtMost: 'yearsMost', amountAtMost: 'damageMax' } },
        { share: { of: { ladder: 'deathSteps', by: 'contributed', beyond: { add: 'nightRate', every: 'everyYear', rounding: 'down' } }, rate: 'levelShare', by: 'level', rounding } },
      ] },
      limits: [{ id: 'pension-life', per: 'lifetime', of: 'amount', atMost: 'damageMax' }],
    },
    {
      id: 'feast', category: 'culture', title: says('งานบุญ', 'Feast'), eventOn: 'struckOn', asks: ['struckOn', 'children', 'guests', 'level', 'damage'],
      amount: { sum: [
        { perUnit: { rate: 'nightRate', count: 'children', atMost: 'childrenMost', amountAtMost: 'damageMax' } },
        { ladder: 'countSteps', by: 'heads' },
        { steps: [{ id: 'few', from: 1, amount: { fixed: 'nightRate' } }, { id: 'many', from: 10, amount: { levy: { rate: 'nightRate', payers: 'payers', less: 'levyOff' } } }], by: 'guests' },
        { choice: 'level', branches: { primary: { actualCost: { of: 'damage', amountAtMost: 'damageMax' } }, secondary: { least: [{ percent: { rate: 'timeShare', by: 'membership', of: 'spare', deemed: 'levyOff', atLeast: 'nightRate', rounding } }, { fixed: 'damageMax' }] } } },
        { inKind: { items: [{ id: 'wreath', name: says('พวงหรีด', 'a wreath') }], worth: 'levyOff' } },
        { decided: { atLeast: 'nightRate', amountAtMost: 'mood' } },
      ], less: 'levyOff' },
      limits: [{ id: 'children-life', per: 'family', of: 'children', atMost: 'childrenMost' }, { id: 'feast-event', per: 'event', of: 'amount', atMost: 'damageMax' }],
      documents: [{ id: 'photo', name: says('ภาพถ่าย', 'a photograph'), when: { id: 'photo-when', name: says('แขกมาก', 'many guests'), fact: 'guests', operator: 'greaterThan', value: 20 } }],
    },
  ],
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Place = (string | number)[]

function placesIn(value: Json, at: Place = [], found: Place[] = []): Place[] {
  found.push(at)
  if (typeof value === 'object' && value !== null) for (const [key, child] of Object.entries(value)) placesIn(child, [...at, key], found)
  return found
}

const valueAt = (root: Json, place: Place): Json => place.reduce<Json>((value, key) => (value as Record<string, Json>)[key] ?? null, root) // a place leads through objects and lists

/** Puts a copy of something at a place of what is being attacked, or takes away what is there. */
function replaced(root: Json, place: Place, to: Json | undefined): Json {
  const key = place.at(-1)
  const within = valueAt(root, place.slice(0, -1))
  if (key === undefined || typeof within !== 'object' || within === null) return to ?? null
  const holder = within as Record<string, Json> // lists are indexed as objects are
  if (to === undefined) delete holder[key]
  else Object.defineProperty(holder, key, { value: structuredClone(to), enumerable: true, configurable: true, writable: true })
  return root
}

const WRONG: readonly Json[] = [null, true, false, 0, -1, 1, 2.5, 31, 365, 1e9, 100_000_000_000, 100_000_000_001, 9_007_199_254_740_992, 1e308, -0.1, 1e-7, 'x', '', ' ', '9', '1,000', 'NaN', 'Infinity', '2569-02-30', '2569-01-01', '2400-12-31', '1800-01-01', [], {}, [[]], { fact: 'nightRate' }, { fact: 'moons' }, { years: 1 }, { days: 0 }, { days: 40_000 }, { months: 1200, years: 150 }, { all: [] }, { not: {} }, { fixed: 'nightRate' }, { sum: [] }]
const TRICKS: readonly string[] = ['\u0000', '\ud800', '\udfff', 'a\u202eb', '\u200b', '\ufeff', 'e\u0301', 'ﬀ', '１２３', '๑๒๓', '\u2028', '😀', 'аdmin', 'ก'.repeat(101), 'ก'.repeat(2001), '\u0e49'.repeat(50), 'ํา', '${nights}', '{{nights}}', '<script>', '=1+1', '../../etc/passwd', '081-234-5678', 'somchai@example.go.th', 'constructor', 'toString', '__proto__', 'hasOwnProperty', 'kit-true', 'times', 'amount']
const KEYS: readonly string[] = ['path', 'priority', 'params', 'condition', '__proto__', 'constructor', 'prototype', 'toString', 'toJSON', 'then', 'all', 'any', 'not', 'fact', 'value', 'length', 'x', '', 'ก']
/** Numbers that a pack may well hold, at their ends. */
const NUMBERS: readonly number[] = [0, 1, 2, 3, 29, 30, 31, 100, 180, 1000, 10_000, 1_000_000, 1_000_000_000, 100_000_000_000]

type Attack = (pack: Json, place: Place, dice: Dice) => Json

/** One of the places that have one of these keys last. */
const placeOf = (pack: Json, { pick }: Dice, keys: readonly string[]) => pick(placesIn(pack).filter((each) => keys.includes(String(each.at(-1)))))

const attacks: readonly Attack[] = [
  (pack, place, { pick }) => replaced(pack, place, pick(WRONG)),
  (pack, place) => replaced(pack, place, undefined),
  (pack, place, { pick }) => replaced(pack, place, pick(TRICKS)),
  (pack, place, { pick }) => replaced(pack, [...place, pick(KEYS)], pick(WRONG)),
  /** Another name of the pack's own: types mixed up, circles, one id twice. */
  (pack, place, { pick }) => replaced(pack, place, pick(namesIn(pack))),
  (pack, place, { pick }) => replaced(pack, place, pick(Object.keys(kitOperators))),
  /** Something of the pack itself, elsewhere. */
  (pack, place, { pick }) => replaced(pack, place, valueAt(pack, pick(placesIn(pack)))),
  (pack, place, dice) => replaced(pack, place, nested(valueAt(pack, place), dice)),
  (pack, place, { pick }) => {
    const value = valueAt(pack, place)
    return replaced(pack, place, Array.isArray(value) ? Array.from({ length: pick([2, 20, 101, 201, 5000]) }, (_, i) => value[i % value.length] ?? null) : [value])
  },
  (pack, _, dice) => replaced(pack, placeOf(pack, dice, ['asks', 'exempt']), dice.chance(0.5) ? [] : Array.from({ length: 1 + dice.below(40) }, () => dice.pick(namesIn(pack)))),
  (pack, _, dice) => replaced(pack, ['terms', 'deathSteps', 'values', 0, 'value'], longLadder(dice)),
  (pack, _, { pick }) => replaced(pack, ['facts', 'heads'], { type: pick(['count', 'money', 'days', 'duration']), of: 'claim', from: 'derived', label: says('วน', 'circle'), [pick(['sum', 'difference'])]: [pick(namesIn(pack)), pick(['heads', 'children', 'guests', 'nights'])] }),
  (pack, _, dice) => doublings(pack, dice),
]

/** What stays close to a sound pack: another number, another name of the same kind, one thing less. */
const nudges: readonly Attack[] = [
  (pack, _, dice) => replaced(pack, dice.pick(placesIn(pack).filter((each) => typeof valueAt(pack, each) === 'number')), dice.pick(NUMBERS)),
  (pack, _, dice) => replaced(pack, placeOf(pack, dice, ['operator']), dice.pick(Object.keys(kitOperators))),
  (pack, _, dice) => swappedTerm(pack, dice),
  (pack, _, dice) => replaced(pack, placeOf(pack, dice, ['conditions', 'limits', 'documents', 'claimWithin', 'exempt', 'judgement', 'once', 'atMost', 'amountAtMost', 'less', 'beyond', 'open', 'askedWhen']), undefined),
  (pack, _, dice) => replaced(pack, dice.pick(placesIn(pack).filter((each) => ['how', 'rounding', 'per'].includes(String(each.at(-1))) && typeof valueAt(pack, each) === 'string')), dice.pick(['down', 'up', 'halfUp', 'moreThanHalf', 'event', 'year', 'lifetime', 'family'])),
  (pack, _, dice) => {
    const place = placeOf(pack, dice, ['conditions'])
    return replaced(pack, place, dice.chance(0.5) ? { not: valueAt(pack, place) } : { any: [valueAt(pack, place)] })
  },
  (pack, _, dice) => replaced(pack, dice.pick(placesIn(pack).filter((each) => each.at(-1) === 'from' && typeof valueAt(pack, each) === 'string' && each.includes('values'))), dice.pick(['1800-01-01', '2019-10-01', '2024-02-29', '2400-12-31'])),
]

function namesIn(pack: Json): string[] {
  return placesIn(pack).flatMap((place) => {
    const value = valueAt(pack, place)
    return [...(typeof value === 'string' && value.length < 30 ? [value] : []), ...(place.length === 2 ? [String(place[1])] : [])]
  })
}

function nested(inside: Json, { pick }: Dice): Json {
  const depth = pick([2, 7, 8, 9, 30, 70, 500])
  const wrap = pick<(value: Json) => Json>([(value) => ({ not: value }), (value) => ({ all: [value] }), (value) => ({ any: [value] }), (value) => ({ sum: [value] }), (value) => [value]])
  let value = inside
  for (let i = 0; i < depth; i++) value = wrap(value)
  return value
}

const longLadder = ({ pick, chance }: Dice): Json => {
  const rising = chance(0.5)
  return Array.from({ length: pick([1, 199, 200, 201, 3000]) }, (_, i) => ({ id: `s${i}`, from: { months: rising ? i : i % 7 }, value: rising ? i * 100 : 5 }))
}

/** Facts each the double of the one before: few letters, and numbers that leave every bound. */
function doublings(pack: Json, { pick }: Dice): Json {
  const last = pick([3, 60, 400])
  const facts = Object.fromEntries(Array.from({ length: last }, (_, i) => [`d${i}`, { type: 'count', of: 'claim', from: 'derived', label: says('เท่าตัว', 'double'), sum: i === 0 ? ['children', 'children'] : [`d${i - 1}`, `d${i - 1}`] }]))
  const held = replaced(pack, ['facts'], { ...valueAt(pack, ['facts']) as Record<string, Json>, ...facts }) // facts are an object
  return replaced(held, ['benefits', 5, 'amount'], { perUnit: { rate: pick(['nightRate', 'levyOff']), count: `d${last - 1}` } })
}

function swappedTerm(pack: Json, dice: Dice): Json {
  const terms = Object.keys(valueAt(pack, ['terms']) ?? {})
  const places = placesIn(pack).filter((each) => each[0] !== 'terms' && terms.includes(String(valueAt(pack, each))))
  return replaced(pack, dice.pick(places), dice.pick(terms))
}

/** What can happen to the text itself. */
const scars: readonly ((text: string, dice: Dice) => string)[] = [
  (text, { below }) => text.slice(0, below(text.length)),
  (text, { below, pick }) => {
    const at = below(text.length)
    return text.slice(0, at) + pick(['{', '}', '[', ']', ',', ':', '"', '\\', '\u0000', '/*x*/', '0', '-', 'e9', '\ud800']) + text.slice(at + below(2))
  },
  (text, { pick }) => text.replace(pick(['"terms":', '"facts":', '"benefits":', '"id":', '"value":']), (key) => `${key}1,${key}`),
  (text, { pick }) => text.replace('"sajja/pack@1"', pick(['"sajja/pack@2"', '"sajja/pack@999"', '"sajja/pack@1.5"', '"SAJJA/PACK@1"', '"sajja/regulation@1"', '"sajja/pack@\u0661"'])),
  (text, { pick }) => text.replace('{', `{"${pick(['__proto__', 'constructor', 'x', 'notes'])}":${pick(['{"polluted":true}', `"${'x'.repeat(300_000)}"`, '1e999', '['.repeat(2000) + ']'.repeat(2000)])},`),
  (_, { pick }) => pick(['', 'null', '[]', '0', '"x"', '{', '['.repeat(100_000), '{"a":'.repeat(50_000), 'x'.repeat(10_000_000), '<html></html>', 'format: sajja/pack@1', '\ufeff\ufeff{}']),
]

/** The text of a hostile pack; the same seed gives the same one. */
export function hostileText(seed: number): string {
  const dice = diceOf(seed)
  let pack = structuredClone(dice.chance(0.7) ? widePack : examplePack) as Json // a pack is JSON
  const gentle = dice.chance(0.5)
  for (let i = 0; i <= dice.below(gentle ? 3 : 2); i++) pack = attacked(pack, dice.pick(gentle ? nudges : attacks), dice)
  const text = JSON.stringify(pack)
  return dice.chance(0.1) ? dice.pick(scars)(text, dice) : text
}

/** Attacks that find nothing to hold on to in what the one before has left do nothing. */
function attacked(pack: Json, attack: Attack, dice: Dice): Json {
  if (typeof pack !== 'object' || pack === null || !('benefits' in pack)) return pack
  const places = placesIn(pack)
  return places.length > 5000 ? pack : attack(pack, dice.pick(places), dice)
}
