import { createMiddleware } from 'hono/factory'
import { groupedBy } from '../db/grouped.ts'
import { prepared } from '../db/prepared.ts'
import type { GateRows } from '../db/scope.ts'
import { Problem } from './problem.ts'
import { isFundRole } from './role.ts'
import type { Entered, InFund, InNetwork, Me, Standing } from './room.ts'
import { tokenIn } from './session-cookie.ts'
import { hashOfToken, holdsSession, SESSION_COLUMNS, type Session } from './session.ts'

const SLUG = /^[a-z][a-z0-9-]{1,39}$/

/**
 * Finds the fund that the address names, who is signed in and what they are in that fund, in one query; everything after it is
 * confined to that fund.
 */
export const enterFund = createMiddleware<{ Variables: InFund }>(async (c, next) => {
  const slug = slugIn(c.req.param('fund'))
  const session = sessionIn(tokenIn(c))
  const found = slug && await c.get('doors').glance(async (rows) => {
    const [found] = await findFund(rows, { slug, session: session ?? '' })
    return found && { ...found, visitor: await visitorIn(rows, { ...found, isOperator: false }, c.get('now')) }
  })
  if (!found) throw new Problem('unknown-fund')

  const { fundId, networkId, profiles, suspended_at, network, th, en, visitor } = found
  c.set('fund', { id: fundId, networkId, slug, profiles, network: { slug: network, name: { th, en } }, isSuspended: suspended_at !== null })
  c.set('inFund', c.get('doors').inFund(fundId))
  if (visitor) c.set('visitor', visitor)
  await next()
})

/** Finds who is signed in, and whether they serve at the host, where the address names no fund. */
export const enterAlone = createMiddleware<{ Variables: Entered }>(async (c, next) => {
  const session = sessionIn(tokenIn(c))
  const visitor = session && await c.get('doors').glance(async (rows) => {
    const found = await rows.selectFrom('sessions').innerJoin('people', 'people.id', 'sessions.person_id').leftJoin('operators', 'operators.person_id', 'people.id')
      .where('sessions.id', '=', session).select([...SESSION_COLUMNS, 'people.name', 'operators.person_id as operator']).executeTakeFirst()
    return found && visitorIn(rows, { ...found, roles: [], isOperator: found.operator !== null }, c.get('now'))
  })
  if (visitor) c.set('visitor', visitor)
  await next()
})

/** Finds the network that the address names. */
export const enterNetwork = createMiddleware<{ Variables: InNetwork }>(async (c, next) => {
  const slug = slugIn(c.req.param('network'))
  const network = slug && await c.get('doors').glance((rows) => rows.selectFrom('networks').where('slug', '=', slug).selectAll().executeTakeFirst())
  if (!network) throw new Problem('unknown-network')

  c.set('network', { id: network.id, slug: network.slug, name: { th: network.name_th, en: network.name_en } })
  c.set('inNetwork', c.get('doors').inNetwork(network.id))
  await next()
})

/** Finds who is signed in, and what they are to the network that was found. */
export const enterStanding = createMiddleware<{ Variables: InNetwork }>(async (c, next) => {
  const session = sessionIn(tokenIn(c))
  const { id } = c.get('network')
  await c.get('doors').glance(async (rows) => {
    const found = session && await rows.selectFrom('sessions').innerJoin('people', 'people.id', 'sessions.person_id').where('sessions.id', '=', session).select([...SESSION_COLUMNS, 'people.name']).executeTakeFirst()
    const visitor = found && await visitorIn(rows, { ...found, roles: [], isOperator: false }, c.get('now'))
    if (!visitor) return
    c.set('visitor', visitor)
    c.set('standing', await findStanding(rows, id, visitor.id))
  })
  await next()
})

/** A suspended fund's committee has no part in its network meanwhile. */
async function findStanding(rows: GateRows, networkId: string, personId: string): Promise<Standing> {
  const officer = await rows.selectFrom('network_roles').where('network_id', '=', networkId).where('person_id', '=', personId).select('role').executeTakeFirst()
  const held = await rows.selectFrom('fund_roles').innerJoin('funds', 'funds.id', 'fund_roles.fund_id')
    .where('funds.network_id', '=', networkId).where('person_id', '=', personId).where('funds.suspended_at', 'is', null)
    .select(['funds.id', 'funds.slug', 'role']).orderBy('funds.slug').execute()
  const funds = [...groupedBy(held, ({ id }) => id)].map(([id, roles]) => ({ id, slug: roles.map(({ slug }) => slug)[0] ?? '', roles: roles.map(({ role }) => role).filter(isFundRole) }))
  return { isOfficer: officer !== undefined, funds }
}

const slugIn = (text: string | undefined) => (text !== undefined && SLUG.test(text) ? text : undefined)

const sessionIn = (token: string | undefined) => (token === undefined ? undefined : hashOfToken(token))

/** A fund, with the session and the roles in it of who asks; of one who brings no token, only the fund. */
const findFund = prepared(['slug', 'session'], (rows: GateRows, { slug, session }) => rows
  .selectFrom('funds')
  .innerJoin('networks', 'networks.id', 'funds.network_id')
  .leftJoin('sessions', (join) => join.on('sessions.id', '=', session))
  .leftJoin('people', 'people.id', 'sessions.person_id')
  .where('funds.slug', '=', slug)
  .select(['funds.id as fundId', 'funds.network_id as networkId', 'funds.profiles', 'funds.suspended_at', 'networks.slug as network', 'name_th as th', 'name_en as en'])
  .select([...SESSION_COLUMNS, 'people.name'])
  .select((of) => of.selectFrom('fund_roles')
    .whereRef('fund_roles.fund_id', '=', 'funds.id')
    .whereRef('fund_roles.person_id', '=', 'people.id')
    .select(({ fn }) => fn.agg<string[] | null>('jsonb_agg', ['role']).as('roles'))
    .as('roles')))

type SessionAndName = Session & { name: string }

/** As a left join finds it: whole, or nothing but nulls. */
type Found = { [column in keyof SessionAndName]: SessionAndName[column] | null } & { roles: string[] | null; isOperator: boolean }

/** The person whose session was found, if it still holds. */
async function visitorIn(rows: GateRows, found: Found, now: Date): Promise<Me | undefined> {
  const { id, personId, device, idleMinutes, startedAt, seenAt, expiresAt, name, roles, isOperator } = found
  if (id === null || personId === null || device === null || idleMinutes === null || startedAt === null || seenAt === null || expiresAt === null || name === null) return undefined

  const session = { id, personId, device, idleMinutes, startedAt, seenAt, expiresAt }
  return await holdsSession(rows, session, now) ? { id: personId, name, roles: (roles ?? []).filter(isFundRole), isOperator, isGuest: false, session } : undefined
}
