import { createRoute, z } from '@hono/zod-openapi'
import { PackId, Version } from '../../plugins/kit/pack.ts'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { Slug } from '../funds/fund.ts'
import { NETWORK_GUARDED, permission } from '../http/permission.ts'
import { Problem, problems, SENT } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InNetwork, type Me, type Standing } from '../http/room.ts'
import { asSignedFile, FILE_BODY, NewFile, packFileOf, packIn, signedFile, takeIn } from './files.ts'
import { Library, LibraryPack, NewEndorsement, NewPackWithdrawal } from './library.ts'
import { endEndorsement, saveEndorsement, saveWithdrawal, type Issuer } from './queries.ts'
import { checkNothingPersonal } from './sharing.ts'
import { findLatest, listLibrary, showLibraryPack } from './shown.ts'
import type { HostKey } from './signed-file.ts'
import { lookingFromNetwork } from './versions.ts'

const InANetwork = z.strictObject({ network: Slug })
const OfAPack = InANetwork.extend({ pack: PackId })
const pack = ok(LibraryPack, 'The pack.')

const getLibrary = createRoute({
  method: 'get',
  path: '/',
  summary: 'The packs of a province’s library, and those that were withdrawn',
  description: 'For the network’s officers and whoever serves in one of its funds.',
  ...permission('network:read'),
  request: { params: InANetwork },
  responses: { 200: ok(Library, 'In the order of their Thai titles.'), ...problems(...NETWORK_GUARDED) },
})

const getPack = createRoute({
  method: 'get',
  path: '/{pack}',
  summary: 'One pack of a province’s library, with which of its funds use which version and what they have changed',
  ...permission('network:read'),
  request: { params: OfAPack },
  responses: { 200: pack, ...problems(...NETWORK_GUARDED, 'unknown-pack') },
})

const createWithdrawal = createRoute({
  method: 'post',
  path: '/{pack}/withdrawals',
  summary: 'The network withdraws a version of a pack that it has taken in, with the reason',
  ...permission('network:write'),
  request: { params: OfAPack, body: json(NewPackWithdrawal) },
  responses: { 201: pack, ...problems(...NETWORK_GUARDED, ...SENT, 'unknown-pack', 'pack-withdrawn', 'pack-refused') },
})

const createEndorsement = createRoute({
  method: 'post',
  path: '/{pack}/endorsement',
  summary: 'The network endorses a pack',
  ...permission('network:write'),
  request: { params: OfAPack, body: json(NewEndorsement) },
  responses: { 201: pack, ...problems(...NETWORK_GUARDED, ...SENT, 'unknown-pack', 'pack-withdrawn', 'pack-refused', 'endorsed-already') },
})

const deleteEndorsement = createRoute({
  method: 'delete',
  path: '/{pack}/endorsement',
  summary: 'The network endorses a pack no longer',
  ...permission('network:write'),
  request: { params: OfAPack },
  responses: { 200: pack, ...problems(...NETWORK_GUARDED, 'unknown-pack', 'not-endorsed') },
})

const getFile = createRoute({
  method: 'get',
  path: '/{pack}/versions/{version}/file',
  summary: 'A version of a pack with its example people as a signed file, for another host',
  description: 'What came in as a file that somebody else has signed is handed on as that file.',
  ...permission('network:read'),
  request: { params: OfAPack.extend({ version: Version }) },
  responses: { 200: signedFile, ...problems(...NETWORK_GUARDED, 'no-such-address', 'unknown-pack', 'pack-withdrawn', 'signed-elsewhere') },
})

const createFile = createRoute({
  method: 'post',
  path: '/files',
  summary: 'The network takes the pack in a signed file into its library',
  description: 'Every fund of the province sees it then. The file’s whole text is verified to the byte and judged in a process of its own first; the pack’s id belongs to the key that brought it first.',
  ...permission('network:write'),
  request: { params: InANetwork, body: json(NewFile) },
  responses: { 201: pack, ...problems(...NETWORK_GUARDED, ...FILE_BODY, 'pack-id-taken', 'pack-version-taken') },
})

const issuerIn = ({ network }: Pick<InNetwork, 'network'>): Issuer => ({ networkId: network.id, fundId: null })

type Seen = InNetwork & { me: Me; standing: Standing }

export const networkLibraryRoutes = (plugins: readonly Plugin[], vocabulary: Vocabulary, hostKey: HostKey) => {
  const show = (entered: Seen, id: string) => {
    const writesFor = entered.standing.isOfficer ? issuerIn(entered) : undefined
    return showLibraryPack(lookingFromNetwork(entered), id, { writesFor }, { plugins, vocabulary, today: entered.today, hostKey })
  }

  return newRoom<InNetwork>()
    .openapi(getLibrary, async (c) => c.json({ packs: await listLibrary(lookingFromNetwork(c.var), plugins, c.get('today')), mayWrite: c.get('standing').isOfficer }, 200))
    .openapi(getPack, async (c) => c.json(await show(c.var, c.req.valid('param').pack), 200))
    .openapi(getFile, async (c) => {
      const of = c.req.valid('param')
      return c.body(await packFileOf(lookingFromNetwork(c.var), of, c.var, plugins, hostKey), 200, asSignedFile(`${of.pack}-${of.version}`))
    })
    .openapi(createFile, async (c) => {
      const { doors, network } = c.var
      const taken = await packIn(c.req.valid('json').file)
      await doors.actInNetwork(network.id)((rows) => takeIn(rows, issuerIn(c.var), taken, plugins, recordingIn(c.var)))
      return c.json(await show(c.var, taken.pack.id), 201)
    })
    .openapi(createWithdrawal, async (c) => {
      const { pack: id } = c.req.valid('param')
      const withdrawal = c.req.valid('json')
      const { doors, network } = c.var
      checkNothingPersonal(withdrawal)
      await doors.actInNetwork(network.id)((rows) => saveWithdrawal(rows, issuerIn(c.var), id, withdrawal, recordingIn(c.var)))
      return c.json(await show(c.var, id), 201)
    })
    .openapi(createEndorsement, async (c) => {
      const { pack: id } = c.req.valid('param')
      const { note } = c.req.valid('json')
      const { doors, network } = c.var
      checkNothingPersonal({ note })
      const { version, reach, withdrawn } = await findLatest(lookingFromNetwork(c.var), id, plugins, c.get('today'))
      if (withdrawn) throw new Problem('pack-withdrawn')
      await doors.actInNetwork(network.id)((rows) => saveEndorsement(rows, network.id, { packId: id, version, reach, note }, recordingIn(c.var)))
      return c.json(await show(c.var, id), 201)
    })
    .openapi(deleteEndorsement, async (c) => {
      const { pack: id } = c.req.valid('param')
      const { doors, network } = c.var
      await doors.actInNetwork(network.id)((rows) => endEndorsement(rows, network.id, id, recordingIn(c.var)))
      return c.json(await show(c.var, id), 200)
    })
}
