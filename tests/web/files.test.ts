import { text as textIn } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { fingerprintOf } from '../../plugins/kit/fingerprint.ts'
import { FILE_BYTES_MAX } from '../../plugins/kit/pack-bounds.ts'
import { PROBLEMS } from '../../server/http/problem.ts'
import { hostKeyOf, readSignedFile, signFile, type Filed } from '../../server/library/signed-file.ts'
import { files as enFiles } from '../../web/text/en/files.ts'
import { library as en } from '../../web/text/en/library.ts'
import { papers as enPapers } from '../../web/text/en/papers.ts'
import { rules as enRules } from '../../web/text/en/rules.ts'
import { files as thFiles } from '../../web/text/th/files.ts'
import { library as th } from '../../web/text/th/library.ts'
import { papers as thPapers } from '../../web/text/th/papers.ts'
import { rules as thRules } from '../../web/text/th/rules.ts'
import { trouble } from '../../web/text/th/trouble.ts'
import { unbroken } from '../../web/ui/thai.ts'
import { desktop, expectAccessible, phone, reader, shot } from './browser.ts'
import { newFund, office, signedIn, signedInAsOfficer } from './committee.ts'
import { begin, fundInForce } from './drafting.ts'
import { throughBadLine } from './line.ts'
import { sharingFund } from './sharing.ts'

let shared: ReturnType<typeof sharingFund> | undefined
/** A fund that gives 300 baht a night, and shares that. */
const modelFund = () => shared ??= sharingFund()

const faraway = hostKeyOf('the secret of another host, which guards nothing')

/** The same file as if another host had sent it: under an id that nobody has here, and by that host's key. */
function fromFaraway(file: string, id: string): string {
  const read = readSignedFile(file)
  if (!read.ok) throw new Error('the file is sound')
  const { format: _format, key: _key, signature: _signature, ...said } = read.file
  return signFile({ ...said, content: { ...said.content, id, title: { th: `ชุดจากแดนไกล ${id}`, en: `From far away ${id}` } } } as Filed, faraway) // of a pack, as it was
}

/** What a link keeps on the device. */
async function kept(page: Page, link: string) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link, exact: true }).click()])
  return { name: download.suggestedFilename(), text: await textIn(await download.createReadStream()) }
}

const choose = (page: Page, label: string, file: string, name = 'ban-mai.sajja.json') => page.getByLabel(label).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(file) })

describe.each([
  { name: 'phone-th', viewport: phone, language: 'th', words: th, files: thFiles, rules: thRules, papers: thPapers, changed: 'ไฟล์นี้ถูกแก้', notTheirs: 'ไม่ได้มาจากเจ้าของเดิม', now: 'ได้คืนละ 300 บาท', into: 'fund' },
  { name: 'desk-en', viewport: desktop, language: 'en', words: en, files: enFiles, rules: enRules, papers: enPapers, changed: 'this file was changed', notTheirs: 'not from whom the pack was first', now: '300 baht per night', into: 'network' },
] as const)('on $name', ({ name, words, files, rules, papers, changed, notTheirs, now, into, ...as }) => {
  const look = async (page: Page, what: string) => {
    await expectAccessible(page)
    await shot(page, `files-${name}-${what}`)
  }

  test(`a pack goes out as a file; into the library of a ${into} comes what nobody has changed, and whose it is can be compared`, async () => {
    const { slug } = await modelFund()
    const giver = await signedIn(as, slug, ['viewer'])
    await giver.goto(`/f/${slug}/library/${slug}`)
    await giver.getByText(papers.ourCode).waitFor()
    expect(await giver.locator('.sender-code').textContent()).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/)
    await look(giver, '1-keep')
    const sent = await kept(giver, words.keep)
    expect(sent.name).toBe(`${slug}-1.0.0.sajja.json`)

    const other = `files-${Date.now().toString(36)}`
    if (into === 'fund') await newFund(other)
    const taker = into === 'fund' ? await signedIn(as, other, ['rule-keeper']) : await signedInAsOfficer(as, 'tests')
    const library = into === 'fund' ? `/f/${other}/library` : '/n/tests/library'
    await taker.goto(library)
    await taker.getByText(words.bring, { exact: true }).click()
    await taker.getByRole('button', { name: words.bringNow }).click()
    await taker.getByText(files.notChosen).first().waitFor()
    await choose(taker, words.packFile, sent.text.replace('30000', '90000'))
    await taker.getByRole('button', { name: words.bringNow }).click()
    await taker.getByRole('heading', { name: PROBLEMS['file-refused'][as.language] }).waitFor()
    expect(await taker.locator('#file-error').textContent()).toContain(changed)
    expect(await taker.locator('#file-name').textContent(), 'it stays chosen').toBe('ban-mai.sajja.json')
    await look(taker, '2-changed')
    await choose(taker, words.packFile, sent.text)
    await taker.getByRole('button', { name: words.bringNow }).click()
    await taker.getByRole('heading', { name: PROBLEMS['pack-id-taken'][as.language] }).waitFor()
    expect(await taker.locator('#file-error').textContent(), 'it is a fund’s of this host').toContain(notTheirs)

    const id = `far-${other}`
    await choose(taker, words.packFile, fromFaraway(sent.text, id))
    await taker.getByRole('button', { name: words.bringNow }).click()
    await taker.getByRole('heading', { level: 1, name: id }).waitFor()
    expect(new URL(taker.url()).pathname).toBe(`${library}/${id}`)
    expect(await taker.locator('.sender-code').textContent()).toBe(fingerprintOf(faraway.key))
    expect(await taker.getByRole('link', { name: words.keep, exact: true }).count(), 'the file itself is handed on').toBe(0)
    await look(taker, '3-came')
    await taker.goto(`${library}?q=${id}`)
    await taker.getByText(words.found(1)).waitFor()
  })

  test('a regulation goes out as a file with its sender’s code, which its receiver compares, and into a draft that somebody else has changed meanwhile; undoing brings back what was', async () => {
    const model = await modelFund()
    const visitor = await reader(as)
    await visitor.goto(`/f/${model.slug}`)
    const sent = await kept(visitor, papers.keep)
    expect(sent.name).toBe(`${model.slug}-regulation-1.sajja.json`)
    await visitor.getByText(papers.ourCode).waitFor()
    const code = await visitor.locator('.sender-code').textContent()

    const slug = await fundInForce()
    const keeper = await signedIn(as, slug, ['rule-keeper'])
    await begin(keeper, rules, slug)
    await keeper.getByRole('button', { name: rules.bringFile }).click()
    await choose(keeper, rules.regulationFile, sent.text, sent.name)
    await keeper.getByText(files.theirCode, { exact: true }).waitFor()
    expect(await keeper.locator('.sender-code').textContent(), 'as the sender reads it out').toBe(code)
    await look(keeper, '4-draft')
    const { current } = await (await keeper.request.get(`/api/funds/${slug}/drafts`)).json()
    await (await office(slug, ['rule-keeper']))('PUT', `drafts/${current.id}/values/birthGift`, { pack: 'model', value: 150_000, version: current.version })
    await keeper.getByRole('button', { name: rules.bringFileNow }).click()
    await keeper.getByRole('heading', { name: rules.meanwhile }).waitFor()
    await keeper.getByText(rules.fromFile(sent.name)).waitFor()
    await look(keeper, '5-meanwhile')
    await keeper.getByRole('button', { name: rules.putMine }).click()
    await keeper.locator('#changed ~ * ins').filter({ hasText: unbroken(now) }).first().waitFor()
    await shot(keeper, `files-${name}-6-brought`)
    await keeper.getByRole('button', { name: rules.undo, exact: true }).click()
    await keeper.locator('#changed ~ * ins').filter({ hasText: '1,500' }).first().waitFor()
    expect(await keeper.locator('#changed ~ * ins').filter({ hasText: unbroken(now) }).count()).toBe(0)

    await keeper.goto(`/f/${slug}/rules`)
    const again = await kept(keeper, papers.keepEdition(1))
    expect(again.name).toBe(`${slug}-regulation-1.sajja.json`)
    await look(keeper, '7-rules')
  })
})

describe('states', () => {
  test('a slow check is said, one that fails keeps the file, and what is no file of this system is not sent; an earlier version is kept as well', async () => {
    const { slug, share } = await sharingFund()
    const keeper = await signedIn({ viewport: { width: 320, height: 568 }, letters: 'largest', theme: 'dark' }, slug, ['rule-keeper'])
    const sent = await (await keeper.request.get(`/api/funds/${slug}/library/${slug}/versions/1.0.0/file`)).text()
    let asked = 0
    let answer = () => {}
    const held = new Promise<void>((go) => { answer = go })
    await keeper.route('**/library/files', async (route) => { asked += 1; await held; await (asked === 1 ? route.abort('connectionrefused') : route.continue()) })
    await keeper.goto(`/f/${slug}/library`)
    await keeper.getByText(th.bring, { exact: true }).click()
    const bring = () => keeper.getByRole('button', { name: th.bringNow }).click()
    for (const [file, why] of [['JFIF: a photograph', thFiles.notOurs], [' '.repeat(FILE_BYTES_MAX + 1), 'ใหญ่เกิน 2308 กิโลไบต์'], [`\ufeff${sent}`, thFiles.notOurs]] as const) {
      await choose(keeper, th.packFile, file, 'ภาพถ่ายที่ชื่อยาวมากและไม่มีช่องว่างจากโทรศัพท์เครื่องเก่า.jpg')
      await bring()
      await keeper.locator('#file-error').filter({ hasText: why }).waitFor()
    }
    expect(asked).toBe(0)
    await expectAccessible(keeper)
    await choose(keeper, th.packFile, fromFaraway(sent, `far-${Date.now().toString(36)}`))
    await bring()
    await keeper.getByText(thFiles.checking).waitFor()
    await expectAccessible(keeper)
    answer()
    await keeper.locator('#file-error').filter({ hasText: trouble.unreachable }).waitFor()
    await shot(keeper, 'files-320-largest')
    await bring()
    await keeper.getByText(th.theirCodeNote).waitFor()
    await expectAccessible(keeper)

    await share('1.1.0')
    await keeper.goto(`/f/${slug}/library/${slug}`)
    await keeper.getByText(thPapers.ourCode).waitFor()
    expect((await kept(keeper, th.keepVersion('1.0.0'))).name).toBe(`${slug}-1.0.0.sajja.json`)
    expect(await keeper.getByRole('link', { name: th.keepVersion('1.1.0') }).count(), 'the last one stands at its own button').toBe(0)
  })

  test('a network’s library that is slow, that fails and that is empty says so; an empty one can be filled, by whoever may', async () => {
    const officer = await signedInAsOfficer({ viewport: phone }, 'tests')
    await officer.route('**/api/*/*/library', (route) => route.fulfill({ json: { packs: [], mayWrite: true } }))
    await throughBadLine(officer, '**/api/*/*/library', '/n/tests/library')
    await officer.getByRole('heading', { name: th.nothing }).waitFor()
    await officer.getByText(th.bring, { exact: true }).waitFor()
    await expectAccessible(officer)
    await shot(officer, 'files-empty-network')
  })

  test('a fund’s empty library says what will stand there; who only reads brings nothing in', async () => {
    const { slug } = await modelFund()
    const viewer = await signedIn({ viewport: phone }, slug, ['viewer'])
    await viewer.route('**/api/*/*/library', (route) => route.fulfill({ json: { packs: [], mayWrite: false } }))
    await viewer.goto(`/f/${slug}/library`)
    await viewer.getByRole('heading', { name: th.nothing }).waitFor()
    expect(await viewer.getByText(th.bring, { exact: true }).count()).toBe(0)
    await expectAccessible(viewer)
  })
})
