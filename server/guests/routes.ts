import { createRoute, z } from '@hono/zod-openapi'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { Name } from '../../plugins/kit/value.ts'
import { acting } from '../drafts/answer.ts'
import { Draft, mayFollow } from '../drafts/draft.ts'
import { lockDraft } from '../drafts/queries.ts'
import { Slug } from '../funds/fund.ts'
import { GUARDED, NETWORK_GUARDED, permission } from '../http/permission.ts'
import { Problem, problems } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import { newRoom, ok, type InFund, type InNetwork } from '../http/room.ts'
import { listNames } from '../people/queries.ts'
import { endGuests, listInvited, saveGuests } from './queries.ts'

const OfADraft = z.strictObject({ fund: Slug, draft: z.uuid() })
const draft = ok(Draft, 'The draft.')

const createGuests = createRoute({
  method: 'post',
  path: '/drafts/{draft}/guests',
  summary: 'The officers of the fund’s network are invited into a draft',
  description: 'While it is drafted or before the meeting they read and change its rules, read the fund’s example people and propose some. The operations that admit guests say so (`x-guests`); everything else of the fund stays not found to them.',
  ...permission('regulations:draft'),
  request: { params: OfADraft },
  responses: { 201: draft, ...problems(...GUARDED, 'unknown-draft', 'draft-elsewhere', 'guests-already') },
})

const deleteGuests = createRoute({
  method: 'delete',
  path: '/drafts/{draft}/guests',
  summary: 'The invitation into a draft is ended',
  description: 'It ends by itself when the draft is put in force or withdrawn. What was done under it stays in the draft, and can be taken back.',
  ...permission('regulations:draft'),
  request: { params: OfADraft },
  responses: { 200: draft, ...problems(...GUARDED, 'unknown-draft', 'no-guests') },
})

export const guestsRoutes = (vocabulary: Vocabulary) => newRoom<InFund>()
  .openapi(createGuests, async (c) => {
    const { draft: id } = c.req.valid('param')
    const invited = await acting(c.var, id, vocabulary, async (rows) => {
      const { state } = await lockDraft(rows, id)
      if (!mayFollow('invite', state)) throw new Problem('draft-elsewhere')
      await saveGuests(rows, c.get('fund').networkId, id, recordingIn(c.var))
    })
    return c.json(invited, 201)
  })
  .openapi(deleteGuests, async (c) => {
    const { draft: id } = c.req.valid('param')
    const ended = await acting(c.var, id, vocabulary, async (rows) => {
      await lockDraft(rows, id)
      if (!await endGuests(rows, id, recordingIn(c.var))) throw new Problem('no-guests')
    })
    return c.json(ended, 200)
  })

/** A draft into which a fund has invited the network. */
const InvitedDraft = z.strictObject({
  fund: z.strictObject({ slug: Slug, name: Name }),
  draft: z.uuid(),
  invitedAt: z.iso.datetime(),
  invitedBy: z.string().describe('The name of who invited, of the fund’s committee.'),
}).openapi('InvitedDraft')

const getInvited = createRoute({
  method: 'get',
  path: '/drafts',
  summary: 'The drafts into which funds have invited their network',
  description: 'For its officers. A fund that has not invited them is not among them.',
  ...permission('network:visit'),
  request: { params: z.strictObject({ network: Slug }) },
  responses: { 200: ok(z.strictObject({ drafts: z.array(InvitedDraft) }), 'The latest invitation first.'), ...problems(...NETWORK_GUARDED) },
})

export const invitedRoutes = newRoom<InNetwork>()
  .openapi(getInvited, async (c) => {
    const { inNetwork, doors, today } = c.var
    const invited = await inNetwork((rows) => listInvited(rows, today))
    const names = await doors.atGate((rows) => listNames(rows, invited.map(({ invitedBy }) => invitedBy)))
    return c.json({ drafts: invited.map((each) => ({ ...each, invitedAt: each.invitedAt.toISOString(), invitedBy: names.get(each.invitedBy) ?? '' })) }, 200)
  })
