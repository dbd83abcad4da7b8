import { createRoute, z } from '@hono/zod-openapi'
import { PackId, Version } from '../../plugins/kit/pack.ts'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { Draft } from '../drafts/draft.ts'
import { begin } from '../drafts/drafting.ts'
import { showDraft } from '../drafts/shown.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, may, permission } from '../http/permission.ts'
import { problems, SENT } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InFund, type Me } from '../http/room.ts'
import { firstFromLibrary } from './beginning.ts'
import { asSignedFile, FILE_BODY, NewFile, packFileOf, packIn, signedFile, takeIn } from './files.ts'
import { Library, LibraryPack, NewFirstDraft, NewPackWithdrawal, NewSharedPack } from './library.ts'
import { saveWithdrawal, type Issuer } from './queries.ts'
import { checkNothingPersonal, share } from './sharing.ts'
import { listLibrary, showLibraryPack } from './shown.ts'
import type { HostKey } from './signed-file.ts'
import { lookingFromFund } from './versions.ts'

const InAFund = z.strictObject({ fund: Slug })
const OfAPack = InAFund.extend({ pack: PackId })
const pack = ok(LibraryPack, 'The pack.')

const getLibrary = createRoute({
  method: 'get',
  path: '/',
  summary: 'The packs that a fund may adopt, and those that were withdrawn',
  description: 'Of installed plugins, of the funds and the network of its province, of other provinces what reaches all, and what the fund itself took in.',
  ...permission('regulations:read'),
  request: { params: InAFund },
  responses: { 200: ok(Library, 'In the order of their Thai titles.'), ...problems(...GUARDED) },
})

const getPack = createRoute({
  method: 'get',
  path: '/{pack}',
  summary: 'One pack of the library, with who uses which version and what they have changed',
  ...permission('regulations:read'),
  request: { params: OfAPack },
  responses: { 200: pack, ...problems(...GUARDED, 'unknown-pack') },
})

const createShared = createRoute({
  method: 'post',
  path: '/',
  summary: 'A fund shares benefits of its regulation in force, as a pack at a version',
  description: 'With the fund’s own values, its example people as cases, and what it was copied from as its lineage. It is judged before anyone sees it, and never changed.',
  ...permission('library:write'),
  request: { params: InAFund, body: json(NewSharedPack) },
  responses: { 201: pack, ...problems(...GUARDED, ...SENT, 'impossible', 'no-regulation', 'pack-refused', 'pack-id-taken', 'pack-version-taken') },
})

const createWithdrawal = createRoute({
  method: 'post',
  path: '/{pack}/withdrawals',
  summary: 'A fund withdraws a version of a pack that it has shared, with the reason',
  description: 'It is not adopted any more. Whoever has it keeps it, and upgrades from it.',
  ...permission('library:write'),
  request: { params: OfAPack, body: json(NewPackWithdrawal) },
  responses: { 201: pack, ...problems(...GUARDED, ...SENT, 'unknown-pack', 'pack-withdrawn', 'pack-refused') },
})

const createFirstDraft = createRoute({
  method: 'post',
  path: '/{pack}/drafts',
  summary: 'A fund without a regulation begins its first from a pack of the library',
  description: 'What is taken is a snapshot: nothing changes in the fund when the pack does.',
  ...permission('regulations:draft'),
  request: { params: OfAPack, body: json(NewFirstDraft) },
  responses: { 201: ok(Draft, 'The draft.'), ...problems(...GUARDED, ...SENT, 'impossible', 'unknown-pack', 'pack-withdrawn', 'draft-open', 'draft-unsound') },
})

const getFile = createRoute({
  method: 'get',
  path: '/{pack}/versions/{version}/file',
  summary: 'A version of a pack with its example people as a signed file, for another host',
  description: 'What came in as a file that somebody else has signed is handed on as that file.',
  ...permission('regulations:read'),
  request: { params: OfAPack.extend({ version: Version }) },
  responses: { 200: signedFile, ...problems(...GUARDED, 'no-such-address', 'unknown-pack', 'pack-withdrawn', 'signed-elsewhere') },
})

const createFile = createRoute({
  method: 'post',
  path: '/files',
  summary: 'A fund takes the pack in a signed file into the library, for itself',
  description: 'Nobody else sees it. The file’s whole text is verified to the byte and judged in a process of its own first; the pack’s id belongs to the key that brought it first.',
  ...permission('library:write'),
  request: { params: InAFund, body: json(NewFile) },
  responses: { 201: pack, ...problems(...GUARDED, ...FILE_BODY, 'pack-id-taken', 'pack-version-taken') },
})

export const libraryRoutes = (plugins: readonly Plugin[], vocabulary: Vocabulary, hostKey: HostKey) => {
  const show = (entered: InFund & { me: Me }, id: string) => showLibraryPack(lookingFromFund(entered), id, readerIn(entered), { plugins, vocabulary, today: entered.today, hostKey })

  return newRoom<InFund>()
    .openapi(getLibrary, async (c) => c.json({ packs: await listLibrary(lookingFromFund(c.var), plugins, c.get('today')), mayWrite: may(c.get('me'), 'library:write') }, 200))
    .openapi(getPack, async (c) => c.json(await show(c.var, c.req.valid('param').pack), 200))
    .openapi(createShared, async (c) => c.json(await show(c.var, await share(c.var, c.req.valid('json'), plugins, vocabulary)), 201))
    .openapi(createFirstDraft, async (c) => {
      const { inFund, me, today } = c.var
      const asked = c.req.valid('json')
      const originOf = await firstFromLibrary(c.var, c.req.valid('param').pack, asked, plugins, vocabulary)
      return c.json(await inFund(async (rows) => showDraft(rows, await begin(rows, asked.fromOn, originOf, recordingIn(c.var)), me, today, vocabulary)), 201)
    })
    .openapi(getFile, async (c) => {
      const of = c.req.valid('param')
      return c.body(await packFileOf(lookingFromFund(c.var), of, c.var, plugins, hostKey), 200, asSignedFile(`${of.pack}-${of.version}`))
    })
    .openapi(createFile, async (c) => {
      const taken = await packIn(c.req.valid('json').file)
      await c.get('inFund')((rows) => takeIn(rows, issuerIn(c.var), taken, plugins, recordingIn(c.var)))
      return c.json(await show(c.var, taken.pack.id), 201)
    })
    .openapi(createWithdrawal, async (c) => {
      const { pack: id } = c.req.valid('param')
      const withdrawal = c.req.valid('json')
      checkNothingPersonal(withdrawal)
      await c.get('inFund')((rows) => saveWithdrawal(rows, issuerIn(c.var), id, withdrawal, recordingIn(c.var)))
      return c.json(await show(c.var, id), 201)
    })
}

const readerIn = ({ fund, me }: Pick<InFund, 'fund'> & { me: Me }) => ({ writesFor: may(me, 'library:write') ? issuerIn({ fund }) : undefined })
const issuerIn = ({ fund }: Pick<InFund, 'fund'>): Issuer => ({ networkId: fund.networkId, fundId: fund.id })
