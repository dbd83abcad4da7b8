import { z } from '@hono/zod-openapi'
import { may } from '../http/permission.ts'
import type { Me } from '../http/room.ts'
import { DepartureKind, lastOf, mayFollow, standingAfter, type Status } from './status.ts'

/** What the one who asks may do with a member next: a screen offers that and nothing else. */
export const Allowed = z.strictObject({
  can: z.array(z.enum(['edit', 'accept', 'refuse', 'withdraw-status', 'see-citizen-id', 'receive-payment', 'set-plan'])),
  /** How the membership may be said to have ended, from where it stands. */
  departures: z.array(DepartureKind),
})
type Allowed = z.infer<typeof Allowed>

export function allowedTo(me: Me, { statuses, citizenIdMasked }: { statuses: readonly Status[]; citizenIdMasked?: string | undefined }): Allowed {
  const writes = may(me, 'members:write')
  const records = may(me, 'contributions:record')
  const follows = (...kinds: Status['kind'][]) => kinds.some((kind) => mayFollow(statuses, kind))
  const allowed: Record<Allowed['can'][number], boolean> = {
    edit: writes,
    accept: writes && follows('accepted', 'rejoined'),
    refuse: writes && follows('refused'),
    'withdraw-status': writes && statuses.length > 1,
    'see-citizen-id': may(me, 'citizen-ids:read') && citizenIdMasked !== undefined,
    'receive-payment': records,
    'set-plan': records && standingAfter(lastOf(statuses).kind) === 'member',
  }
  const acts = Object.keys(allowed) as Allowed['can'] // the keys of the record above
  return { can: acts.filter((act) => allowed[act]), departures: writes ? DepartureKind.options.filter((kind) => mayFollow(statuses, kind)) : [] }
}
