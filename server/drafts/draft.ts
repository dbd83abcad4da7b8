import { z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import { Hash, PackId } from '../../plugins/kit/pack.ts'
import { changedParts } from '../../plugins/kit/parts.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { Text } from '../../plugins/kit/text.ts'
import { Id } from '../../plugins/kit/value.ts'
import { isCarried } from '../../plugins/kit/votes.ts'
import { may, type FundPermission } from '../http/permission.ts'
import { PROBLEMS } from '../http/problem.ts'
import { declared, type Me } from '../http/room.ts'
import { Difference } from '../regulations/difference.ts'
import { MeetingResolution, type Publication } from '../regulations/publication.ts'

/** A draft is written, stands before a meeting, and is put in force or withdrawn. */
export const DraftState = z.enum(['drafting', 'at-meeting', 'published', 'withdrawn'])
export type DraftState = z.infer<typeof DraftState>

export const DraftAct = z.enum(['change', 'rebase', 'put-to-meeting', 'take-back', 'publish', 'withdraw', 'invite'])
export type DraftAct = z.infer<typeof DraftAct>

export const DraftEvent = z.strictObject({
  act: z.enum(['begun', 'changed', 'moved', 'undone', 'redone', 'rebased', 'put-to-meeting', 'taken-back', 'published', 'withdrawn']),
  /** The term that was changed, as `pack.term`, where one was and nothing else. */
  term: z.string().optional(),
  /** The draft's version from then on. */
  version: z.int().min(1),
  at: z.iso.datetime(),
  byId: z.uuid(),
  /** Where it was done as a guest, by an officer of the network. */
  asGuest: z.literal(true).optional(),
})
export type DraftEvent = z.infer<typeof DraftEvent>

/** What was done to a draft, when, and by whom. */
export const NamedDraftEvent = DraftEvent.omit({ byId: true }).extend({ by: z.string().describe('The name of who did it, as it is today.') }).openapi('DraftEvent')

/** A draft as its row keeps it. */
export interface DraftRow {
  id: string
  state: DraftState
  version: number
  /** The publication it was made from; absent where none was in force on its day. */
  baseHash: string | undefined
  /** What it began as: the regulation in force, or a model as it stood on the draft's day. */
  origin: Regulation
  /** The day from which it is meant to hold. */
  fromOn: Day
  hash: string
  regulation: Regulation
  resolution: MeetingResolution | undefined
}

const Listed = z.strictObject({
  id: z.uuid(),
  state: DraftState,
  fromOn: Day,
  begunAt: z.iso.datetime(),
  begunBy: z.uuid(),
  resolution: MeetingResolution.optional(),
})
export const ListedDraft = Listed.openapi('ListedDraft')
export type ListedDraft = z.infer<typeof ListedDraft>

export const DraftedRegulation = declared<Regulation>('DraftedRegulation', 'The rules of one fund, of the format sajja/regulation@1, as in the answer of a fund. A value whose source is ร่าง has no resolution yet.')

/** A part of a regulation that is otherwise than in what it began as: of a pack, a pack as a whole, or what stands beside the packs. */
export const ChangedPart = z.union([
  z.strictObject({ pack: PackId, term: Id }),
  z.strictObject({ pack: PackId, benefit: Id }),
  z.strictObject({ pack: PackId, fact: Id }),
  z.strictObject({ pack: PackId, standing: Id }),
  z.strictObject({ pack: PackId }),
  z.strictObject({ of: z.enum(['title', 'preamble', 'fundTerms']) }),
])

/** What somebody, perhaps the reader, did to a draft: the parts that it changed, the same in sentences, and the day from which the draft was then meant to hold. */
export const DraftStep = DraftEvent.omit({ term: true }).extend({ isMine: z.boolean(), fromOn: Day.optional(), changed: z.array(ChangedPart), difference: z.array(Difference) }).openapi('DraftStep')
export type DraftStep = z.infer<typeof DraftStep>

/**
 * A regulation that is being written. `origin` is what it began as, `changed` the parts that differ from it on the draft's day,
 * `difference` the same in sentences, without the benefits in which something is unfinished. `can` is what the reader may do next; `cannot`, what their role allows but something else forbids.
 */
export const Draft = Listed.extend({
  /** Rises with every change; what is sent names the one it was made from. */
  version: z.int().min(1),
  hash: Hash,
  base: z.strictObject({ number: z.int().min(1), fromOn: Day, hash: Hash }).optional(),
  /** Where another regulation is in force on the draft's day by now: by what it differs from what the draft was made from, and which parts both have changed. */
  superseded: z.strictObject({ number: z.int().min(1), fromOn: Day, difference: z.array(Difference), clashing: z.array(ChangedPart) }).optional(),
  origin: DraftedRegulation,
  regulation: DraftedRegulation,
  changed: z.array(ChangedPart),
  difference: z.array(Difference),
  findings: z.array(z.strictObject({ level: z.enum(['error', 'note']), at: z.string(), text: Text })),
  events: z.array(DraftEvent),
  /** Since when the officers of the network are invited into it, if they are. */
  guestsSince: z.iso.datetime().optional(),
  /** The change that would be taken back next, and the one that would be made again. */
  undo: DraftStep.optional(),
  redo: DraftStep.optional(),
  can: z.array(DraftAct),
  cannot: z.array(z.strictObject({ act: DraftAct, why: Text })),
}).openapi('Draft')
export type Draft = z.infer<typeof Draft>

const ACTS: Record<DraftAct, { permission: FundPermission; guests?: true; from: readonly DraftState[] }> = {
  change: { permission: 'regulations:draft', guests: true, from: ['drafting'] },
  rebase: { permission: 'regulations:draft', from: ['drafting'] },
  'put-to-meeting': { permission: 'regulations:draft', from: ['drafting'] },
  'take-back': { permission: 'regulations:draft', from: ['at-meeting'] },
  publish: { permission: 'regulations:publish', from: ['at-meeting'] },
  withdraw: { permission: 'regulations:draft', from: ['drafting', 'at-meeting'] },
  invite: { permission: 'regulations:draft', from: ['drafting', 'at-meeting'] },
}

export const mayFollow = (act: DraftAct, state: DraftState) => ACTS[act].from.includes(state)

/** What of a draft says who may do what with it. */
export interface Standing extends Pick<DraftRow, 'state' | 'baseHash' | 'resolution'> {
  events: readonly Pick<DraftEvent, 'act' | 'byId'>[]
  /** Whether it says anything else than what it began as; a first regulation need not. */
  isChanged: boolean
  isSound: boolean
  /** Whether an example person comes out otherwise than was meant; looked for where it keeps the reader from something. */
  surprises: boolean
  /** What is in force on its day. */
  inForce: Pick<Publication, 'hash'> | undefined
}

type Objection = 'own-draft' | 'draft-unchanged' | 'draft-unsound' | 'draft-neighbours' | 'draft-superseded' | 'meeting-to-come' | 'vote-lost'

const WRITING: readonly DraftEvent['act'][] = ['begun', 'changed', 'moved', 'undone', 'redone', 'rebased']

/** Whoever has written in a draft, as it stands before the meeting. */
const hasWritten = ({ events }: Pick<Standing, 'events'>, id: string) => events.some(({ act, byId }) => byId === id && WRITING.includes(act))

/** Whether another regulation is in force on its day than the one it was made from. */
const isSuperseded = ({ inForce, baseHash }: Pick<Standing, 'inForce' | 'baseHash'>) => inForce !== undefined && inForce.hash !== baseHash

/** What keeps an act from somebody whose role allows it. */
export function objectionTo(act: DraftAct, draft: Standing, me: Pick<Me, 'id'>, today: Day): Objection | undefined {
  if (act !== 'put-to-meeting' && act !== 'publish') return undefined
  if (act === 'publish' && hasWritten(draft, me.id)) return 'own-draft'
  if (draft.inForce?.hash !== draft.baseHash) return 'draft-superseded'
  if (!draft.isSound) return 'draft-unsound'
  if (act === 'put-to-meeting' && draft.surprises) return 'draft-neighbours'
  if (act === 'put-to-meeting') return draft.baseHash !== undefined && !draft.isChanged ? 'draft-unchanged' : undefined
  const { heldOn, votes } = draft.resolution ?? {}
  if (heldOn !== undefined && heldOn > today) return 'meeting-to-come'
  return votes && !isCarried(votes) ? 'vote-lost' : undefined
}

/** What somebody may do next with a draft, and what only something else than their role keeps them from. */
export function nextActs(draft: Standing, me: Pick<Me, 'id' | 'roles' | 'isGuest'>, today: Day): Pick<Draft, 'can' | 'cannot'> {
  const allowed = DraftAct.options.filter((act) => mayFollow(act, draft.state) && (act !== 'rebase' || isSuperseded(draft)) && (may(me, ACTS[act].permission) || (me.isGuest && ACTS[act].guests)))
  const objections = allowed.map((act) => ({ act, objection: objectionTo(act, draft, me, today) }))
  return {
    can: objections.flatMap(({ act, objection }) => (objection === undefined ? [act] : [])),
    cannot: objections.flatMap(({ act, objection }) => (objection === undefined ? [] : [{ act, why: { th: PROBLEMS[objection].th, en: PROBLEMS[objection].en } }])),
  }
}

/** Where a draft stands, with what was found of it. */
export const standingOf = ({ state, baseHash, resolution, regulation, origin, fromOn }: DraftRow, events: readonly DraftEvent[], found: Pick<Standing, 'isSound' | 'surprises' | 'inForce'>): Standing =>
  ({ state, baseHash, resolution, events, isChanged: changedParts(regulation, origin, fromOn).length > 0, ...found })
