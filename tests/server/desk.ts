import { randomUUID } from 'node:crypto'
import type { FundRole } from '../../server/http/role.ts'
import { startSession } from '../../server/http/session.ts'
import { cast, TODAY } from '../cast.ts'

export const fund = '/api/funds/ban-mai'

/** The counters of two funds with somebody behind each: Ban Mai's clerk, treasurer, administrator and viewer, and Nong Bua's clerk, who must see nothing. */
export async function desk(options?: Parameters<typeof cast>[0]) {
  const scene = await cast(options)
  const { app, doors, superuser } = scene

  async function seat(slug: string, roles: FundRole[]) {
    const [found] = await superuser<{ id: string }[]>`select id from funds where slug = ${slug}`
    if (!found) throw new Error('the fund is in the cast')
    const personId = randomUUID()
    await superuser`insert into people ${superuser({ id: personId, name: 'มาลี', joined_at: new Date() })}`
    for (const role of roles) await superuser`insert into fund_roles ${superuser({ fund_id: found.id, person_id: personId, role, given_at: new Date() })}`
    const token = await doors.atGate((rows) => startSession(rows, { personId, device: 'a telephone', idleMinutes: 240 }, new Date()))
    const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => app.request(path, {
      method,
      headers: { cookie: `__Host-sajja=${token}`, origin: 'http://127.0.0.1:3000', ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return {
      personId,
      get: async (path: string) => send('GET', path),
      post: async (path: string, body: unknown, headers?: Record<string, string>) => send('POST', path, body, headers),
      put: async (path: string, body: unknown) => send('PUT', path, body),
    }
  }

  const clerk = await seat('ban-mai', ['clerk'])
  const admin = await seat('ban-mai', ['fund-admin'])
  const treasurer = await seat('ban-mai', ['treasurer'])
  const viewer = await seat('ban-mai', ['viewer'])
  const prasert = await seat('nong-bua', ['clerk', 'fund-admin', 'treasurer'])
  return { ...scene, clerk, admin, treasurer, viewer, prasert }
}

export type Desk = Awaited<ReturnType<typeof desk>>

export const somchai = { number: '0218', title: 'นาย', firstName: 'สมชาย', lastName: 'แก้วมณี', sex: 'male', bornOn: '1960-05-01', appliedOn: '2026-11-02', citizenId: '0100000000018' }

/** Enters an applicant, and gives the member as answered. */
export async function apply({ clerk }: Pick<Desk, 'clerk'>, person: object = somchai) {
  const res = await clerk.post(`${fund}/members`, person)
  if (res.status !== 201) throw new Error(await res.text())
  return res.json()
}

/** Enters a member who joined on a day of the old register and pays 30 baht a month from then on. */
export async function join({ admin, clerk }: Pick<Desk, 'admin' | 'clerk'>, joinedOn = '2026-01-15', number = '0218') {
  const { appliedOn: _appliedOn, citizenId: _citizenId, ...person } = somchai
  const res = await admin.post(`${fund}/carried-over-members`, { ...person, number, joinedOn, note: 'สมุดทะเบียนเล่ม 2' })
  if (res.status !== 201) throw new Error(await res.text())
  const member: { id: string; number: string; version: number } = await res.json()
  const planned = await clerk.post(`${fund}/members/${member.id}/plans`, { fromOn: joinedOn, every: 'month', amountSatang: 3000 })
  if (planned.status !== 201) throw new Error(await planned.text())
  return member
}

let written = 0

/** A payment on a receipt of its own. */
export const payment = (instalments: number, more: object = {}) => ({ book: '7', number: String((written += 1)), receivedOn: TODAY, instalments, totalSatang: instalments * 3000, ...more })

export const key = (uuid: string = randomUUID()) => ({ 'idempotency-key': uuid })
