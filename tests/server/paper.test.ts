import { describe, expect, test } from 'vitest'
import { banMaiDefinition, cast } from '../cast.ts'
import { answered, atMeeting, draftingDesk, drafts, raised } from './drafting.ts'

const at = (fund = 'ban-mai', query = 'form=regulation&language=th') => `/api/funds/${fund}/regulations/paper?${query}`

async function pdfOf(asking: Promise<Response>) {
  const res = await asking
  if (!res.ok) throw new Error(`${res.status} ${await res.text()}`)
  const bytes = Buffer.from(await res.arrayBuffer())
  return { res, bytes, hash: /<pdf:Keywords>(.*?)</.exec(bytes.toString())?.[1] }
}

test('it works: anyone prints the regulation in force, whose hash stands in it', async () => {
  const { get } = await cast()
  const { res, bytes, hash } = await pdfOf(get(at()))

  expect(res.headers.get('content-type')).toBe('application/pdf')
  expect(res.headers.get('content-disposition')).toBe('inline; filename="ban-mai-regulation-th.pdf"')
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(hash).toBe((await (await get('/api/funds/ban-mai')).json()).publications[0].hash)
})

test('what is printed follows the rules on their day; an edition is printed by its number', async () => {
  const scene = await draftingDesk()
  const first = await pdfOf(scene.get(at()))
  const { id, hash } = await atMeeting(scene)
  await answered(scene.admin.post(`${drafts}/${id}/publication`, { fromOn: '2026-12-01' }))

  expect((await pdfOf(scene.get(at()))).hash, 'the next begins later').toBe(first.hash)
  scene.passes(8 * 24 * 60 * 60 * 1000)
  const now = await pdfOf(scene.get(at()))
  expect(now.hash).toBe(hash)
  expect(now.bytes.equals((await pdfOf(scene.get(at('ban-mai', 'form=regulation&language=th&number=2')))).bytes)).toBe(true)
  expect((await pdfOf(scene.get(at('ban-mai', 'form=notice&language=en&number=1')))).hash).toBe(first.hash)
})

test('the picture for telephones is of the notice in force', async () => {
  const { get } = await cast()
  const res = await get('/api/funds/ban-mai/regulations/picture?language=th')

  expect(res.headers.get('content-type')).toBe('image/svg+xml')
  expect(await res.text()).toMatch(/^<svg [^>]*viewBox="0 0 360 720"/)
})

describe('it refuses', () => {
  test('a fund that has put nothing in force, and an edition that is not there', async () => {
    const { get } = await cast()

    for (const query of ['form=regulation&language=th', 'form=notice&language=en']) expect(await (await get(at('nong-bua', query))).json()).toMatchObject({ status: 404, code: 'no-regulation' })
    expect(await (await get('/api/funds/nong-bua/regulations/picture?language=th')).json()).toMatchObject({ status: 404, code: 'no-regulation' })
    expect(await (await get(at('ban-mai', 'form=regulation&language=th&number=2'))).json()).toMatchObject({ status: 404, code: 'no-regulation' })
    expect(await (await get(at('no-such-fund'))).json()).toMatchObject({ status: 404, code: 'unknown-fund' })
  })

  test.each(['form=poster&language=th', 'form=regulation&language=fr', 'form=regulation', 'form=regulation&language=th&number=0', 'form=regulation&language=th&template=/main'])('%s', async (query) => {
    const { get } = await cast()
    expect(await (await get(at('ban-mai', query))).json()).toMatchObject({ status: 400, code: 'invalid' })
  })
})

describe('a draft', () => {
  test('is printed for those who keep or read the rules, before the meeting and with it', async () => {
    const scene = await draftingDesk()
    const { id, hash, version } = await raised(scene)
    const viewer = await scene.colleague('viewer')
    const before = await pdfOf(viewer.get(`${drafts}/${id}/paper?form=regulation&language=th`))
    expect(before.hash).toBe(hash)

    const met = await answered(scene.keeper.post(`${drafts}/${id}/meeting`, { resolution: { number: '5/2569', heldOn: '2026-11-23' }, version }))
    const after = await pdfOf(viewer.get(`${drafts}/${id}/paper?form=notice&language=en`))
    expect(after.hash).toBe(met.hash)
    expect((await pdfOf(scene.get(at()))).hash, 'what is in force is still printed without it').not.toBe(met.hash)
  })

  test('of another fund is not there', async () => {
    const scene = await draftingDesk()
    const { id } = await raised(scene)
    await scene.prasert.signIn()
    expect(await (await scene.prasert.get(`/api/funds/nong-bua/drafts/${id}/paper?form=regulation&language=th`)).json()).toMatchObject({ status: 404, code: 'unknown-draft' })
  })
})

test('a regulation that tries to be a program is printed as words', async () => {
  const { apply, get } = await cast()
  const [publication] = banMaiDefinition.publications
  if (!publication) throw new Error('Ban Mai has a regulation')
  const title = '#import "/main.ts" ] $ \\'
  await apply({ ...banMaiDefinition, publications: [...banMaiDefinition.publications, { ...publication, fromOn: '2026-11-23', regulation: { ...publication.regulation, title: { th: title, en: title } } }] })

  expect((await pdfOf(get(at()))).bytes.toString()).toContain('#import &quot;/main.ts&quot; ] $ \\')
})
