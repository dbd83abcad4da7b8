import { createRoute, z } from '@hono/zod-openapi'
import { PackId } from '../../plugins/kit/pack.ts'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, may, permission } from '../http/permission.ts'
import { problems } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InFund, type Me } from '../http/room.ts'
import { Library, LibraryPack, NewPackWithdrawal, NewSharedPack } from './library.ts'
import { saveWithdrawal } from './queries.ts'
import { checkNothingPersonal, share } from './sharing.ts'
import { listLibrary, showLibraryPack } from './shown.ts'
import { lookingFromFund } from './versions.ts'

const InAFund = z.strictObject({ fund: Slug })
const OfAPack = InAFund.extend({ pack: PackId })
const BODY = ['invalid', 'malformed-json', 'unstorable-text', 'too-large', 'not-json'] as const
const pack = ok(LibraryPack, 'The pack.')

const getLibrary = createRoute({
  method: 'get',
  path: '/',
  summary: 'The packs that a fund may adopt, and those that were withdrawn',
  description: 'Of installed plugins, of the funds and the network of its province, of other provinces what reaches all, and what the fund itself took in.',
  ...permission('regulations:read'),
  request: { params: InAFund },
  responses: { 200: ok(Library, 'In the order of their Thai titles.'), ...problems(...GUARDED, 'invalid') },
})

const getPack = createRoute({
  method: 'get',
  path: '/{pack}',
  summary: 'One pack of the library, with who uses which version and what they have changed',
  ...permission('regulations:read'),
  request: { params: OfAPack },
  responses: { 200: pack, ...problems(...GUARDED, 'invalid', 'unknown-pack') },
})

const createShared = createRoute({
  method: 'post',
  path: '/',
  summary: 'A fund shares benefits of its regulation in force, as a pack at a version',
  description: 'With the fund’s own values, its example people as cases, and what it was copied from as its lineage. It is judged before anyone sees it, and never changed.',
  ...permission('library:write'),
  request: { params: InAFund, body: json(NewSharedPack) },
  responses: { 201: pack, ...problems(...GUARDED, ...BODY, 'impossible', 'no-regulation', 'pack-refused', 'pack-id-taken', 'pack-version-taken') },
})

const createWithdrawal = createRoute({
  method: 'post',
  path: '/{pack}/withdrawals',
  summary: 'A fund withdraws a version of a pack that it has shared, with the reason',
  description: 'It is not adopted any more. Whoever has it keeps it, and upgrades from it.',
  ...permission('library:write'),
  request: { params: OfAPack, body: json(NewPackWithdrawal) },
  responses: { 201: pack, ...problems(...GUARDED, ...BODY, 'unknown-pack', 'pack-withdrawn', 'pack-refused') },
})

export const libraryRoutes = (plugins: readonly Plugin[], vocabulary: Vocabulary) => {
  const show = (entered: InFund & { me: Me }, id: string) => showLibraryPack(lookingFromFund(entered), id, readerIn(entered), { plugins, vocabulary, today: entered.today })

  return newRoom<InFund>()
    .openapi(getLibrary, async (c) => c.json({ packs: await listLibrary(lookingFromFund(c.var), plugins, c.var.today), mayWrite: may(c.var.me, 'library:write') }, 200))
    .openapi(getPack, async (c) => c.json(await show(c.var, c.req.valid('param').pack), 200))
    .openapi(createShared, async (c) => c.json(await show(c.var, await share(c.var, c.req.valid('json'), plugins, vocabulary)), 201))
    .openapi(createWithdrawal, async (c) => {
      const { pack: id } = c.req.valid('param')
      const withdrawal = c.req.valid('json')
      const { fund, inFund } = c.var
      checkNothingPersonal(withdrawal)
      await inFund((rows) => saveWithdrawal(rows, { networkId: fund.networkId, fundId: fund.id }, id, withdrawal, recordingIn(c.var)))
      return c.json(await show(c.var, id), 201)
    })
}

const readerIn = ({ fund, me }: Pick<InFund, 'fund'> & { me: Me }) => ({ writesFor: may(me, 'library:write') ? { networkId: fund.networkId, fundId: fund.id } : undefined })
