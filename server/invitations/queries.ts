import type { Day } from '../../plugins/kit/day.ts'
import { newId } from '../db/id.ts'
import type { GateRows, OperatorRows } from '../db/scope.ts'
import { FundProfiles, profileOn } from '../funds/fund.ts'
import { Problem } from '../http/problem.ts'
import { isFundRole, type Role } from '../http/role.ts'
import { hashOfToken, newToken } from '../http/session.ts'
import { Invitation, OPEN_MS, RoleName, type OpenInvitation } from './invitation.ts'

/** What an invitation is bound to. */
export interface Bound {
  role: Role
  fundId?: string
  networkId?: string
}

/** Keeps an invitation and gives its token, which is kept nowhere. `by` is absent where the host itself invites. */
export async function saveNewInvitation(rows: GateRows | OperatorRows, { name, role, fundId, networkId }: Bound & { name: string }, by: string | undefined, now: Date) {
  const token = newToken()
  const invitation = { id: newId(now.getTime()), name, role, made_at: now, expires_at: new Date(now.getTime() + OPEN_MS) }
  await (rows as GateRows).insertInto('invitations') // both doors may insert, and the union of their types has no common method
    .values({ ...invitation, token_hash: hashOfToken(token), fund_id: fundId ?? null, network_id: networkId ?? null, made_by: by ?? null })
    .execute()
  return { id: invitation.id, madeAt: invitation.made_at.toISOString(), expiresAt: invitation.expires_at.toISOString(), token }
}

/** The invitations of a fund that lie open, the newest first. */
export async function listInvitations(rows: GateRows, fundId: string, now: Date): Promise<Invitation[]> {
  const found = await rows.selectFrom('invitations')
    .where('fund_id', '=', fundId).where('accepted_at', 'is', null).where('expires_at', '>', now)
    .orderBy('made_at', 'desc')
    .select(['id', 'name', 'role', 'made_at', 'expires_at'])
    .execute()
  return found.map(({ made_at, expires_at, ...invitation }) => Invitation.parse({ ...invitation, madeAt: made_at.toISOString(), expiresAt: expires_at.toISOString() }))
}

/** Takes back an invitation that nobody has accepted. */
export async function deleteInvitation(rows: GateRows, fundId: string, id: string) {
  const gone = await rows.deleteFrom('invitations').where('fund_id', '=', fundId).where('id', '=', id).where('accepted_at', 'is', null).returning('id').executeTakeFirst()
  if (!gone) throw new Problem('unknown-invitation')
}

export type FoundInvitation = Bound & { id: string; told: OpenInvitation }

/** The invitation that a token opens, locked until the transaction ends. */
export async function findInvitation(rows: GateRows, token: string, now: Date, today: Day): Promise<FoundInvitation> {
  const found = await rows
    .selectFrom('invitations')
    .leftJoin('funds', 'funds.id', 'invitations.fund_id')
    .leftJoin('networks', 'networks.id', 'invitations.network_id')
    .where('token_hash', '=', hashOfToken(token)).where('accepted_at', 'is', null).where('expires_at', '>', now)
    .select(['invitations.id', 'invitations.name', 'role', 'expires_at', 'fund_id', 'invitations.network_id', 'funds.slug as fund', 'profiles', 'networks.slug as network', 'name_th', 'name_en'])
    .forUpdate('invitations')
    .executeTakeFirstOrThrow(() => new Problem('unknown-invitation'))
  const { id, name, expires_at, fund_id, network_id, fund, profiles, network, name_th, name_en } = found
  const role = RoleName.parse(found.role)
  return {
    id,
    role,
    ...(fund_id !== null && { fundId: fund_id }),
    ...(network_id !== null && { networkId: network_id }),
    told: {
      name,
      role,
      expiresAt: expires_at.toISOString(),
      ...(fund !== null && { fund: { slug: fund, name: profileOn(FundProfiles.parse(profiles), today).name } }),
      ...(network !== null && name_th !== null && name_en !== null && { network: { slug: network, name: { th: name_th, en: name_en } } }),
    },
  }
}

/** Uses up an invitation: the person now holds its role. */
export async function acceptInvitation(rows: GateRows, { id, role, fundId, networkId }: FoundInvitation, personId: string, now: Date) {
  await rows.updateTable('invitations').set({ accepted_at: now, accepted_by: personId }).where('id', '=', id).execute()
  const given = { person_id: personId, given_at: now, given_by: null }
  if (isFundRole(role) && fundId !== undefined) await rows.insertInto('fund_roles').values({ ...given, fund_id: fundId, role }).onConflict((held) => held.doNothing()).execute()
  else if (role === 'network-officer' && networkId !== undefined) await rows.insertInto('network_roles').values({ ...given, network_id: networkId, role }).onConflict((held) => held.doNothing()).execute()
  else if (role === 'operator') await rows.insertInto('operators').values(given).onConflict((held) => held.doNothing()).execute()
  else throw new Error(`an invitation to ${role} is bound to no place`)
}
