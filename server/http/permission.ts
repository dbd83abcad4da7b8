import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Text } from '../../plugins/kit/text.ts'
import { Problem } from './problem.ts'
import { isGuest } from './guest.ts'
import { FUND_ROLES, ROLES, type FundRole } from './role.ts'
import type { Entered, InFund, InNetwork, Me, Standing } from './room.ts'

const EVERYONE = ['viewer', 'clerk', 'approver', 'treasurer', 'rule-keeper', 'fund-admin'] as const satisfies FundRole[]

/** Which roles of a fund may do what. The whole of it: a route names one of these, and nothing else decides. */
export const FUND_PERMISSIONS = {
  'members:read': EVERYONE,
  'members:write': ['clerk', 'fund-admin'],
  /** Takes somebody over from the register on paper, with the days that stand there. */
  'members:carry-over': ['fund-admin'],
  /** Sees a citizen ID in full, which is recorded. */
  'citizen-ids:read': ['clerk', 'fund-admin'],
  'contributions:read': EVERYONE,
  'contributions:record': ['clerk', 'treasurer'],
  'contributions:void': ['treasurer'],
  'claims:read': EVERYONE,
  'claims:enter': ['clerk', 'approver'],
  'claims:certify': ['clerk', 'approver'],
  'claims:decide': ['approver'],
  'claims:pay': ['treasurer'],
  'claims:reverse': ['treasurer'],
  'regulations:read': EVERYONE,
  'regulations:draft': ['rule-keeper'],
  'regulations:publish': ['rule-keeper', 'fund-admin'],
  'settings:read': EVERYONE,
  'settings:write': ['fund-admin'],
  /** Tells the network, and everyone, totals of the fund's years. */
  'figures:publish': ['fund-admin'],
  /** Answers and asks for the fund, says what it took home from a visit, and agrees to be a model area. */
  'learning:write': ['rule-keeper', 'fund-admin'],
  /** Shares packs of the fund's regulation, takes in those that come as files, and withdraws its own. */
  'library:write': ['rule-keeper', 'fund-admin'],
  'people:read': EVERYONE,
  'people:manage': ['fund-admin'],
} as const satisfies Record<string, readonly FundRole[]>
export type FundPermission = keyof typeof FUND_PERMISSIONS

/** Within a network: to read is for its officers and whoever serves in one of its funds; to write, and to visit the draft of a fund that invites, for its officers. */
type NetworkPermission = 'network:read' | 'network:write' | 'network:visit'

/** What takes a fresh sign-in: whoever finds a telephone lying open may not do these. */
const FRESH: readonly FundPermission[] = ['people:manage', 'claims:pay', 'claims:reverse']
const FRESH_MS = 30 * 60_000

type Stated<Guards> = { 'x-permission': string; 'x-roles'?: readonly FundRole[]; 'x-guests'?: true; middleware: Guards }

/**
 * What a route says of who may ask, and the guard that sees to it: `public`, `signed-in`, `operator`, or a permission in the fund
 * that the address names, which with `guests` the officers of its network have too while they are invited into the draft that is open.
 * Behind a guard `c.get('me')` is the person who asks.
 */
export function permission(of: 'public'): { 'x-permission': string }
export function permission(of: 'signed-in' | 'operator'): Stated<[MiddlewareHandler<{ Variables: Entered & { me: Me } }>]>
export function permission(of: FundPermission, also?: 'guests'): Stated<[MiddlewareHandler<{ Variables: InFund & { me: Me } }>]>
export function permission(of: NetworkPermission): Stated<[MiddlewareHandler<{ Variables: InNetwork & { me: Me; standing: Standing } }>]>
export function permission(of: 'public' | 'signed-in' | 'operator' | NetworkPermission | FundPermission, also?: 'guests'): object {
  if (of === 'public') return { 'x-permission': of }
  if (of === 'signed-in') return { 'x-permission': of, middleware: [requireSession] }
  if (of === 'operator') return { 'x-permission': of, middleware: [requireOperator] }
  if (of === 'network:read' || of === 'network:write' || of === 'network:visit') return { 'x-permission': of, middleware: [requireStanding(of)] }
  if (also === 'guests') return { 'x-permission': of, 'x-roles': FUND_PERMISSIONS[of], 'x-guests': true, middleware: [admitGuests, requireRole(of)] }
  return { 'x-permission': of, 'x-roles': FUND_PERMISSIONS[of], middleware: [requireRole(of)] }
}

/** Whether somebody's roles in the fund allow it, for an answer that says what its reader may do next. */
export const may = ({ roles }: Pick<Me, 'roles'>, of: FundPermission) => {
  const allowed: readonly FundRole[] = FUND_PERMISSIONS[of]
  return roles.some((role) => allowed.includes(role))
}

/** What the guards of a fund's routes can answer, for `problems(...)`. */
export const NETWORK_GUARDED = ['signed-out', 'unknown-network', 'role-needed', 'foreign-origin'] as const
export const GUARDED = ['signed-out', 'unknown-fund', 'fund-suspended', 'role-needed', 'sign-in-again', 'foreign-origin'] as const

const requireSession = createMiddleware<{ Variables: Entered & { me: Me } }>(async (c, next) => {
  const visitor = c.get('visitor')
  if (!visitor) throw new Problem('signed-out')
  c.set('me', visitor)
  await next()
})

/** Lets in the host's own people. To everyone else who is signed in their rooms are an address that leads nowhere. */
const requireOperator = createMiddleware<{ Variables: Entered & { me: Me } }>(async (c, next) => {
  const visitor = c.get('visitor')
  if (!visitor) throw new Problem('signed-out')
  if (!visitor.isOperator) throw new Problem('no-such-address')
  c.set('me', visitor)
  await next()
})

/** Knows a guest by the invitation of the fund: who serves there needs none. */
const admitGuests = createMiddleware<{ Variables: InFund }>(async (c, next) => {
  const visitor = c.get('visitor')
  if (visitor?.roles.length === 0 && await isGuest(c.var, visitor, c.req.param('draft'))) c.set('visitor', { ...visitor, isGuest: true })
  await next()
})

/**
 * Lets in who holds one of the roles. To everyone else who is signed in the fund's rooms do not exist, and the answer is that of a
 * fund that never did; a colleague is told which role it takes.
 */
const requireRole = (of: FundPermission) => createMiddleware<{ Variables: InFund & { me: Me } }>(async (c, next) => {
  const visitor = c.get('visitor')
  if (!visitor) throw new Problem('signed-out')
  if (visitor.roles.length === 0 && !visitor.isGuest) throw new Problem('unknown-fund')
  if (c.get('fund').isSuspended) throw new Problem('fund-suspended')
  if (!may(visitor, of) && !visitor.isGuest) throw new Problem('role-needed', [{ at: 'role', text: anyOf(FUND_PERMISSIONS[of]) }])
  if (FRESH.includes(of)) checkFresh(visitor, c.get('now'))
  c.set('me', visitor)
  await next()
})

/** To everyone else who is signed in these rooms of a network do not exist; one who serves in a fund is told that it takes an officer. */
const requireStanding = (of: NetworkPermission) => createMiddleware<{ Variables: InNetwork & { me: Me; standing: Standing } }>(async (c, next) => {
  const { visitor, standing } = c.var
  if (!visitor) throw new Problem('signed-out')
  if (!standing.isOfficer && standing.funds.length === 0) throw new Problem('unknown-network')
  if (of !== 'network:read' && !standing.isOfficer) throw new Problem('role-needed', [{ at: 'role', text: { th: `ต้องเป็น${ROLES['network-officer'].th}`, en: `it takes a ${ROLES['network-officer'].en}` } }])
  c.set('me', visitor)
  await next()
})

const anyOf = (roles: readonly FundRole[]): Text => ({
  th: `ต้องเป็น${roles.map((role) => FUND_ROLES[role].th).join('หรือ')}`,
  en: `it takes a ${roles.map((role) => FUND_ROLES[role].en).join(' or ')}`,
})

/** Refuses what takes a fresh sign-in to one who signed in some time ago. */
export function checkFresh({ session }: Me, now: Date) {
  if (now.getTime() - session.startedAt.getTime() > FRESH_MS) throw new Problem('sign-in-again')
}
