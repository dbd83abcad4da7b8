import { describe, expect, test } from 'vitest'
import { Cases } from '../../plugins/kit/cases.ts'
import { check } from '../../plugins/kit/check.ts'
import { checkPlugins } from '../../plugins/kit/check-plugins.ts'
import { Pack } from '../../plugins/kit/pack.ts'
import { vocabularyOf, type Plugin } from '../../plugins/kit/plugin.ts'
import { admitPlugins } from '../../server/plugin-guard.ts'
import { StartRefused } from '../../server/start-refused.ts'
import { faultyPlugin, sound } from '../server/faulty-plugin.ts'

const both = (word: string) => ({ th: word, en: word })
const healthy = faultyPlugin(sound)
const { luck } = healthy.facts ?? {}
const { reaches, fallsShort } = healthy.operators ?? {}
const [gifts] = healthy.packs ?? []
if (!luck || !reaches || !fallsShort || !gifts) throw new Error('the plugin has a fact, two operators and a pack')

const lucky = Cases.parse({
  format: 'sajja/cases@1', pack: 'gifts', persons: { daeng: { name: both('Daeng'), facts: { joinedOn: '2020-01-01' } } },
  cases: [{ name: both('Daeng asks'), person: 'daeng', benefit: 'gift', facts: { givenOn: '2026-11-20' }, expect: { outcome: 'eligible', satang: 50_000 } }],
})
const empty: Plugin = { meta: { ...healthy.meta, id: 'empty' } }

const asGiven = (plugin: unknown) => plugin as Plugin // as an author may write it without the type checker
const found = async (...plugins: unknown[]) => (await checkPlugins(plugins.map(asGiven))).map(({ plugin, at, text }) => `${plugin} ${at}: ${text.en}`)

test('a plugin that keeps its contract is taken in with its cases', async () => {
  expect(await found({ ...healthy, cases: [lucky] }, empty)).toEqual([])
})

describe('at start a plugin is refused', () => {
  test.each<[string, unknown[], RegExp]>([
    ['with a drawer that nobody knows', [{ ...healthy, hooks: {} }], /^faulty hooks: "hooks" is not known$/],
    ['that is not an object', [[]], /^plugins\.0 : must be an object/],
    ['without a version', [{ ...healthy, meta: { ...healthy.meta, version: undefined } }], /^faulty meta\.version: "version" is missing/],
    ['with a field of a fact that nobody knows', [{ ...healthy, facts: { luck: { ...luck, cached: true } } }], /^faulty facts\.luck\.cached: "cached" is not known/],
    ['with a fact that is not derived', [{ ...healthy, facts: { luck: { ...luck, from: 'asked' } } }], /^faulty facts\.luck\.from/],
    ['with a fact without its Thai label', [{ ...healthy, facts: { luck: { ...luck, label: { en: 'luck' } } } }], /^faulty facts\.luck\.label\.th: "th" is missing/],
    ['whose derivation is async', [{ ...healthy, facts: { luck: { ...luck, derive: async () => 1 } } }], /^faulty facts\.luck\.derive: must be a plain function/],
    ['whose derivation is a generator', [{ ...healthy, facts: { luck: { ...luck, * derive() { yield 1 } } } }], /^faulty facts\.luck\.derive: must be a plain function/],
    ['with decimals for a count', [{ ...healthy, facts: { luck: { ...luck, scale: 2 } } }], /^faulty facts\.luck\.scale: only a number has decimals/],
    ['that takes a word of the kit', [{ ...empty, facts: { memberAge: luck } }], /^empty facts: the fact "memberAge" is already defined/],
    ['that takes an operator of the kit', [{ ...empty, operators: { equal: reaches } }], /^empty facts: the operator "equal" is already defined/],
    ['that takes a word of another', [healthy, { ...empty, facts: { luck } }], /^empty facts: the fact "luck" is already defined/],
    ['that is called as another', [healthy, healthy], /^faulty meta\.id: another plugin is called "faulty"/],
    ['whose facts rest on themselves', [{ ...empty, facts: { a: { ...luck, needs: ['b'] }, b: { ...luck, needs: ['a'] } } }], /^empty facts\.a: facts that rest on themselves: a → b → a/],
    ['whose operator has no opposite', [{ ...empty, operators: { reaches } }], /^empty operators\.reaches\.opposite: "fallsShort" must be an operator/],
    ['whose opposites do not match', [{ ...empty, operators: { reaches: { ...reaches, opposite: 'equal' } } }], /^empty operators\.reaches\.opposite/],
    ['whose pack has an error', [{ ...healthy, facts: {} }], /^faulty packs\.0\.benefits\.0\.conditions\.all\.0\.fact: no fact "luck" is declared/],
    ['with cases of a pack that it has not', [{ ...empty, cases: [lucky] }], /^empty cases\.0\.pack: this plugin has no pack "gifts"/],
    ['with a case of a person who is not there', [{ ...healthy, cases: [{ ...lucky, persons: {} }] }], /^faulty cases\.0\.cases\.0\.person: there is no example person "daeng"/],
    ['with a case that does not pass', [{ ...faultyPlugin({ ...sound, derive: () => 0 }), cases: [lucky] }], /^faulty cases\.0\.cases\.0: a case does not come out as it says: Daeng asks/],
    ['whose code fails in a case', [{ ...faultyPlugin({ ...sound, derive: () => Number.NaN }), cases: [lucky] }], /^faulty cases\.0\.cases\.0: .*the fact "luck" \(luck\) of the plugin faulty gave NaN/],
  ])('%s', async (_what, plugins, told) => {
    expect(await found(...plugins)).toEqual(expect.arrayContaining([expect.stringMatching(told)]))
  })

  const starting = (load: Parameters<typeof admitPlugins>[0]) => admitPlugins(load).catch((error: unknown) => error)

  test('in plain words in both languages, which name it and say what to do', async () => {
    const refused = await starting(async () => ({ plugins: [asGiven({ ...healthy, hooks: {} })] }))

    expect(refused).toBeInstanceOf(StartRefused)
    expect(refused).toMatchObject({ text: { th: expect.stringMatching(/เอาออกจาก plugins\/index\.ts[^]*faulty · hooks · ไม่รู้จัก "hooks"/), en: expect.stringMatching(/take the plugin off plugins\/index\.ts[^]*faulty · hooks · "hooks" is not known/) } })
  })

  test('where a case of it never ends', async () => {
    const loops = faultyPlugin({ ...sound, derive: () => { for (;;) { /* for ever */ } } })

    expect(await starting(async () => ({ plugins: [{ ...loops, cases: [lucky] }] }))).toMatchObject({ text: { en: expect.stringContaining('did not end within 0.25 seconds') } })
  })

  test('where what it reads is no pack', async () => {
    const refused = await starting(async () => ({ plugins: [{ ...empty, packs: [Pack.parse({ ...gifts, benefits: 'none' })] }] }))

    expect(refused).toMatchObject({ text: { en: expect.stringMatching(/benefits · cannot be read \(.*\): npm run pack -- check says more/) } })
  })
})

test('a pack that lacks a question which the fact needs is found before anyone adopts it', () => {
  const { givenOn: _givenOn, ...facts } = gifts.facts ?? {}
  const asked = { ...gifts, facts: { ...facts, cameOn: { type: 'day', of: 'claim', from: 'asked', label: both('day') } }, benefits: gifts.benefits.map((each) => ({ ...each, eventOn: 'cameOn', asks: ['cameOn'] })) }

  expect(check(Pack.parse(asked), vocabularyOf([healthy])).map(({ at, text }) => `${at}: ${text.en}`)).toContain('benefits.0.conditions.all.0.fact: "luck" is derived from the fact "givenOn", which this pack does not declare')
})
