import { z } from 'zod'
import type { GateRows } from '../db/scope.ts'
import type { Passkey } from './passkey.ts'

const CHALLENGE_MS = 5 * 60_000
const Transports = z.array(z.string())

/** Keeps a challenge, to be answered once and for this purpose alone, within five minutes. */
export async function saveChallenge(rows: GateRows, challenge: string, purpose: string, now: Date) {
  const old = rows.selectFrom('passkey_challenges').where('expires_at', '<', now).select('challenge').limit(100)
  await rows.deleteFrom('passkey_challenges').where('challenge', 'in', old).execute()
  await rows.insertInto('passkey_challenges').values({ challenge, purpose, expires_at: new Date(now.getTime() + CHALLENGE_MS) }).execute()
}

/** Takes a challenge away, and says whether it still held. */
export async function takeChallenge(rows: GateRows, challenge: string, purpose: string, now: Date): Promise<boolean> {
  const taken = await rows.deleteFrom('passkey_challenges').where('challenge', '=', challenge).where('purpose', '=', purpose).where('expires_at', '>', now).returning('challenge').executeTakeFirst()
  return taken !== undefined
}

export interface KeptPasskey {
  id: string
  personId: string
  publicKey: string
  counter: number
  transports: string[]
}

export async function findPasskey(rows: GateRows, id: string): Promise<KeptPasskey | undefined> {
  const found = await rows.selectFrom('passkeys').where('id', '=', id).select(['id', 'person_id as personId', 'public_key as publicKey', 'counter', 'transports']).forUpdate().executeTakeFirst()
  return found && { ...found, transports: Transports.parse(found.transports) }
}

export async function listPasskeysOf(rows: GateRows, personId: string): Promise<Passkey[]> {
  const found = await rows.selectFrom('passkeys').where('person_id', '=', personId).orderBy('made_at').select(['id', 'device', 'made_at', 'used_at']).execute()
  return found.map(({ id, device, made_at, used_at }) => ({ id, device, madeAt: made_at.toISOString(), usedAt: used_at.toISOString() }))
}

export async function saveNewPasskey(rows: GateRows, { id, personId, publicKey, counter, transports, device }: KeptPasskey & { device: string }, now: Date) {
  await rows.insertInto('passkeys')
    .values({ id, person_id: personId, public_key: publicKey, counter, transports, device, made_at: now, used_at: now })
    .execute()
}

export async function savePasskeyUse(rows: GateRows, id: string, counter: number, now: Date) {
  await rows.updateTable('passkeys').set({ counter, used_at: now }).where('id', '=', id).execute()
}

/** Removes one of a person's passkeys, and says whether there was one. */
export async function deletePasskey(rows: GateRows, personId: string, id: string): Promise<boolean> {
  const gone = await rows.deleteFrom('passkeys').where('person_id', '=', personId).where('id', '=', id).returning('id').executeTakeFirst()
  return gone !== undefined
}
