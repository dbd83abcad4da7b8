import { readFileSync, globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Cases } from '../../plugins/kit/cases.ts'
import { Pack } from '../../plugins/kit/pack.ts'
import { judgeApart, judgeRegulationApart, type PackJudged, type RegulationJudged } from '../../server/library/judging.ts'
import { cast } from '../cast.ts'
import { changed, examplePack, exampleRegulation } from '../kit/example-pack.ts'

const says = (th: string, en: string) => ({ th, en })

/** Aunt Daeng of the example pack, whose house was struck: half of 2,000 baht, and more where the committee sees that it is serious. */
const struck = { name: says('บ้านป้าแดงถูกลมพัด', 'A storm struck the house of Aunt Daeng'), person: 'daeng', benefit: 'disaster', facts: { struckOn: '2026-01-10', damage: 200_000 }, expect: { outcome: 'judgement', fromSatang: 100_000, toSatang: 100_000 } }
const cases: Cases = Cases.parse({ format: 'sajja/cases@1', pack: 'example', persons: { daeng: { name: says('ป้าแดง', 'Aunt Daeng'), facts: { joinedOn: '2015-05-01' } } }, cases: [struck] })

const refused = (judged: PackJudged | RegulationJudged) => (judged.ok ? [] : judged.findings.map(({ code, at }) => ({ code, at })))

/** As many conditions as a pack may have, and as many cases, each in a fund of its own: minutes of work. */
function endless() {
  const leaf = (id: number) => ({ id: `leaf-${id}`, name: says('เป็นสมาชิกครบ', 'a member for long enough'), fact: 'membershipDays', operator: 'greaterThanInclusive', value: id })
  const groups = [0, 1, 2, 3, 4].map((group) => ({ all: Array.from({ length: 95 }, (_, i) => leaf(group * 100 + i)) }))
  return {
    pack: { ...examplePack, standing: [{ id: 'waiting', conditions: { all: groups } }] },
    cases: { ...cases, cases: Array.from({ length: 2000 }, () => ({ ...struck, given: { fundTerms: { clock: '360' } } })) },
  }
}

describe('what is sound', () => {
  test('a pack and its cases come out as they went in, their texts clean', async () => {
    const judged = await judgeApart({ ...examplePack, title: says('กองทุน\u200bตัวอย่าง', 'An example fund') }, cases)
    expect(judged).toEqual({ ok: true, pack: examplePack, cases })
  })

  test.each(globSync('plugins/*/packs/*/pack.json').toSorted())('%s passes with its cases', async (path) => {
    const [pack, beside] = [path, path.replace('pack.json', 'cases.json')].map((each) => JSON.parse(readFileSync(each, 'utf8')))
    expect(await judgeApart(pack, beside)).toEqual({ ok: true, pack: Pack.parse(pack), cases: Cases.parse(beside) })
  })

  test('a regulation comes out as it went in', async () => {
    expect(await judgeRegulationApart(exampleRegulation)).toEqual({ ok: true, regulation: exampleRegulation })
  })
})

describe('what is refused, with its place', () => {
  test.each<[string, { pack?: unknown; cases?: unknown }, string, string]>([
    ['what is no pack', { pack: 'a pack' }, 'badValue', 'pack'],
    ['a newer format', { pack: { ...examplePack, format: 'sajja/pack@2' } }, 'newerFormat', 'pack.format'],
    ['cases of a newer format', { cases: { ...cases, format: 'sajja/cases@2' } }, 'newerFormat', 'cases.format'],
    ['a fact that nobody declares', { pack: changed(examplePack, 'standing.0.conditions.fact', 'moonPhase') }, 'unknownFact', 'pack.standing.0.conditions.fact'],
    ['a citizen ID in a label', { pack: { ...examplePack, notes: [says('ถามป้าแดง ๑-๐๐๐๐-๐๐๐๐๐-๐๐-๙', 'Ask Aunt Daeng')] } }, 'personalData', 'pack.notes.0.th'],
    ['a telephone number in a case', { cases: { ...cases, cases: [{ ...struck, name: says('ป้าแดง โทร 081-234-5678', 'Aunt Daeng') }] } }, 'personalData', 'cases.cases.0.name.th'],
    ['cases of another pack', { cases: { ...cases, pack: 'another' } }, 'badValue', 'cases.pack'],
    ['a case of nobody', { cases: { ...cases, cases: [{ ...struck, person: 'dum' }] } }, 'badValue', 'cases.cases.0.person'],
    ['a value that is no such value', { cases: { ...cases, given: { values: { deathSteps: 'a lot' } } } }, 'mistyped', 'cases.given'],
    ['what is nested without end', { pack: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) }, 'tooDeep', 'pack'],
    ['more than can be meant', { cases: { ...cases, pack: 'x'.repeat(3_000_000) } }, 'tooLarge', 'cases'],
  ])('%s', async (_, given, code, at) => {
    const judged = await judgeApart('pack' in given ? given.pack : examplePack, 'cases' in given ? given.cases : cases)
    expect(refused(judged)[0]).toMatchObject({ code, at: at === 'pack' && code === 'tooDeep' ? expect.stringContaining('pack.') : at })
  })

  test('a case that fails is named in both languages', async () => {
    const judged = await judgeApart(examplePack, { ...cases, cases: [struck, { ...struck, expect: { outcome: 'judgement', fromSatang: 0, toSatang: 100_000 } }] })
    expect(judged).toEqual({ ok: false, findings: [{ level: 'error', code: 'caseFails', at: 'cases.cases.1', text: says('คนตัวอย่างไม่ได้ตามที่ระบุ: บ้านป้าแดงถูกลมพัด', 'a case does not come out as it says: A storm struck the house of Aunt Daeng') }] })
  })

  test('a regulation whose pack is not what its hash says', async () => {
    const judged = await judgeRegulationApart(changed(exampleRegulation, 'packs.0.hash', `sha256:${'0'.repeat(64)}`))
    expect(refused(judged)).toEqual([{ code: 'wrongHash', at: 'regulation.packs.0.hash' }])
  })
})

describe('what would not end', () => {
  test('time: it is ended after fifteen seconds, while the host goes on answering, and the next is judged', async () => {
    const { get } = await cast()
    const { pack, cases: many } = endless()
    const judging = judgeApart(pack, many)
    const ended = judging.then(() => 'ended')
    const waits: number[] = []
    while (await Promise.race([ended, new Promise((goOn) => { setTimeout(goOn, 20) })]) !== 'ended') {
      const askedAt = performance.now()
      expect((await get('/api/networks/sample/funds')).status).toBe(200)
      waits.push(performance.now() - askedAt)
    }
    expect(refused(await judging)).toEqual([{ code: 'tookTooLong', at: '' }])
    expect(Math.max(...waits)).toBeLessThan(2000)
    expect((await judgeApart(examplePack, cases)).ok).toBe(true)
  })

  test('memory: a crowd of decisions that say nothing, each with all that is wrong with it', async () => {
    expect(refused(await judgeApart(examplePack, { ...cases, outside: Array.from({ length: 300_000 }, () => ({})) }))).toEqual([{ code: 'tooLarge', at: '' }])
  })

  test('a crowd: some wait, the others are asked to come back', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => judgeApart({})))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'unavailable' })
  })
})
