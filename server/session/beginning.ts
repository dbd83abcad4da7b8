import type { Context } from 'hono'
import type { GateRows } from '../db/scope.ts'
import { deviceOf } from '../http/address.ts'
import type { Entered } from '../http/room.ts'
import { keepToken } from '../http/session-cookie.ts'
import { endSession, startSession } from '../http/session.ts'
import { idleMinutesOf } from '../people/person.ts'
import { findPerson, type Person } from '../people/queries.ts'

/** A new session of a person in this browser; the one it had ends. */
export async function beginSession(c: Context, rows: GateRows, personId: string): Promise<Person> {
  const { visitor, now } = c.var as Entered // every request has entered; rooms differ in what else they know
  const person = await findPerson(rows, { id: personId })
  if (!person) throw new Error(`nobody has the id ${personId}`)
  if (visitor) await endSession(rows, visitor.session.id)
  keepToken(c, await startSession(rows, { personId, device: deviceOf(c), idleMinutes: idleMinutesOf(person) }, now))
  return person
}
