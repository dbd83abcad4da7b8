import { createRoute, z } from '@hono/zod-openapi'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { FundProfiles, profileOn, Slug } from '../funds/fund.ts'
import { asFile } from '../http/file.ts'
import { GUARDED, permission } from '../http/permission.ts'
import { problems } from '../http/problem.ts'
import { newRoom, type InFund } from '../http/room.ts'
import { Paper, pdf, printed } from '../regulations/paper.ts'
import { findDraft } from './queries.ts'

const getDraftPaper = createRoute({
  method: 'get',
  path: '/drafts/{draft}/paper',
  summary: 'A draft on paper as PDF, marked on each page, for the meeting',
  ...permission('regulations:read'),
  request: { params: z.strictObject({ fund: Slug, draft: z.uuid() }), query: Paper },
  responses: { 200: pdf('A4 for the regulation, A3 for the notice board.'), ...problems(...GUARDED, 'invalid', 'unknown-draft') },
})

export const draftPaperRoutes = (vocabulary: Vocabulary) => newRoom<InFund>()
  .openapi(getDraftPaper, async (c) => {
    const { draft: id } = c.req.valid('param')
    const { form, language } = c.req.valid('query')
    const { inFund, fund: { slug, profiles } } = c.var
    const { fromOn, regulation, resolution } = await inFund((rows) => findDraft(rows, id))
    const { name } = profileOn(FundProfiles.parse(profiles), fromOn)

    const bytes = await printed(form, { regulation, edition: { fund: name, fromOn, ...(resolution && { resolution }) }, on: fromOn, language, vocabulary })
    return c.body(new Uint8Array(bytes), 200, asFile('application/pdf', `${slug}-draft-${form}-${language}.pdf`, 'inline'))
  })
