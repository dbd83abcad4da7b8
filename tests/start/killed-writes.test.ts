import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { addDays, addMonths, type Day } from '../../plugins/kit/day.ts'
import { visitEmbedded } from '../../server/db/embedded.ts'
import { findPostmaster } from '../../server/db/postmaster.ts'
import { derivePassword, keptSecret } from '../../server/db/secret.ts'
import { TRIAL_PASSWORD } from '../../server/people/trial.ts'
import { often } from '../drill.ts'
import { newDataFolder, start } from './program.ts'

const KILLS = often(3, 20)
const MEMBERS = 6
const people = { clerk: '000000012', approver: '000000013', treasurer: '000000014', admin: '000000016' }

type Program = Awaited<ReturnType<typeof start>>
type Person = (method: string, path: string, body: object, key: string) => Promise<{ status: number; body: { id: string; code?: string } }>

/** Somebody of Kamala's committee, who has signed in. */
async function signIn({ port }: Program, phone: string): Promise<Person> {
  const origin = `http://127.0.0.1:${port}`
  const answer = await fetch(`${origin}/api/session`, { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: JSON.stringify({ phone, password: TRIAL_PASSWORD }) })
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  return async (method, path, body, key) => {
    const sent = await fetch(`${origin}/api/funds/kamala${path}`, { method, headers: { origin, cookie, 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000) })
    return { status: sent.status, body: await sent.json() }
  }
}

/** One act that may be sent again until it is answered; it counts as done from its first acknowledgement on. */
interface Act {
  person: keyof typeof people
  path: string
  body: object
  key: string
  /** What its repetition may be answered, when the first was done and nobody heard of it. */
  elsewhere?: string
}

const isDone = ({ elsewhere }: Act, { status, body }: Awaited<ReturnType<Person>>) => status === 201 || (elsewhere !== undefined && body.code === elsewhere)

test(`killed ${KILLS} times under writes, app or database or both: nothing acknowledged is lost, and nothing is done twice`, { timeout: 300_000 }, async () => {
  const folder = newDataFolder()
  let program = await start({ DATA_DIR: folder })
  const today: Day = (await (await program.get('/api/funds/kamala')).json()).today
  const joinedOn = addMonths(today, -24)
  let committee = await seated(program)
  const members = await Promise.all(Array.from({ length: MEMBERS }, (_, at) => enter(committee, at, joinedOn)))
  const acknowledged: Act[] = []

  for (let kill = 0; kill < KILLS; kill += 1) {
    const open = new Set<Act>()
    const over = new AbortController()
    const work = members.map(async (member, at) => {
      for (let turn = 0; !over.signal.aborted; turn += 1) {
        const act = actOf(member, kill, at, turn, today)
        open.add(act)
        const answer = await committee[act.person]('POST', act.path, act.body, act.key).catch(() => undefined)
        if (!answer || !isDone(act, answer)) return
        open.delete(act)
        acknowledged.push(act)
      }
    })
    await pause(60 + (kill * 37) % 240)
    const database = findPostmaster(join(folder, 'postgres'))
    if (kill % 3 !== 0 && database) process.kill(database.pid, 'SIGKILL')
    if (kill % 3 !== 1) program.kill('SIGKILL')
    over.abort()
    await Promise.all(work)
    program.kill('SIGKILL')
    await program.ended

    program = await start({ DATA_DIR: folder })
    committee = await seated(program)
    for (const act of open) {
      const again = await committee[act.person]('POST', act.path, act.body, act.key)
      expect(isDone(act, again), JSON.stringify(again.body)).toBe(true)
      acknowledged.push(act)
    }
  }

  expect(acknowledged.length).toBeGreaterThan(KILLS)
  await expectBooksOf(folder, acknowledged)
  console.log(`killed ${KILLS} times under ${acknowledged.length} writes`)
})

async function seated(program: Program): Promise<Record<keyof typeof people, Person>> {
  const [clerk, approver, treasurer, admin] = await Promise.all([people.clerk, people.approver, people.treasurer, people.admin].map((phone) => signIn(program, phone)))
  if (!clerk || !approver || !treasurer || !admin) throw new Error('four have signed in')
  return { clerk, approver, treasurer, admin }
}

async function enter({ admin, clerk }: Record<'admin' | 'clerk', Person>, at: number, joinedOn: Day): Promise<string> {
  const { body: { id } } = await admin('POST', '/carried-over-members', { number: `K${at}`, firstName: 'สมชาย', lastName: `แก้วมณี${at}`, sex: 'male', bornOn: '1960-05-01', joinedOn, note: 'สมุดทะเบียน' }, randomUUID())
  await clerk('POST', `/members/${id}/plans`, { fromOn: joinedOn, every: 'month', amountSatang: 3000 }, randomUUID())
  await clerk('POST', `/members/${id}/contributions`, { book: 'K', number: `${at}`, receivedOn: joinedOn, instalments: 30, totalSatang: 90_000 }, randomUUID())
  return id
}

/** A payment, or every third time a claim for a night in hospital, each for a day of its own. */
function actOf(member: string, kill: number, at: number, turn: number, today: Day): Act {
  const key = randomUUID()
  if (turn % 3 !== 2) return { person: 'treasurer', path: `/members/${member}/contributions`, body: { book: `${kill}-${at}`, number: String(turn), receivedOn: today, instalments: 1, totalSatang: 3000 }, key }
  const admittedOn = addDays(today, -2 - kill * 12 - Math.floor(turn / 3))
  return { person: 'clerk', path: '/claims', body: { memberId: member, benefitId: 'hospital', answers: { admittedOn, dischargedOn: addDays(admittedOn, 1), collector: 'self' } }, key, elsewhere: 'claim-exists' }
}

/** The books hold each acknowledged act once, and nothing that nobody asked for. */
async function expectBooksOf(folder: string, acknowledged: readonly Act[]) {
  const { ownerUrl } = await visitEmbedded(folder)
  const url = Object.assign(new URL(ownerUrl), { username: 'postgres', password: derivePassword(keptSecret(folder), 'postgres') }).href
  const sql = postgres(url, { max: 1, fetch_types: false })
  const done = (person: keyof typeof people) => acknowledged.filter((act) => act.person === person).length
  try {
    await sql`create temporary view ours as select id from members where number like 'K%'`
    expect(await sql`select count(*)::int from receipts where book <> 'K' and member_id in (select id from ours)`).toEqual([{ count: done('treasurer') }])
    expect(await sql`select count(*)::int from claims where member_id in (select id from ours)`).toEqual([{ count: done('clerk') }])
    expect(await sql`select claim_id from claim_events where claim_id in (select id from claims where member_id in (select id from ours)) group by claim_id having count(*) <> 1`).toEqual([])
    expect(await sql`
      select a.receipt_id from receipt_lines a join receipts ra on ra.id = a.receipt_id join receipts rb on rb.member_id = ra.member_id join receipt_lines b on b.receipt_id = rb.id
      where ra.id <> rb.id and a.covers_from < b.covers_until and b.covers_from < a.covers_until and ra.member_id in (select id from ours)`, 'no instalment is paid twice').toEqual([])
  } finally {
    await sql.end()
  }
}
