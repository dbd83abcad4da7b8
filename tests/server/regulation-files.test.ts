import { describe, expect, test } from 'vitest'
import { fingerprintOf } from '../../plugins/kit/fingerprint.ts'
import { packHash, type Regulation } from '../../plugins/kit/regulation.ts'
import { hostKeyOf, readSignedFile, signFile, type Filed } from '../../server/library/signed-file.ts'
import { cast } from '../cast.ts'
import { SECRET } from '../database.ts'
import { changed, examplePack } from '../kit/example-pack.ts'
import { ORIGIN } from '../people.ts'
import { answered, begin, drafts, draftingDesk, raised, value, type DraftingDesk } from './drafting.ts'

const fund = '/api/funds/ban-mai'
const hostKey = hostKeyOf(SECRET)

/** The file of Ban Mai's regulation by which a night brings 250 baht, as another host hands it out to everyone. */
let elsewhere: Promise<string> | undefined
const fileFromElsewhere = () => elsewhere ??= handedOut()

async function handedOut() {
  const { keeper, admin, get } = await draftingDesk({ secret: 'the secret of another host, which guards nothing' })
  const { id, version } = await raised({ keeper })
  const met = await answered(keeper.post(`${drafts}/${id}/meeting`, { resolution: { number: '5/2569', heldOn: '2026-11-23' }, version }))
  await answered(admin.post(`${drafts}/${id}/publication`, { fromOn: met.fromOn }))
  const res = await get(`${fund}/regulations/2/file`)
  expect(res.headers.get('content-disposition')).toBe('attachment; filename="ban-mai-regulation-2.sajja.json"')
  return res.text()
}

const take = async ({ keeper }: Pick<DraftingDesk, 'keeper'>, file: string, { id, version }: { id: string; version: number }) => keeper.post(`${drafts}/${id}/files`, { file, version })

/** What a sound file says, without its signature. */
function filed(text: string): Filed {
  const read = readSignedFile(text)
  if (!read.ok) throw new Error('the file is sound')
  const { format: _format, key: _key, signature: _signature, ...said } = read.file
  return said as Filed // what another host has judged
}

/** The file with something else in it, signed by this host. */
const refiled = (text: string, place: string, to: unknown) => signFile(changed(filed(text), place, to), hostKey)

/** The file of a regulation whose benefits stand in two packs, each as a fund's own. */
function withTwoOwnPacks(text: string): string {
  const { packs: [adopted] } = filed(text).content as Regulation // it is a regulation's file
  if (!adopted) throw new Error('a regulation has a pack')
  const owned = (fund: string) => {
    const pack = { ...adopted.pack, id: `${fund}/own` }
    return { ...adopted, pack, hash: packHash(pack) }
  }
  return refiled(text, 'content.packs', [owned('nong-bua'), { ...owned('ban-kao'), without: adopted.pack.benefits.map(({ id }) => id) }])
}

describe('a regulation from another host', () => {
  test('it works: what is published there becomes what a draft says here, and is taken back like any other change', async () => {
    const text = await fileFromElsewhere()
    const scene = await draftingDesk()
    const draft = await begin(scene)

    const res = await take(scene, text, draft)
    expect(res.status).toBe(201)
    const taken = await res.json()
    const read = readSignedFile(text)
    expect(read).toMatchObject({ ok: true, file: { kind: 'regulation', origin: { kind: 'fund', slug: 'ban-mai', name: { en: 'Ban Mai Municipality Community Welfare Fund' }, host: ORIGIN }, content: taken.regulation } })
    expect(taken.difference).toEqual([expect.objectContaining({ before: { th: 'ได้คืนละ 200 บาท', en: '200 baht per night' }, after: { th: 'ได้คืนละ 250 บาท', en: '250 baht per night' } })])
    expect(taken.events.at(-1)).toMatchObject({ act: 'changed', byId: scene.keeper.id })

    const undone = await answered(scene.keeper.post(`${drafts}/${draft.id}/undoing`, { version: taken.version }))
    expect(undone.regulation).toEqual(draft.regulation)
  })

  test('the fund says the code of the key that signs, for people to compare with what the receiver reads', async () => {
    const { get } = await cast()
    const read = readSignedFile(await (await get(`${fund}/regulations/1/file`)).text())

    expect((await answered(get(fund))).signedHere).toBe(read.ok && fingerprintOf(read.file.key))
  })

  test('two hosts sign with two keys', async () => {
    const keyOf = (text: string) => { const read = readSignedFile(text); return read.ok && read.file.key }
    const [one, other] = [await fileFromElsewhere(), await (await (await cast()).get(`${fund}/regulations/1/file`)).text()]
    expect(keyOf(one)).not.toBe(keyOf(other))
    expect(keyOf(other)).toBe(hostKey.key)
  })

  test('another fund’s own benefits become the fund’s own', async () => {
    const { content, ...said } = filed(await fileFromElsewhere())
    const [adopted] = (content as Regulation).packs // it is a regulation's file
    if (!adopted) throw new Error('a regulation has a pack')
    const pack = { ...adopted.pack, id: 'nong-bua/own' }
    const text = signFile({ ...said, kind: 'regulation', content: { ...content as Regulation, packs: [{ ...adopted, pack, hash: packHash(pack) }] } }, hostKey)

    const scene = await draftingDesk()
    const { regulation } = await answered(take(scene, text, await begin(scene)))
    expect(regulation.packs).toMatchObject([{ pack: { id: 'ban-mai/own' }, hash: packHash({ ...pack, id: 'ban-mai/own' }) }])
  })
})

describe('refused, and nothing is done', () => {
  test.each<[string, (text: string) => string, string]>([
    ['a file in which a byte is changed', (text) => text.replace('25000', '95000'), 'file'],
    ['a file of a later format', (text) => text.replace('sajja/file@1', 'sajja/file@2'), 'file.format'],
    ['a regulation of a later format', (text) => refiled(text, 'content.format', 'sajja/regulation@2'), 'file.content.format'],
    ['what is no file', () => 'ระเบียบกองทุน', 'file'],
    ['the file of a pack', (text) => signFile({ ...filed(text), kind: 'pack', content: examplePack }, hostKey), 'file.kind'],
    ['a regulation that does not hold together', (text) => refiled(text, 'content.packs.0.hash', `sha256:${'0'.repeat(64)}`), 'file.content.packs.0.hash'],
    ['benefits of two funds’ own, which would become one fund’s here', withTwoOwnPacks, 'file.content.packs.1.pack.id'],
    ['personal data', (text) => refiled(text, 'content.preamble', { th: 'ถามป้าแดง ๑๐๐๐๐๐๐๐๐๐๐๐๙', en: 'Ask Aunt Daeng' }), 'file.content.preamble.th'],
  ])('%s', async (_, otherwise, at) => {
    const text = await fileFromElsewhere()
    const scene = await draftingDesk()
    const draft = await begin(scene)

    const res = await take(scene, otherwise(text), draft)
    expect(res.status).toBe(422)
    expect(await res.json()).toMatchObject({ code: 'file-refused', places: [{ at }] })
    expect((await answered(scene.keeper.get(`${drafts}/${draft.id}`))).version).toBe(draft.version)
  })

  test('a draft that has moved on meanwhile', async () => {
    const text = await fileFromElsewhere()
    const scene = await draftingDesk()
    const draft = await begin(scene)
    await answered(scene.other.put(`${drafts}/${draft.id}/values/nightRate`, value(30_000, draft.version)))

    const res = await take(scene, text, draft)
    expect(res.status).toBe(409)
    expect(await res.json()).toMatchObject({ code: 'changed-meanwhile', since: [{ byId: scene.other.id }] })
  })

  test('a number that was never published, and a draft of nobody', async () => {
    const text = await fileFromElsewhere()
    const scene = await draftingDesk()
    expect((await scene.get(`${fund}/regulations/9/file`)).status).toBe(404)
    expect((await take(scene, text, { id: crypto.randomUUID(), version: 1 })).status).toBe(404)
  })
})
