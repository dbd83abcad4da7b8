import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import type { createApp } from '../server/app.ts'
import type { Doors } from '../server/db/scope.ts'
import type { FundRole } from '../server/http/role.ts'
import { startSession } from '../server/http/session.ts'
import { hashPassword } from '../server/people/password.ts'

type App = ReturnType<typeof createApp>

export const ORIGIN = 'http://127.0.0.1:3000'
export const PASSWORD = 'ฝนตกพรำ ๆ ที่หน้าวัดเมื่อเช้า'
const passwordHash = hashPassword(PASSWORD)

export const EVERY_ROLE = ['viewer', 'clerk', 'approver', 'treasurer', 'rule-keeper', 'fund-admin'] as const satisfies FundRole[]

interface Place {
  app: App
  doors: Doors
  superuser: postgres.Sql
}

/** The people of the scene. They are signed in the first time one of them asks for anything. */
export async function people({ app, doors, superuser }: Place) {
  const join = async (name: string) => newPerson({ app, doors, superuser }, name)
  const inFund = async (slug: string, name: string, roles: readonly FundRole[]) => {
    const person = await join(name)
    for (const role of roles) await superuser`insert into fund_roles (fund_id, person_id, role, given_at) select id, ${person.id}, ${role}, now() from funds where slug = ${slug}`
    return person
  }

  const arunee = await join('อรุณี จันทร์เพ็ญ')
  await superuser`insert into network_roles (network_id, person_id, role, given_at) select id, ${arunee.id}, 'network-officer', now() from networks`
  const kit = await join('กิตติ วัฒนา')
  await superuser`insert into operators (person_id, given_at) values (${kit.id}, now())`
  return {
    /** Of Ban Mai's committee, where she holds every role. */
    malee: await inFund('ban-mai', 'มาลี แก้วใส', EVERY_ROLE),
    /** A member of Ban Mai, who serves nowhere. */
    somchai: await join('สมชาย แก้วมณี'),
    /** Of Nong Bua's committee, where he holds every role. */
    prasert: await inFund('nong-bua', 'ประเสริฐ ดีงาม', EVERY_ROLE),
    /** Of the provincial network. */
    arunee,
    /** Of the host. */
    kit,
    /** Somebody of Ban Mai's committee with these roles alone. */
    colleague: async (...roles: FundRole[]) => inFund('ban-mai', `กรรมการ ${roles.join(' ')}`, roles),
  }
}

let dialled = 0

async function newPerson({ app, doors, superuser }: Place, name: string) {
  const id = randomUUID()
  const phone = `08${String((dialled += 1)).padStart(8, '0')}`
  await superuser`insert into people ${superuser({ id, name, phone, password_hash: await passwordHash, joined_at: new Date() })}`
  // A password takes its hundred milliseconds to check, by design: who is only there to ask brings a session.
  const token = () => doors.atGate((rows) => startSession(rows, { personId: id, device: 'a telephone', idleMinutes: 240 }, new Date()))
  return { id, name, ...visitor(app, phone, { token }) }
}

/** A browser at the front door: it keeps the cookie it was given last, and signs in by password, unless it has a session's `token`. */
export function visitor(app: App, phone: string, { device = 'a telephone', origin = ORIGIN, token }: { device?: string; origin?: string; token?: () => Promise<string> } = {}) {
  let cookie = ''

  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const answer = await app.request(path, {
      method,
      headers: { origin, 'user-agent': device, cookie, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const given = answer.headers.getSetCookie().find((each) => each.startsWith('__Host-sajja='))
    if (given !== undefined) cookie = given.split(';')[0] ?? ''
    return answer
  }
  const signIn = async (password = PASSWORD) => send('POST', '/api/session', { phone, password })
  const signedIn = async (...asked: Parameters<typeof send>) => {
    if (cookie === '' && token) cookie = `__Host-sajja=${await token()}`
    if (cookie === '') await signIn()
    return send(...asked)
  }
  return {
    phone,
    signIn,
    /** Asks as whoever this browser is by now, without signing in first. */
    send,
    /** Asks, and signs in first where need be. */
    ask: signedIn,
    get: async (path: string) => signedIn('GET', path),
    post: async (path: string, body?: unknown, headers?: Record<string, string>) => signedIn('POST', path, body, headers),
    put: async (path: string, body?: unknown) => signedIn('PUT', path, body),
    delete: async (path: string) => signedIn('DELETE', path),
    cookie: () => cookie,
  }
}
