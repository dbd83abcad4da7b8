import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { plugins as ours } from '../../plugins/index.ts'
import { vocabularyOf } from '../../plugins/kit/plugin.ts'
import { planFund } from '../../server/funds/apply.ts'
import { FundDefinition, readDefinition } from '../../server/funds/definition.ts'
import { exportFund } from '../../server/funds/export.ts'
import { sentencesOf } from '../../server/funds/sentences.ts'
import { applyTenants } from '../../server/funds/tenants.ts'
import { banMaiDefinition, cast, TODAY } from '../cast.ts'
import { newDatabase } from '../database.ts'
import { samplePlugin } from './sample-plugin.ts'

const plugins = [samplePlugin]
const vocabulary = vocabularyOf(plugins)
const [first] = banMaiDefinition.publications
if (!first) throw new Error('Ban Mai has a regulation')
const from = (fromOn: string, version: string) => ({ ...first, fromOn, regulation: { ...first.regulation, packs: [{ adopt: 'samples/sample', version }] } })
const withPublications = (...publications: FundDefinition['publications']) => ({ ...banMaiDefinition, publications })

test('applying twice changes nothing', async () => {
  const { apply } = await cast()

  expect(await apply(banMaiDefinition)).toMatchObject({ ok: true, value: { changes: [] } })
})

test('what was applied is exported as it was', async () => {
  const { doors } = await cast()

  expect(JSON.stringify(await exportFund(doors, 'ban-mai', plugins), null, 2)).toBe(JSON.stringify(banMaiDefinition, null, 2))
})

test('every fund of tenants/ is exported as the file it came from', async () => {
  const { doors } = await newDatabase()
  await applyTenants(doors, ours, new Date())

  const files = globSync('tenants/*/*.json').filter((path) => basename(path) !== 'network.json')
  expect(files.length).toBeGreaterThan(15)
  for (const file of files) expect(`${JSON.stringify(await exportFund(doors, basename(file, '.json'), ours), null, 2)}\n`).toBe(readFileSync(file, 'utf8'))
})

test('what a fund has set for itself is exported and applied with it, and only what differs is told', async () => {
  const { doors, apply, get } = await cast()
  const certified = { ...banMaiDefinition, certifiersNeeded: 3 }
  const applied = await apply(certified)

  if (!applied.ok) throw new Error('the plan is sound')
  expect(applied.value.changes.flatMap((change) => sentencesOf(change, vocabulary))).toEqual([{ th: 'คำขอต้องมีคนของศูนย์ลงชื่อรับรอง 3 คน', en: 'A claim is certified by 3 of the centre' }])
  expect(await exportFund(doors, 'ban-mai', plugins)).toEqual(certified)
  expect(await (await get('/api/funds/ban-mai')).json()).toMatchObject({ contact: banMaiDefinition.contact })
  expect(await apply(certified)).toMatchObject({ ok: true, value: { changes: [] } })
})

test('a pack that no plugin here has is exported whole, and applying that changes nothing', async () => {
  const { doors, apply } = await cast()
  const exported = await exportFund(doors, 'ban-mai', [])

  expect(exported.publications[0]?.regulation.packs[0]).toMatchObject({ pack: { id: 'sample', version: '1.0.0' } })
  expect(await apply(exported)).toMatchObject({ ok: true, value: { changes: [] } })
})

test('a fund keeps the snapshot it adopted when the plugin has moved on', async () => {
  const { doors } = await cast()
  const movedOn = [{ ...samplePlugin, packs: (samplePlugin.packs ?? []).filter(({ version }) => version === '2.0.0') }]

  expect(await planFund(banMaiDefinition, { doors, plugins: movedOn, vocabulary, today: TODAY })).toMatchObject({ ok: true, value: { changes: [] } })
})

test('the difference is told in sentences before it is made', async () => {
  const { doors } = await cast()
  const wanted = { ...withPublications(first, from('2027-01-01', '2.0.0')), contact: { th: 'วัดบ้านใหม่', en: 'Ban Mai temple' }, certifiersNeeded: 3 }
  const plan = await planFund(wanted, { doors, plugins, vocabulary, today: TODAY })

  if (!plan.ok) throw new Error('the plan is sound')
  const sentences = plan.value.changes.flatMap((change) => sentencesOf(change, vocabulary)).map(({ th }) => th)
  expect(sentences[0]).toBe('ที่ติดต่อ: วัดบ้านใหม่')
  expect(sentences[1]).toBe('คำขอต้องมีคนของศูนย์ลงชื่อรับรอง 3 คน')
  expect(sentences[2]).toBe('ประกาศใช้ ระเบียบกองทุนบ้านใหม่ ตั้งแต่ 1 มกราคม 2570 ตามมติที่ประชุม ครั้งที่ 4/2562')
  expect(sentences.slice(3)).toEqual([expect.stringMatching(/^− นอนโรงพยาบาล: .*200/), expect.stringMatching(/^\+ นอนโรงพยาบาล: .*300/)])
})

test('a changed name has its day', async () => {
  const { apply, get } = await cast()
  const renamed = { ...banMaiDefinition, profiles: [...banMaiDefinition.profiles, { ...profile(), from: '2026-11-01', name: { th: 'กองทุนสวัสดิการชุมชนบ้านใหม่', en: 'Ban Mai Fund' } }] }
  await apply(renamed)

  expect(await (await get('/api/funds/ban-mai')).json()).toMatchObject({ name: { en: 'Ban Mai Fund' } })
  expect(await (await get('/api/funds/ban-mai?on=2026-10-31')).json()).toMatchObject({ name: { en: 'Ban Mai Municipality Community Welfare Fund' } })
})

test.each([
  ['a regulation published otherwise', withPublications(from('2020-01-01', '2.0.0')), 'publications.0'],
  ['a regulation taken back', withPublications(), 'publications'],
  ['a regulation that begins in days already judged', withPublications(first, from('2026-11-22', '2.0.0')), 'publications.1.fromOn'],
  ['a pack nobody here has', withPublications(first, from('2027-01-01', '9.0.0')), 'publications.1.regulation.packs.0.adopt'],
  ['an unknown network', { ...banMaiDefinition, network: 'nowhere' }, 'network'],
  ['a value for a term that is not there', withPublications(first, { ...from('2027-01-01', '2.0.0'), regulation: { ...first.regulation, packs: [{ adopt: 'samples/sample', version: '2.0.0', values: { nothing: [{ from: '2027-01-01', value: 1, source: 'x' }] } }] } }), 'publications.1.regulation.packs.0'],
])('%s is refused with its place, and nothing is applied', async (_what, definition, place) => {
  const { apply, doors } = await cast()
  const read = await apply(definition)

  expect(read.ok).toBe(false)
  if (!read.ok) expect(read.findings[0]?.at.startsWith(place)).toBe(true)
  expect(await exportFund(doors, 'ban-mai', plugins)).toEqual(banMaiDefinition)
})

test('an earlier regulation may be entered before the first, none in between', async () => {
  const { apply, get } = await cast()

  expect(await apply(withPublications(from('2015-01-01', '2.0.0'), first))).toMatchObject({ ok: true, value: { changes: [{ kind: 'publication', publication: { fromOn: '2015-01-01' } }] } })
  expect((await (await get('/api/funds/ban-mai')).json()).publications).toMatchObject([{ number: 2, fromOn: '2015-01-01' }, { number: 1 }])
  expect(await apply(withPublications(from('2015-01-01', '2.0.0'), from('2017-01-01', '1.0.0'), first))).toMatchObject({ ok: false })
})

test.each([
  ['not JSON', '{', ''],
  ['a newer format', JSON.stringify({ ...banMaiDefinition, format: 'sajja/fund@2' }), 'format'],
  ['an unknown key', JSON.stringify({ ...banMaiDefinition, owner: 'x' }), 'owner'],
  ['more certifiers than a form has lines for', JSON.stringify({ ...banMaiDefinition, certifiersNeeded: 6 }), 'certifiersNeeded'],
  ['nothing said of who certifies', JSON.stringify({ ...banMaiDefinition, certifiersNeeded: undefined }), 'certifiersNeeded'],
  ['a day that is not', JSON.stringify(withPublications({ ...first, fromOn: '2569-02-30' })), 'publications.0.fromOn'],
  ['days that do not rise', JSON.stringify({ ...banMaiDefinition, profiles: banMaiDefinition.profiles.toReversed() }), 'profiles'],
  ['regulations out of order', JSON.stringify(withPublications(from('2027-01-01', '2.0.0'), first)), 'publications'],
])('a file with %s is refused with the place', (_what, text, place) => {
  const read = readDefinition(text, FundDefinition)

  expect(read.ok).toBe(false)
  if (!read.ok) expect(read.findings.map(({ at }) => at)).toContain(place)
})

function profile() {
  const last = banMaiDefinition.profiles.at(-1)
  if (!last) throw new Error('Ban Mai has a profile')
  return last
}
