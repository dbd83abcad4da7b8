/** What was given to one group of people: one id for each time something was given, and what it came to. */
export interface Group<Key extends string> {
  key: Key
  given: readonly string[]
  satang: number
}

/** A group as it may be told to everyone: how many times something was given, and what it came to. */
export interface ToldGroup<Key extends string> {
  key: Key
  times: number
  satang: number
}

/** What may be told of groups that add up to a total. */
export interface Told<Key extends string> {
  /** Absent where even the total would tell of too few people. */
  total?: { times: number; satang: number }
  told: ToldGroup<Key>[]
  /** Groups in which something was given and nothing is told of it. */
  hidden: Key[]
}

/** The fewest people that are told of together. */
export const FEWEST_PEOPLE = 10

/**
 * Withholds each group of fewer than `fewest` different people, and of the others, the smallest first, as many as it takes to keep
 * anyone from reckoning it back, even one who knows this rule: what is left of the total when all that is told is taken off is a group
 * too, and must not be a small one. Where that cannot be, the total is withheld as well. Groups in which nothing was given are left
 * out: of nobody nothing is learnt.
 */
export function withholdSmall<Key extends string>(groups: readonly Group<Key>[], fewest = FEWEST_PEOPLE): Told<Key> {
  const some = groups.filter(({ given }) => given.length > 0)
  const hidden = some.filter(({ given }) => peopleIn([given]) < fewest)
  const large = some.filter((group) => !hidden.includes(group)).toSorted((a, b) => a.given.length - b.given.length)
  while (hidden.length > 0 && !isLargeTogether(hidden, fewest)) {
    const [smallest] = large
    if (!smallest) break
    const next = large.filter(({ given }) => given.length === smallest.given.length) // which of two alike is told would tell of their order
    hidden.push(...large.splice(0, next.length))
  }
  const mayTellTotal = hidden.length === 0 ? some.length > 0 : isLargeTogether(hidden, fewest)
  return {
    ...(mayTellTotal && { total: { times: sum(some.map(({ given }) => given.length)), satang: sum(some.map(({ satang }) => satang)) } }),
    told: some.filter((group) => !hidden.includes(group)).map(({ key, given, satang }) => ({ key, times: given.length, satang })),
    hidden: some.filter((group) => hidden.includes(group)).map(({ key }) => key),
  }
}

/**
 * Whether groups that are told of only together hide each other: at least two, enough people, and neither so few gifts nor, where all
 * of them are small, so many that their number alone would say how many each was.
 */
function isLargeTogether(groups: readonly Group<string>[], fewest: number): boolean {
  const times = sum(groups.map(({ given }) => given.length))
  const holdsLarge = groups.some(({ given }) => peopleIn([given]) >= fewest)
  return groups.length >= 2 && peopleIn(groups.map(({ given }) => given)) >= fewest
    && times >= 2 * groups.length && (holdsLarge || times <= (fewest - 2) * groups.length)
}

const peopleIn = (given: readonly (readonly string[])[]) => new Set(given.flat()).size
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
