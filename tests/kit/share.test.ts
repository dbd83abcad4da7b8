import { describe, expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { DEFAULT_FUND_TERMS, regulationFor, runCases, type Cases } from '../../plugins/kit/cases.ts'
import { check } from '../../plugins/kit/check.ts'
import type { Pack } from '../../plugins/kit/pack.ts'
import { vocabularyOf } from '../../plugins/kit/plugin.ts'
import { packHash, type AdoptedPack, type Regulation } from '../../plugins/kit/regulation.ts'
import { openTermsOf, sharedCases, sharedPack } from '../../plugins/kit/share.ts'
import { samplePlugin } from '../server/sample-plugin.ts'

const vocabulary = vocabularyOf(plugins)
const title = { th: 'ที่แบ่งปัน', en: 'Shared' }
const packs = plugins.flatMap(({ packs: all = [], cases = [] }) => all.map((pack) => ({ pack, cases: cases.find((each) => each.pack === pack.id) })))
const benefits = packs.flatMap(({ pack, cases }) => pack.benefits.map(({ id }) => [`${pack.id}.${id}`, pack, cases, id] as const))

const [hospital] = samplePlugin.packs ?? []
if (!hospital) throw new Error('the sample plugin has a pack')
const held: AdoptedPack = { pack: hospital, hash: packHash(hospital), values: { nightRate: [{ from: '2026-01-01', value: 25_000, source: '3/2568' }] } }
const share = (adopted: AdoptedPack, more: Partial<Parameters<typeof sharedPack>[1]> = {}, published: Regulation[] = []) =>
  sharedPack(adopted, { id: 'ban-mai', version: '1.0.0', title, benefits: adopted.pack.benefits.map(({ id }) => id), open: [], ...more }, published, vocabulary)

const outcomes = async (pack: Pack, cases: Cases) => (await runCases(pack, cases, vocabulary)).map(({ found }) => found)

describe('a part of a pack', () => {
  test.each(benefits)('%s alone is sound, and its example people come out as in the whole', async (_name, pack, cases, id) => {
    const part = share({ pack, hash: packHash(pack) }, { benefits: [id] })
    expect(check(part, vocabulary).filter(({ level }) => level === 'error')).toEqual([])
    expect([...Object.keys(part.terms), ...Object.keys(part.facts ?? {})].length).toBeLessThanOrEqual(Object.keys(pack.terms).length + Object.keys(pack.facts ?? {}).length)

    const of = cases?.cases.filter(({ benefit }) => benefit === id) ?? []
    if (!cases || of.length === 0) return
    const known = <T>(facts: Record<string, T>) => Object.fromEntries(Object.entries(facts).filter(([fact]) => fact in (part.facts ?? {}) || !(fact in (pack.facts ?? {}))))
    const persons = Object.fromEntries(Object.entries(cases.persons).map(([person, { facts, ...rest }]) => [person, { ...rest, facts: known(facts) }]))
    const values = Object.fromEntries(Object.entries(cases.given?.values ?? {}).filter(([term]) => term in part.terms))
    expect(await outcomes(part, { ...cases, persons, cases: of.map((each) => ({ ...each, facts: known(each.facts) })), given: { ...cases.given, values } })).toEqual(await outcomes(pack, { ...cases, cases: of }))
  })

  test('brings nothing that it does not use', () => {
    const model = packs.find(({ pack }) => pack.benefits.length > 3)?.pack
    if (!model) throw new Error('a pack of several benefits is installed')
    const [first] = model.benefits
    const part = share({ pack: model, hash: packHash(model) }, { benefits: [first?.id ?? ''] })

    expect(Object.keys(part.terms).length).toBeLessThan(Object.keys(model.terms).length)
    expect(part.benefits.map(({ id }) => id)).toEqual([first?.id])
  })
})

describe('what a fund has made of a pack', () => {
  test('its own values stand in it, and what is left open has none', () => {
    const part = share(held, { open: ['yearMax'] })

    expect(part.terms['nightRate']?.values.map(({ value }) => value)).toEqual([20_000, 25_000])
    expect(part.terms['yearMax']).toMatchObject({ open: true, values: [] })
    expect(openTermsOf(part)).toEqual(['yearMax'])
  })

  test('it says which model it comes from, though it was changed more than once', () => {
    const changed = (version: string, from: AdoptedPack): AdoptedPack => {
      const pack: Pack = { ...hospital, version, title: { th: `รุ่น ${version}`, en: version }, basedOn: { pack: from.pack.id, version: from.pack.version, hash: from.hash } }
      return { pack, hash: packHash(pack) }
    }
    const once = changed('1.0.1', held)
    const twice = changed('1.0.2', once)
    const published = [held, once].map((adopted): Regulation => ({ ...regulationFor(hospital), packs: [adopted] }))

    expect(share(twice, {}, published).basedOn).toEqual({ pack: 'sample', version: '1.0.0', hash: held.hash })
  })

  test('what is the fund’s own comes from nowhere else', () => {
    const pack: Pack = { ...hospital, id: 'ban-mai/own' }
    expect(share({ pack, hash: packHash(pack) }).basedOn).toBeUndefined()
  })

  test('example people come out as in the fund on the day, also of what is left open', async () => {
    const person = { name: title, facts: { joinedOn: '2010-07-01' } }
    const neighbour = { name: title, person, benefit: 'hospital', facts: { dischargedOn: '2012-03-06', nights: 3 }, expect: { outcome: 'eligible' as const, satang: 75_000 } }
    const pack = share(held, { open: ['nightRate'] })
    const cases = sharedCases(pack, [neighbour, { ...neighbour, benefit: 'wake' }], { ...regulationFor(hospital), fundTerms: DEFAULT_FUND_TERMS }, held, '2026-11-23')
    if (!cases) throw new Error('there is a case')

    expect(await outcomes(pack, cases)).toMatchObject([neighbour.expect])
  })

  test('without an example person there are no cases', () => {
    expect(sharedCases(share(held), [], regulationFor(hospital), held, '2026-11-23')).toBeUndefined()
  })
})
