import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { childrenOf, type Condition } from '../../plugins/kit/condition.ts'
import { upgrade, type Choice, type Conflict } from '../../plugins/kit/merge.ts'
import type { AdoptedPack } from '../../plugins/kit/regulation.ts'
import { often } from '../drill.ts'
import { situations, type Situation } from './random-edits.ts'

const MERGES = often(1_000, 10_000)

/** A pack as a plain list of what it says, each under its place: the model that merging is held against. It knows nothing of how packs are merged. */
function flat({ pack, values = {} }: Pick<AdoptedPack, 'pack' | 'values'>): Map<string, string> {
  const says = new Map<string, string>()
  const say = (place: string, value: unknown) => { if (value !== undefined) says.set(place, canonical(value)) }
  const sayConditions = (place: string, condition: Condition | undefined) => {
    if (!condition) return
    const walk = (node: Condition, above: string): void => {
      if (!('operator' in node)) return childrenOf(node).forEach((child) => { walk(child, `${above}>${Object.keys(node)[0]}`) })
      say(`${place}.leaves.${node.id}.demand`, [node.fact, node.operator, node.value])
      say(`${place}.leaves.${node.id}.name`, node.name)
      say(`${place}.tree.${node.id}`, above)
    }
    walk(condition, '')
    say(`~${place}.tree`, shapeOf(condition))
  }
  const { facts = {}, terms, standing = [], benefits, notes = [], version: _version, basedOn: _basedOn, ...rest } = pack
  for (const [key, value] of Object.entries(rest)) say(key, value)
  for (const note of notes) say(`notes.${canonical(note)}`, true)
  for (const [id, { label, options = {}, ask, unit, ...fact }] of Object.entries(facts)) {
    const { askedWhen, ...meaning } = 'askedWhen' in fact ? fact : { ...fact, askedWhen: undefined }
    say(`facts.${id}.meaning`, meaning)
    say(`facts.${id}.label`, [label, ask, unit])
    for (const [option, name] of Object.entries(options)) say(`facts.${id}.options.${option}`, name)
    sayConditions(`facts.${id}.askedWhen`, askedWhen)
  }
  for (const [id, term] of Object.entries(terms)) {
    say(`terms.${id}.meaning`, 'by' in term ? [term.type, term.by, term.of] : [term.type])
    say(`terms.${id}.label`, term.label)
    if (term.type === 'schedule') for (const [item, name] of Object.entries(term.items)) say(`terms.${id}.items.${item}`, name)
    for (const { from, value, source } of term.values) {
      const place = `terms.${id}.values.${from}`
      if (term.type !== 'ladder' && term.type !== 'schedule') { say(place, [value, source]); continue }
      say(`${place}.source`, source)
      if (Array.isArray(value)) for (const step of value) say(`${place}.value.${step.id}`, step)
      else for (const [item, each] of Object.entries(value ?? {})) say(`${place}.value.${item}`, each)
    }
    say(`terms.${id}.own`, values[id])
  }
  for (const { id, conditions, clause } of standing) {
    say(`standing.${id}.there`, true)
    say(`standing.${id}.clause`, clause)
    sayConditions(`standing.${id}.conditions`, conditions)
  }
  for (const { id, asks, exempt = [], conditions, limits = [], documents = [], ...fields } of benefits) {
    for (const [key, value] of Object.entries(fields)) say(`benefits.${id}.${key}`, value)
    for (const ask of asks) say(`benefits.${id}.asks.${ask}`, true)
    for (const each of exempt) say(`benefits.${id}.exempt.${each}`, true)
    for (const limit of limits) say(`benefits.${id}.limits.${limit.id}`, limit)
    for (const document of documents) {
      say(`benefits.${id}.documents.${document.id}.name`, document.name)
      sayConditions(`benefits.${id}.documents.${document.id}.when`, document.when)
    }
    sayConditions(`benefits.${id}.conditions`, conditions)
  }
  return says
}

const shapeOf = (node: Condition): unknown => ('operator' in node ? node.id : { [Object.keys(node)[0] ?? '']: childrenOf(node).map(shapeOf) })

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1))) : each))
}

const isUnder = (place: string, conflict: Conflict) => [place, place.replace('~', '')].some((each) => each === conflict.id || each.startsWith(`${conflict.id}.`))

/** What is wrong with a merge, in words; nothing where every change of either side is there and every conflict is told. */
function faultsOf({ base, mine, theirs }: Situation, choices: Readonly<Record<string, Choice>>, { conflicts, adopted }: { conflicts: readonly Conflict[]; adopted: AdoptedPack }): string[] {
  const [was, ours, models, is] = [flat({ pack: base }), flat(mine), flat({ pack: theirs }), flat(adopted)]
  const places = [...new Set([...was.keys(), ...ours.keys(), ...models.keys(), ...is.keys()])]
  const inside = new Map<string, string[]>()
  const faults = places.flatMap((place) => {
    const [b, m, t, r] = [was.get(place), ours.get(place), models.get(place), is.get(place)]
    const conflict = conflicts.find((each) => isUnder(place, each))
    if (conflict) {
      inside.set(conflict.id, [...(inside.get(conflict.id) ?? []), ...(m === b ? [] : ['mine']), ...(t === b ? [] : ['theirs']), ...(m === t ? [] : ['differ'])])
      const chosen = choices[conflict.id] === 'theirs' ? t : m
      return r === chosen ? [] : [`${place}: chosen was ${chosen}, came out ${r}`]
    }
    if (place.startsWith('~')) return []
    if (m !== b && t !== b && m !== t) return [`${place}: a conflict that nobody was told of`]
    const expected = m === b ? t : m
    return r === expected ? [] : [`${place}: was ${b}, mine ${m}, theirs ${t}, came out ${r}`]
  })
  const needless = conflicts.filter(({ id, at }) => at.at(-1) !== 'own' && !['mine', 'theirs', 'differ'].every((each) => inside.get(id)?.includes(each)))
  return [...faults, ...needless.map(({ id }) => `${id}: told as a conflict, and not both changed it`), ...ownFaults({ base, mine, theirs }, conflicts)]
}

/** The fund's own value is a conflict exactly where its model's values became something else than it. */
function ownFaults({ base, mine, theirs }: Situation, conflicts: readonly Conflict[]): string[] {
  return Object.entries(mine.values ?? {}).flatMap(([id, own]) => {
    const [before, now] = [base.terms[id], theirs.terms[id]]
    const isTold = conflicts.some((each) => isUnder(`terms.${id}.own`, each))
    const isDue = canonical(before?.values ?? null) !== canonical(now?.values ?? null) && canonical(own.at(-1)?.value) !== canonical(now?.values.at(-1)?.value)
    return (before && isDue && !isTold) || (!isDue && conflicts.some((each) => each.id === `terms.${id}.own`)) ? [`${id}: own value, ${isTold ? 'told' : 'not told'}`] : []
  })
}

describe(`${MERGES.toLocaleString('en-US')} random merges against a plain model`, () => {
  const counts = { none: 0, one: 0, two: 0, more: 0 }
  const kinds: Record<string, number> = {}

  beforeAll(() => {
    fc.assert(fc.property(situations, fc.integer(), (situation, chance) => {
      const { base, mine, theirs } = situation
      const { conflicts, adopted: unchosen } = upgrade(base, mine, theirs)
      const choices = Object.fromEntries(conflicts.map(({ id }, at) => [id, (chance >> (at % 30)) % 2 === 0 ? 'mine' : 'theirs'] satisfies [string, Choice]))
      if (unchosen && conflicts.length > 0) throw new Error('it came out before all was chosen')
      const adopted = unchosen ?? upgrade(base, mine, theirs, choices).adopted
      if (!adopted) throw new Error('every conflict had its choice, and nothing came out')
      const faults = faultsOf(situation, choices, { conflicts, adopted })
      if (faults.length > 0) throw new Error(faults.join('\n'))

      const again = [upgrade(base, adopted, theirs, choices), upgrade(theirs, adopted, theirs)]
      if (again.some((each) => JSON.stringify(each.adopted) !== JSON.stringify(adopted))) throw new Error('merging twice changed something')

      counts[(['none', 'one', 'two'] as const)[conflicts.length] ?? 'more'] += 1
      for (const { at } of conflicts) kinds[kindOf(at)] = (kinds[kindOf(at)] ?? 0) + 1
    }), { numRuns: MERGES })
  }, 400_000)

  test('at least a fifth have a conflict, and a fifth none', () => {
    console.log(JSON.stringify({ merges: MERGES, conflicts: counts, kinds }))
    expect(counts.one + counts.two + counts.more).toBeGreaterThan(MERGES / 5)
    expect(counts.none).toBeGreaterThan(MERGES / 5)
  })

  test('every kind of conflict came up', () => {
    expect(Object.keys(kinds).toSorted()).toEqual(['benefit', 'condition', 'document', 'fact', 'field', 'leaf', 'limit', 'own', 'step', 'term', 'title', 'value'].toSorted())
  })
})

/** Of what kind the thing is that both sides changed. */
function kindOf(at: readonly string[]): string {
  const last = at.at(-1) ?? ''
  if (at.includes('leaves')) return 'leaf'
  if (['conditions', 'when', 'askedWhen'].includes(last)) return 'condition'
  if (at[0] === 'terms') return at.length === 2 ? 'term' : last === 'own' ? 'own' : at[2] === 'values' ? (at.length > 4 ? 'step' : 'value') : 'field'
  if (at[0] === 'benefits') return at.length === 2 ? 'benefit' : at[2] === 'limits' ? 'limit' : at[2] === 'documents' ? 'document' : 'field'
  return at[0] === 'facts' ? 'fact' : at.length === 1 ? 'title' : 'condition'
}
