import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Day } from '../../plugins/kit/day.ts'
import { findingsOf } from '../../plugins/kit/issue.ts'
import type { Text } from '../../plugins/kit/text.ts'
import type { Doors, FundRows, NetworkRows } from '../db/scope.ts'
import { Problem, unknown } from './problem.ts'
import type { FundRole } from './role.ts'
import type { Session } from './session.ts'

/** What enters at the door with every request. */
export interface Entered {
  requestId: string
  now: Date
  today: Day
  doors: Doors
  /** Where browsers find this installation. */
  origin: string
  /** Sample funds whose people and books are still being invented: none but in a trial. */
  beingFilled: ReadonlySet<string>
  /** Who is signed in, if somebody is. */
  visitor?: Me
}

/** A person who is signed in. */
export interface Me {
  id: string
  name: string
  /** The roles held in the fund that the address names: none outside a fund, or in another's. */
  roles: readonly FundRole[]
  /** Whether they serve at the host. Not so in a fund, where the host is nobody. */
  isOperator: boolean
  /** Whether they are here as a guest, of the network, invited into the draft that is open. A guest holds no role. */
  isGuest: boolean
  session: Session
}

/** What the address has named, for the rooms in a fund. */
export interface InFund extends Entered {
  fund: { id: string; networkId: string; slug: string; network: { slug: string; name: Text }; profiles: unknown; isSuspended: boolean }
  inFund: <T>(work: (rows: FundRows) => Promise<T>) => Promise<T>
}

/** What somebody is to a network: its officer, or one who serves in these of its funds. */
export interface Standing {
  isOfficer: boolean
  funds: readonly { id: string; slug: string; roles: readonly FundRole[] }[]
}

/** What the address has named, for the rooms in a network. */
export interface InNetwork extends Entered {
  /** What a signed-in person is to the network, for the rooms that are not everyone's. */
  standing?: Standing
  network: { id: string; slug: string; name: Text }
  inNetwork: <T>(work: (rows: NetworkRows) => Promise<T>) => Promise<T>
}

/** A room: routes whose requests are checked against their schemas, and refused as Problems. */
export const newRoom = <Variables extends Entered>() => new OpenAPIHono<{ Variables: Variables }>({
  defaultHook: (result) => {
    if (result.success) return
    if (result.target === 'param') throw new Problem(unknown(result.error.issues[0]?.path[0]))
    const sent = 'data' in result ? result.data : undefined // the validator hands it over, its type does not say so
    throw new Problem('invalid', findingsOf(result.error, sent).map(({ at, text }) => ({ at, text })))
  },
})

export const ok = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { 'application/json': { schema } } })

export const json = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } })

/** A type of the kit's, whose shape the kit itself says: the document names it and tells of it. */
export const declared = <T extends object>(name: string, description: string, properties: Record<string, { type: 'string'; enum?: string[] }> = {}) =>
  z.custom<T>((value) => value instanceof Object).openapi(name, { type: 'object', description, required: Object.keys(properties), properties })
