import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { CompiledQuery } from 'kysely'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, createServer, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { vocabularyOf } from '../plugins/kit/plugin.ts'
import { plugins } from '../plugins/index.ts'
import { createApp } from '../server/app.ts'
import { startEmbedded } from '../server/db/embedded.ts'
import { migrate } from '../server/db/migrate.ts'
import { openDoors, type Doors } from '../server/db/scope.ts'
import { derivePassword, keptSecret } from '../server/db/secret.ts'
import { applyPlan, planFund } from '../server/funds/apply.ts'
import { FundDefinition } from '../server/funds/definition.ts'
import { enterFund } from '../server/http/entrance.ts'
import type { InFund } from '../server/http/room.ts'
import { startSession } from '../server/http/session.ts'
import { Network } from '../server/network/network.ts'
import { saveNewNetwork } from '../server/network/queries.ts'
import { beside, type Pace, type Row } from './measure.ts'

const CONNECTIONS = 16
const READS_A_ROUND = 64
const MEMBERS = 1_000
const ORIGIN = 'http://localhost:3000'
const tenant = (name: string): unknown => JSON.parse(readFileSync(`tenants/phuket/${name}.json`, 'utf8'))

/**
 * Reads of a fund over HTTP by sixteen at once, beside the same query bare on Hono and postgres.js, as a superuser whom no policy binds.
 * `walls` is the register's query behind session, fund, transaction and row-level security and nothing else; `register` and `receipt`,
 * the least there is to read, are whole answers of the API. All servers and their reader share one process.
 */
export async function readInFund(pace: Pace): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sajja-bench-'))
  const embedded = await startEmbedded(folder, (error) => { throw error })
  const secret = keptSecret(folder)
  const superuserUrl = Object.assign(new URL(embedded.ownerUrl), { username: 'postgres', password: derivePassword(secret, 'postgres') }).href
  const bare = postgres(superuserUrl, { max: CONNECTIONS, fetch_types: false })
  await migrate(embedded.ownerUrl, secret)
  const doors = openDoors(embedded.ownerUrl, secret)
  try {
    const { fundId, memberId, receiptId, token } = await furnish(doors, bare)
    const ours = await serve(createApp({ doors, plugins, origin: ORIGIN, secret, now: () => new Date() }))
    const walled = await serve(walledApp(doors))
    const theirs = await serve(bareApp(bare, fundId))
    const cookie = { cookie: `__Host-sajja=${token}` }
    const read = (name: string, url: string, path: string, has: string) => beside(name, inParallel(reader(url, cookie, has)), inParallel(reader(`${theirs.url}${path}`, {}, has)), pace)
    const rows = [
      await read('walls-in-fund', `${walled.url}/kamala/members`, '/members', memberId),
      await read('register-in-fund', `${ours.url}/api/funds/kamala/members`, '/members', memberId),
      await read('receipt-in-fund', `${ours.url}/api/funds/kamala/receipts/${receiptId}`, `/receipts/${receiptId}`, receiptId),
    ]
    ours.close()
    walled.close()
    theirs.close()
    return rows.map((row) => ({ ...row, ours: row.ours * READS_A_ROUND, reference: row.reference * READS_A_ROUND, unit: 'reads/s' }))
  } finally {
    await Promise.all([doors.close(), bare.end()])
    await embedded.stop()
    rmSync(folder, { recursive: true })
  }
}

/** The sample fund with a member, a receipt of two lines, and a committee member who is signed in. */
async function furnish(doors: Doors, sql: postgres.Sql) {
  const now = new Date()
  await doors.asOperator((rows) => saveNewNetwork(rows, Network.parse(tenant('network')), now.getTime()))
  const planned = await planFund(FundDefinition.parse(tenant('kamala')), { doors, plugins, vocabulary: vocabularyOf(plugins), today: now.toISOString().slice(0, 10) })
  assert(planned.ok)
  await applyPlan(doors, planned.value, now)
  const [fund] = await sql<{ id: string }[]>`select id from funds where slug = 'kamala'`
  assert(fund)
  const [personId, memberId, receiptId] = [randomUUID(), randomUUID(), randomUUID()]
  await sql`insert into people ${sql({ id: personId, name: 'มาลี แก้วใส', joined_at: now })}`
  await sql`insert into fund_roles ${sql({ fund_id: fund.id, person_id: personId, role: 'viewer', given_at: now })}`
  const members = Array.from({ length: MEMBERS }, (_, at) => {
    const [id, number] = [at === 0 ? memberId : randomUUID(), String(at + 1)]
    return { fund_id: fund.id, id, number, number_key: number.padStart(6, '0'), first_name: 'สมจิตร', last_name: 'แก้วมณี', name_key: 's', last_name_key: 'k', household_id: id, beneficiaries: sql.json([]), version: 1 }
  })
  await sql`insert into members ${sql(members)}`
  await sql`insert into member_statuses ${sql(members.map(({ id }) => ({ fund_id: fund.id, member_id: id, position: 1, kind: 'applied', happened_on: '2020-01-01', recorded_at: now, recorded_by: personId })))}`
  await sql`insert into receipts ${sql({ fund_id: fund.id, id: receiptId, book: '1', number: '1', member_id: memberId, received_on: '2026-11-01', total_satang: 8000, recorded_at: now, recorded_by: personId })}`
  await sql`insert into receipt_lines ${sql([
    { fund_id: fund.id, receipt_id: receiptId, line: 1, kind: 'entry-fee', amount_satang: 5000, instalments: null, covers_from: null, covers_until: null },
    { fund_id: fund.id, receipt_id: receiptId, line: 2, kind: 'contribution', amount_satang: 3000, instalments: 1, covers_from: '2026-11-01', covers_until: '2026-12-01' },
  ])}`
  await sql`analyze`
  const token = await doors.atGate((rows) => startSession(rows, { personId, device: 'a bench', idleMinutes: 240 }, now))
  return { fundId: fund.id, memberId, receiptId, token }
}

/** The register's first page, confined by these words or by the policies alone. */
const register = (confinedBy: string) => `
  select members.id, members.number, members.title, members.first_name, members.last_name, status.kind, centres.id as centre_id, centres.name as centre_name
  from members
    join lateral (
      select member_statuses.kind from member_statuses
      where member_statuses.fund_id = members.fund_id and member_statuses.member_id = members.id and not exists (
        select from status_withdrawals withdrawn where withdrawn.fund_id = member_statuses.fund_id and withdrawn.member_id = member_statuses.member_id and withdrawn.position = member_statuses.position)
      order by member_statuses.position desc limit 1) status on true
    left join centres on centres.fund_id = members.fund_id and centres.id = members.centre_id
  ${confinedBy}
  order by members.number_key limit 51`

/** The register's query behind the walls of a fund. */
function walledApp(doors: Doors) {
  const query = CompiledQuery.raw(register(''))
  return new Hono<{ Variables: InFund }>()
    .use(async (c, next) => {
      c.set('doors', doors)
      c.set('now', new Date())
      await next()
    })
    .use('/:fund/*', enterFund)
    .get('/:fund/members', async (c) => {
      if (!c.get('visitor')?.roles.includes('viewer')) return c.text('no viewer', 403)
      const { rows } = await c.get('inFund')((fund) => fund.executeQuery(query))
      return c.json(rows)
    })
}

/** The same queries, with nothing around them. */
function bareApp(sql: postgres.Sql, fundId: string) {
  return new Hono()
    .get('/members', async (c) => c.json(await sql.unsafe(register('where members.fund_id = $1'), [fundId], { prepare: true })))
    .get('/receipts/:id', async (c) => c.json(await sql`
      select receipts.id, member_id, book, number, received_on, payer, total_satang, voids.voided_on, voids.reason, line.line, line.kind, line.amount_satang, line.instalments, line.covers_from, line.covers_until
      from receipts
        join receipt_lines line on line.fund_id = receipts.fund_id and line.receipt_id = receipts.id
        left join receipt_voids voids on voids.fund_id = receipts.fund_id and voids.receipt_id = receipts.id
      where receipts.fund_id = ${fundId} and receipts.id = ${c.req.param('id')}`))
}

async function serve(app: { fetch: (request: Request, env: object) => Response | Promise<Response> }) {
  const server = createServer(getRequestListener((request, env) => app.fetch(request, env))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  assert(typeof address === 'object' && address)
  return { url: `http://127.0.0.1:${address.port}`, close: () => { server.close(); server.closeAllConnections() } }
}

/** Reads an address over a connection that is kept, and looks whether this is in the answer. */
function reader(url: string, headers: Record<string, string>, has: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  return () => new Promise<void>((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part) => { text += part }).on('end', () => {
        if (answer.statusCode === 200 && text.includes(has)) resolve()
        else reject(new Error(`${answer.statusCode} ${text}`))
      })
    }).on('error', reject)
  })
}

/** So many reads, as many at once as there are connections. */
const inParallel = (read: () => Promise<void>) => async () => {
  let left = READS_A_ROUND
  const one = async () => { while (left-- > 0) await read() }
  await Promise.all(Array.from({ length: CONNECTIONS }, one))
}
