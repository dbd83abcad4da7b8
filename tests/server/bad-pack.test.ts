import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { banMaiDefinition, cast } from '../cast.ts'
import { examplePack } from '../kit/example-pack.ts'
import { fact, leaf, says, since, term, withChanges, type Change } from '../kit/told.ts'

const CONDITIONS = 'benefits.0.conditions'

/** A place in the pack, or with a stroke before it in the regulation. */
const placeOf = (place: string) => (place.startsWith('/') ? place.slice(1) : `packs.0.pack.${place}`)

const regulationWith = (changes: Change[]) => withChanges(
  { title: examplePack.title, fundTerms: { year: 'calendar', memberFrom: 'joined', clock: 'calendar', arrearsCured: 'never' }, packs: [{ pack: examplePack }] },
  changes.map(([place, to]) => [placeOf(place), to] as const),
)

/** What is wrong, by what `check` and the reading of a pack call it: what is changed of a sound pack, and where it is found. */
const BAD: Record<string, [Change[], string]> = {
  newerFormat: [[['format', 'sajja/pack@2']], 'format'],
  missing: [[['title', undefined]], 'title'],
  unknownKey: [[['owner', 'x']], 'owner'],
  emptyGroup: [[[CONDITIONS, { all: [] }]], 'benefits.0.conditions.all'],
  badId: [[['terms.Rate', term('money', 1)]], 'terms.Rate'],
  badValue: [[['version', 'new']], 'version'],
  tooLong: [[['terms.nightRate.values.0.source', 'x'.repeat(301)]], 'terms.nightRate.values.0.source'],
  tooMany: [[['notes', Array.from({ length: 51 }, () => says('หมายเหตุ', 'note'))]], 'notes'],
  unknownFact: [[[`${CONDITIONS}.all.0.fact`, 'moons']], 'benefits.0.conditions.all.0.fact'],
  unknownTerm: [[['standing.0.conditions.value', { fact: 'moons' }]], 'standing.0.conditions.value.fact'],
  unknownOperator: [[[`${CONDITIONS}.all.0.operator`, 'almost']], 'benefits.0.conditions.all.0.operator'],
  unknownOption: [[['benefits.2.amount', { choice: 'level', branches: { primary: { fixed: 'nightRate' }, secondary: { fixed: 'nightRate' }, doctoral: { fixed: 'nightRate' } } }]], 'benefits.2.amount.branches.doctoral'],
  unknownStanding: [[['benefits.1.exempt', ['fasting']]], 'benefits.1.exempt.0'],
  unknownBenefit: [[['/packs.0.without', ['moons']]], '/packs.0.without.0'],
  taken: [[['facts.membership', fact('duration')]], 'facts.membership'],
  reserved: [[['standing.0.conditions.id', 'kit-member']], 'standing.0.conditions.id'],
  cycle: [[['facts.x', { ...fact('money'), from: 'derived', sum: ['damage', 'x'] }]], 'facts.x'],
  mistyped: [[[CONDITIONS, leaf('x', 'nights', 'greaterThan', '3')]], 'benefits.0.conditions.value'],
  outOfOrder: [[['terms.nightRate.values', [since(1, '2020-01-01'), since(2, '2019-01-01')]]], 'terms.nightRate.values.1.from'],
  notSet: [[['terms.nightRate.values', []]], 'terms.nightRate'],
  usedBeforeSet: [[['terms.nightRate.values.0.from', '2020-01-01']], 'terms.nightRate.values.0.from'],
  belowOne: [[['terms.schoolTimes.values.0.value', 0]], 'terms.schoolTimes.values.0.value'],
  noTime: [[[CONDITIONS, leaf('x', 'membership', 'atLeast', { days: 0 })]], 'benefits.0.conditions.value'],
  daysAsMonths: [[[CONDITIONS, leaf('x', 'membership', 'atLeast', { days: 180 })]], 'benefits.0.conditions.value.days'],
  reversed: [[['benefits.0.amount', { decided: { atLeast: 'damageMax', amountAtMost: 'nightRate' } }], ['benefits.0.limits', undefined]], 'benefits.0.amount'],
  contradiction: [[[CONDITIONS, { all: [leaf('a', 'nights', 'greaterThan', 5), leaf('b', 'nights', 'lessThan', 5)] }]], 'benefits.0.conditions'],
  notAsked: [[['benefits.0.asks', ['dischargedOn', 'certified']]], 'benefits.0.asks'],
  eventDay: [[['benefits.1.eventOn', 'struckOn']], 'benefits.1.eventOn'],
  notCounted: [[['benefits.0.limits.0.of', 'membershipDays']], 'benefits.0.limits.0.of'],
  differs: [[['benefits.2.limits.0.id', 'nights-year']], 'benefits.2.limits.0'],
  personalData: [[['notes', [says('โทร 081-234-5678', 'note')]]], 'notes.0.th'],
  noYear: [[['/fundTerms.year', undefined]], '/fundTerms.year'],
  lineage: [[['basedOn', { pack: 'example', version: '2.0.0', hash: `sha256:${'0'.repeat(64)}` }]], 'basedOn.version'],
}

/** What can only be wrong with the text of a file, with what is stored or with a pack's own cases: other doors than this one refuse it. */
const ELSEWHERE = ['tooLarge', 'notJson', 'unreadable', 'twice', 'tooDeep', 'wrongHash', 'tampered', 'caseFails', 'tookTooLong']

test('everything that `check` knows has a bad pack here', () => {
  const codes = [...readFileSync('plugins/kit/finding.ts', 'utf8').split('// Notes.')[0]?.matchAll(/'(\w+)'/g) ?? []].map((match) => match[1])
  expect(codes.length).toBeGreaterThan(30)
  expect([...Object.keys(BAD), ...ELSEWHERE].toSorted()).toEqual(codes.toSorted())
})

test('a fund that would begin with a bad pack is refused, with the place in what was sent and why in both languages', async () => {
  const { kit, superuser } = await cast()
  const [first] = banMaiDefinition.publications
  if (!first) throw new Error('Ban Mai has a regulation')
  const send = async (changes: Change[]) => kit.post('/api/operator/funds', { ...banMaiDefinition, slug: 'mai-khao', publications: [{ ...first, regulation: regulationWith(changes) }] })
  const missed: string[] = []
  for (const [code, [changes, at]] of Object.entries(BAD)) {
    const res = await send(changes)
    const { places } = await res.json() as { places: { at: string; text: { th: string; en: string } }[] }
    const found = places.find((place) => place.at === `publications.0.regulation.${placeOf(at)}`)
    if (![400, 422].includes(res.status) || !found || !/[ก-๙]/.test(found.text.th) || !/[a-z]/i.test(found.text.en)) missed.push(`${code}: ${res.status} ${JSON.stringify(places)}`)
  }

  expect(missed).toEqual([])
  expect(await superuser`select 1 from funds where slug = 'mai-khao'`).toEqual([])
  expect((await send([])).status, 'the sound pack is taken').toBe(201)
})
