import { z } from '@hono/zod-openapi'
import { Name } from '../../plugins/kit/value.ts'
import { Slug } from '../funds/fund.ts'
import { ROLES, type Role } from '../http/role.ts'
import { NewPasskey } from '../passkeys/passkey.ts'
import { FundRoleName } from '../people/colleague.ts'
import { OwnPhone, Password, PersonName } from '../people/person.ts'

/** How long an invitation lies open: over a weekend. */
export const OPEN_MS = 72 * 3_600_000

export const RoleName = z.enum(Object.keys(ROLES) as [Role, ...Role[]]) // the keys of a literal, of which there is one

/** Who is invited, by the name they go by, and to which role. */
export const NewInvitation = z.strictObject({ name: PersonName, role: FundRoleName }).openapi('NewInvitation')

/** An invitation that lies open, as the fund sees it. Its token is known to the invited alone. */
export const Invitation = NewInvitation.extend({
  id: z.uuid(),
  madeAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
}).openapi('Invitation')
export type Invitation = z.infer<typeof Invitation>

/** An invitation that was just made: what to hand over, once. */
export const MadeInvitation = Invitation.extend({
  /** Opens the invitation. The token stands behind the #, where no server writes it down. */
  link: z.string(),
  /** The link as a QR code, an SVG drawing. */
  qr: z.string(),
}).openapi('MadeInvitation')

/** Where an invitation is opened. */
export const linkOf = (origin: string, token: string) => `${origin}/invitation#${token}`

/** The random half of an invitation's link. */
export const Token = z.string().regex(/^[\w-]{43}$/, 'a token has 43 letters')

/** An invitation as the invited reads it. */
export const OpenInvitation = z.strictObject({
  name: z.string(),
  role: RoleName,
  fund: z.strictObject({ slug: Slug, name: Name }).optional(),
  network: z.strictObject({ slug: Slug, name: Name }).optional(),
  expiresAt: z.iso.datetime(),
}).openapi('OpenInvitation')
export type OpenInvitation = z.infer<typeof OpenInvitation>

/** How an invitation is accepted: by the one who is signed in, or as a new person with a passkey or a password. */
export const Acceptance = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('me'), token: Token }),
  z.strictObject({ as: z.literal('password'), token: Token, name: PersonName, phone: OwnPhone, password: Password }),
  z.strictObject({ as: z.literal('passkey'), token: Token, name: PersonName, passkey: NewPasskey }),
]).openapi('Acceptance')
export type Acceptance = z.infer<typeof Acceptance>
