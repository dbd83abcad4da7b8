import { z } from '@hono/zod-openapi'
import { Name } from '../../plugins/kit/value.ts'
import { Slug } from '../funds/fund.ts'
import type { Session } from '../http/session.ts'
import { Passkey } from '../passkeys/passkey.ts'
import { FundRoleName } from '../people/colleague.ts'

/** Where a person serves, and as what. */
const Offices = z.strictObject({
  funds: z.array(z.strictObject({ slug: Slug, name: Name, roles: z.array(FundRoleName) })),
  networks: z.array(z.strictObject({ slug: Slug, name: Name })),
  isOperator: z.boolean(),
})
export type Offices = z.infer<typeof Offices>

/** What a person sees of their own account. */
export const Account = Offices.extend({
  name: z.string(),
  phone: z.string().optional(),
  hasPassword: z.boolean(),
  passkeys: z.array(Passkey),
}).openapi('Account')

/** A session of one's own: in which browser, since when, and whether it is the one that asks. */
export const OwnSession = z.strictObject({
  id: z.string(),
  device: z.string(),
  startedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  isThis: z.boolean(),
}).openapi('OwnSession')

export const ownSession = ({ id, device, startedAt, seenAt }: Session, current: Session): z.infer<typeof OwnSession> =>
  ({ id, device, startedAt: startedAt.toISOString(), seenAt: seenAt.toISOString(), isThis: id === current.id })
