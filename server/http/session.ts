import { createHash, randomBytes } from 'node:crypto'
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia'
import type { GateRows } from '../db/scope.ts'

/** Nobody works longer than this without signing in again. */
const HOURS_MAX = 12
const SEEN_EVERY_MS = 60_000

/** A session as its row tells of it. Its id is the hash of the token that its owner's browser keeps. */
export interface Session {
  id: string
  personId: string
  device: string
  /** How long it outlives its last use: a committee's meeting is long, an office is left often. */
  idleMinutes: number
  startedAt: Date
  seenAt: Date
  expiresAt: Date
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof lucia>
    DatabaseSessionAttributes: Pick<Session, 'device' | 'idleMinutes' | 'startedAt' | 'seenAt'>
  }
}

/** The hash by which a token is known here. It is not slow: a random 256-bit token cannot be guessed. */
export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex')

/** A token that nobody can guess: 256 random bits, in letters that fit an address. */
export const newToken = () => randomBytes(32).toString('base64url')

/** Begins a session and gives the token for it, which is kept nowhere. */
export async function startSession(rows: GateRows, of: Pick<Session, 'personId' | 'device' | 'idleMinutes'>, now: Date): Promise<string> {
  const token = newToken()
  const { personId, device, idleMinutes } = of
  await lucia(rows).deleteExpiredSessions()
  await lucia(rows).createSession(personId, { device, idleMinutes, startedAt: now, seenAt: now }, { sessionId: hashOfToken(token) })
  return token
}

/** Whether a session that was found still holds. One that does not is ended; one that does has now been seen. */
export async function holdsSession(rows: GateRows, found: Session, now: Date): Promise<boolean> {
  const { session } = await lucia(rows, found).validateSession(found.id)
  if (!session) return false

  const idleMs = now.getTime() - found.seenAt.getTime()
  if (idleMs >= found.idleMinutes * 60_000) {
    await endSession(rows, found.id)
    return false
  }
  if (idleMs >= SEEN_EVERY_MS) await rows.updateTable('sessions').set({ seen_at: now }).where('id', '=', found.id).execute()
  return true
}

export async function endSession(rows: GateRows, id: string) {
  await lucia(rows).invalidateSession(id)
}

/** Ends every session of a person. */
export async function endSessionsOf(rows: GateRows, personId: string) {
  await lucia(rows).invalidateUserSessions(personId)
}

/** A person's sessions that have not run out, the last used first. */
export async function listSessionsOf(rows: GateRows, personId: string, now: Date): Promise<Session[]> {
  const found = await lucia(rows).getUserSessions(personId)
  return found
    .map(({ id, userId, expiresAt, attributes }) => ({ id, personId: userId, expiresAt, ...attributes }))
    .filter(({ seenAt, idleMinutes }) => now.getTime() - seenAt.getTime() < idleMinutes * 60_000)
    .toSorted((a, b) => b.seenAt.getTime() - a.seenAt.getTime())
}

/** lucia over these rows, and over the session that was found with them: the one query that finds it finds the fund too. */
function lucia(rows: GateRows, found?: Session) {
  return new Lucia(adapter(rows, found), { sessionExpiresIn: new TimeSpan(HOURS_MAX, 'h'), getSessionAttributes: (attributes) => ({ attributes }) })
}

function adapter(rows: GateRows, found: Session | undefined): Adapter {
  return {
    getSessionAndUser: async (id) => (found?.id === id ? [asLucia(found), { id: found.personId, attributes: {} }] : [null, null]),
    getUserSessions: async (personId) => {
      const sessions = await rows.selectFrom('sessions').where('person_id', '=', personId).select(SESSION_COLUMNS).execute()
      return sessions.map(asLucia)
    },
    setSession: async ({ id, userId, expiresAt, attributes: { device, idleMinutes, startedAt, seenAt } }) => {
      await rows.insertInto('sessions')
        .values({ id, person_id: userId, device, idle_minutes: idleMinutes, started_at: startedAt, seen_at: seenAt, expires_at: expiresAt })
        .execute()
    },
    // A session is never made longer: who has worked all day signs in again.
    updateSessionExpiration: async () => undefined,
    deleteSession: async (id) => { await rows.deleteFrom('sessions').where('id', '=', id).execute() },
    deleteUserSessions: async (personId) => { await rows.deleteFrom('sessions').where('person_id', '=', personId).execute() },
    deleteExpiredSessions: async () => { await rows.deleteFrom('sessions').where('expires_at', '<', new Date()).execute() },
  }
}

const asLucia = ({ id, personId, expiresAt, ...attributes }: Session): DatabaseSession => ({ id, userId: personId, expiresAt, attributes })

/** What a query selects to find a session. */
export const SESSION_COLUMNS = [
  'sessions.id', 'sessions.person_id as personId', 'sessions.device', 'sessions.idle_minutes as idleMinutes',
  'sessions.started_at as startedAt', 'sessions.seen_at as seenAt', 'sessions.expires_at as expiresAt',
] as const
