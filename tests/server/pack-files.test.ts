import { describe, expect, test } from 'vitest'
import { fingerprintOf } from '../../plugins/kit/fingerprint.ts'
import { hostKeyOf, readSignedFile, signFile } from '../../server/library/signed-file.ts'
import { cast } from '../cast.ts'
import type { Scene } from '../confined.ts'
import { SECRET } from '../database.ts'
import { changed } from '../kit/example-pack.ts'
import { answered } from './drafting.ts'
import { atBanMai, fromRawai, sharing } from './library-scene.ts'

const room = '/api/networks/sample/library'
const [here, faraway, third] = [SECRET, 'the secret of another host, which guards nothing', 'the secret of a third, which guards even less'].map(hostKeyOf) as [ReturnType<typeof hostKeyOf>, ReturnType<typeof hostKeyOf>, ReturnType<typeof hostKeyOf>] // three in, three out

const file = signFile(fromRawai, faraway)
const otherwise = (place: string, to: unknown, key = faraway) => signFile(changed(fromRawai, place, to), key)

const into = (fund: string) => `/api/funds/${fund}/library`
const take = async (who: Scene['malee'], library: string, text: string) => who.post(`${library}/files`, { file: text })
const codeOf = async (answering: Promise<Response>) => { const res = await answering; return [res.status, (await res.json()).code] }
const seenBy = async (who: Scene['malee'], library: string) => (await answered(who.get(library))).packs.map(({ pack }: { pack: string }) => pack)

describe('a pack from another host', () => {
  test('it works: what a fund shares there is taken in here, for the fund alone, and told whose it is', async () => {
    const { malee: far } = await cast({ secret: 'the secret of another host, which guards nothing' })
    await answered(far.post(atBanMai, sharing))
    const out = await far.get(`${atBanMai}/ban-mai/versions/1.0.0/file`)
    expect(out.headers.get('content-disposition')).toBe('attachment; filename="ban-mai-1.0.0.sajja.json"')
    const text = await out.text()
    const read = readSignedFile(text)
    if (!read.ok) throw new Error(JSON.stringify(read.findings))
    expect(read.file).toMatchObject({ kind: 'pack', key: faraway.key, origin: { kind: 'fund', slug: 'ban-mai' }, content: { id: 'ban-mai', version: '1.0.0' } })

    const { malee, prasert, superuser } = await cast()
    expect(await codeOf(take(malee, atBanMai, text)), 'a fund here has this name').toEqual([409, 'pack-id-taken'])
    await superuser`update funds set slug = 'ban-kao' where slug = 'ban-mai'`
    expect(await answered(take(malee, into('ban-kao'), text))).toMatchObject({
      pack: 'ban-mai', version: '1.0.0', reach: 'fund', signer: fingerprintOf(faraway.key), by: { kind: 'fund', slug: 'ban-kao' }, definition: read.file.content, can: ['withdraw'],
      note: { en: 'From a file of Ban Mai Municipality Community Welfare Fund (http://127.0.0.1:3000)' },
    })
    expect(await seenBy(prasert, into('nong-bua'))).not.toContain('ban-mai')
  })

  test('with its example people, and its next version by the same key', async () => {
    const { malee } = await cast()
    expect(await answered(take(malee, atBanMai, file))).toMatchObject({ pack: 'rawai', cases: fromRawai.cases })
    expect(await codeOf(take(malee, atBanMai, file)), 'the same version').toEqual([409, 'pack-version-taken'])
    expect(await answered(take(malee, atBanMai, otherwise('content.version', '1.1.0')))).toMatchObject({ version: '1.1.0', versions: [{ version: '1.0.0' }, { version: '1.1.0' }] })
    expect(await codeOf(take(malee, atBanMai, otherwise('content.version', '1.0.5'))), 'a lower one').toEqual([409, 'pack-version-taken'])
  })

  test('the network takes it in for every fund of the province, one of which adopts it', async () => {
    const { arunee, malee, prasert } = await cast()
    expect(await answered(take(arunee, room, file))).toMatchObject({ pack: 'rawai', reach: 'province', by: { kind: 'network' } })
    expect(await seenBy(prasert, into('nong-bua'))).toContain('rawai')

    const { id, version } = await answered(malee.post('/api/funds/ban-mai/drafts', { fromOn: '2026-12-01' }))
    const draft = await answered(malee.post(`/api/funds/ban-mai/drafts/${id}/adoptions`, { pack: 'rawai', benefits: ['storm'], version }))
    expect(draft.regulation.packs.at(-1)).toMatchObject({ pack: { id: 'rawai' } })
  })

  test('a pack of a plugin goes out as its plugin’s, what came in signed goes out as that file alone, what was withdrawn not at all', async () => {
    const { malee, arunee } = await cast()
    for (const [who, library] of [[malee, atBanMai], [arunee, room]] as const) {
      expect(readSignedFile(await (await who.get(`${library}/sample/versions/2.0.0/file`)).text())).toMatchObject({ ok: true, file: { key: here.key, origin: { kind: 'plugin', slug: 'samples' } } })
      expect(await codeOf(who.get(`${library}/sample/versions/9.0.0/file`))).toEqual([404, 'unknown-pack'])
    }
    expect((await answered(malee.get(`${atBanMai}/sample`))).signedHere, 'for people to compare with what the receiver reads').toBe(fingerprintOf(here.key))
    expect((await answered(take(malee, atBanMai, file))).signedHere).toBeUndefined()
    expect(await codeOf(malee.get(`${atBanMai}/rawai/versions/1.0.0/file`))).toEqual([409, 'signed-elsewhere'])
    await answered(malee.post(atBanMai, sharing))
    await answered(malee.post(`${atBanMai}/ban-mai/withdrawals`, { version: '1.0.0', reason: 'คิดผิด' }))
    expect(await codeOf(malee.get(`${atBanMai}/ban-mai/versions/1.0.0/file`))).toEqual([409, 'pack-withdrawn'])
  })
})

describe('an id is whose it was first', () => {
  test.each<[string, string, (scene: Scene) => Promise<unknown>]>([
    ['of a fund here, which has shared nothing yet', otherwiseNamed('nong-bua'), async () => undefined],
    ['of a fund here with a word of its', otherwiseNamed('nong-bua-storms'), async () => undefined],
    ['of a plugin', otherwiseNamed('mourning'), async () => undefined],
    ['of a fund’s own benefits', otherwiseNamed('rawai/own'), async () => undefined],
    ['of another key, in another fund’s library', otherwise('content.version', '1.1.0', third), async ({ prasert }) => answered(take(prasert, into('nong-bua'), file))],
    ['of another key, in the network’s', otherwise('content.version', '1.1.0', third), async ({ arunee }) => answered(take(arunee, room, file))],
    ['of another key, and signed by this host', otherwise('content.version', '1.1.0', here), async ({ malee }) => answered(take(malee, atBanMai, file))],
  ])('%s', async (_, text, before) => {
    const scene = await cast()
    await before(scene)
    const res = await take(scene.malee, atBanMai, text)
    expect(res.status).toBe(409)
    expect(await res.json()).toMatchObject({ code: 'pack-id-taken', places: [{ at: 'file.content.id', text: { en: expect.stringContaining('ask its sender') } }] })
  })
})

describe('refused before anyone sees it', () => {
  test.each<[string, string, string]>([
    ['a byte is changed', file.replace('200000', '900000'), 'file'],
    ['a later format of the file', file.replace('sajja/file@1', 'sajja/file@2'), 'file.format'],
    ['a later format of the pack', otherwise('content.format', 'sajja/pack@2'), 'file.content.format'],
    ['a case that fails', otherwise('cases.cases.0.expect.satang', 1), 'file.cases.cases.0'],
    ['personal data', otherwise('content.notes', [{ th: 'โทร 081-234-5678', en: 'call' }]), 'file.content.notes.0.th'],
    ['personal data in an example person', otherwise('cases.persons.daeng.name.th', 'ป้าแดง 1-0000-00000-00-9'), 'file.cases.persons.daeng.name.th'],
    ['a fact that no plugin here brings', otherwise('content.benefits.0.asks', ['struckOn', 'moonPhase']), 'file.content.benefits.0.asks.1'],
  ])('%s', async (_, text, at) => {
    const { malee, arunee, superuser } = await cast()
    for (const [who, library] of [[malee, atBanMai], [arunee, room]] as const) {
      const res = await take(who, library, text)
      expect(res.status).toBe(422)
      expect(await res.json()).toMatchObject({ code: 'file-refused', places: [{ at }] })
    }
    expect(await superuser`select 1 from shared_packs`).toEqual([])
    expect(await superuser`select 1 from pack_owners`).toEqual([])
  })

  test('what takes hostile time', async () => {
    const { malee } = await cast()
    const leaf = (id: number) => ({ id: `leaf-${id}`, name: { th: 'เป็นสมาชิกครบ', en: 'a member' }, fact: 'membershipDays', operator: 'greaterThanInclusive', value: id })
    const conditions = { all: [0, 1, 2, 3, 4].map((group) => ({ all: Array.from({ length: 95 }, (_, i) => leaf(group * 100 + i)) })) }
    const many = Array.from({ length: 2000 }, () => ({ ...fromRawai.cases?.cases[0], given: { fundTerms: { clock: '360' } } }))
    const text = signFile(changed(changed(fromRawai, 'content.standing', [{ id: 'waiting', conditions }]), 'cases.cases', many), faraway)

    const res = await take(malee, atBanMai, text)
    expect(res.status).toBe(422)
    expect(await res.json()).toMatchObject({ code: 'file-refused', places: [{ at: 'file', text: { en: expect.stringContaining('15 seconds') } }] })
  })

  test('what is larger than any file', async () => {
    const { malee } = await cast()
    expect(await codeOf(take(malee, atBanMai, `${file}${' '.repeat(6_000_000)}`))).toEqual([413, 'too-large'])
    expect(await codeOf(take(malee, atBanMai, `${file}${' '.repeat(3_000_000)}`))).toEqual([400, 'invalid'])
  })
})

function otherwiseNamed(id: string) {
  return signFile(changed(changed(fromRawai, 'content.id', id), 'cases.pack', id), faraway)
}
