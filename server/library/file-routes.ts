import { createRoute, z } from '@hono/zod-openapi'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { ownedBy } from '../../plugins/kit/structure.ts'
import { rewrite } from '../changes/changing.ts'
import { changedMeanwhile, changing } from '../drafts/answer.ts'
import { Draft } from '../drafts/draft.ts'
import { FundProfiles, profileOn, Slug } from '../funds/fund.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { problems } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { json, newRoom, ok, type InFund } from '../http/room.ts'
import { findPublished } from '../regulations/queries.ts'
import { asSignedFile, FILE_BODY, NewDraftFile, regulationIn, signedFile } from './files.ts'
import { signFile, type HostKey } from './signed-file.ts'

const getRegulationFile = createRoute({
  method: 'get',
  path: '/regulations/{number}/file',
  summary: 'One of a fund’s regulations as a signed file, for a draft on this host or another',
  description: 'What was published is public.',
  ...permission('public'),
  request: { params: z.strictObject({ fund: Slug, number: z.coerce.number().pipe(z.int().min(1)) }) },
  responses: { 200: signedFile, ...problems('no-such-address', 'unknown-fund', 'unknown-regulation') },
})

const createDraftFile = createRoute({
  method: 'post',
  path: '/drafts/{draft}/files',
  summary: 'The regulation in a signed file becomes what a draft says',
  description: 'The file’s whole text, at most 2 MB. It is verified to the byte and judged in a process of its own before anything is done. Another fund’s own benefits become the fund’s own.',
  ...permission('regulations:draft', 'guests'),
  request: { params: z.strictObject({ fund: Slug, draft: z.uuid() }), body: json(NewDraftFile) },
  responses: { 201: ok(Draft, 'The draft.'), ...problems(...GUARDED, ...FILE_BODY, 'unknown-draft'), ...changedMeanwhile() },
})

/** A fund's regulations, in and out. */
export const regulationFilesRoutes = (hostKey: HostKey, vocabulary: Vocabulary) => newRoom<InFund>()
  .openapi(getRegulationFile, async (c) => {
    const { number } = c.req.valid('param')
    const { inFund, fund: { slug, profiles }, today, now, origin: host } = c.var
    const { regulation: content } = await inFund((rows) => findPublished(rows, number))
    const { name } = profileOn(FundProfiles.parse(profiles), today)

    const file = signFile({ kind: 'regulation', origin: { kind: 'fund', slug, name, host }, content, signedAt: now.toISOString() }, hostKey)
    return c.body(file, 200, asSignedFile(`${slug}-regulation-${number}`))
  })
  .openapi(createDraftFile, async (c) => {
    const { draft: id } = c.req.valid('param')
    const { file, version } = c.req.valid('json')
    const regulation = ownedBy(await regulationIn(file), c.get('fund').slug)
    const { now, meanwhile } = await changing(c.var, id, { act: 'change', version }, vocabulary, (rows, draft) => rewrite(rows, draft, regulation, recordingIn(c.var)))
    return meanwhile ? c.json(meanwhile, 409) : c.json(now, 201)
  })
