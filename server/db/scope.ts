import { AbortedTransactionError, DefaultQueryExecutor, DummyDriver, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, Transaction, type DatabaseConnection, type Dialect } from 'kysely'
import { doorUrl, type Door } from './roles.ts'
import type { Schema } from './schema.ts'
import { Glances, Sessions, type Session } from './sessions.ts'

/** What each door shows. The grants of the migrations say the same to the database. */
export type GateRows = Transaction<Pick<Schema,
  | 'networks' | 'funds' | 'people' | 'fund_roles' | 'network_roles' | 'operators' | 'sessions' | 'passkeys' | 'passkey_challenges' | 'invitations' | 'sign_in_failures'
>>
export type FundRows = Transaction<Pick<Schema, 'networks' | 'funds' | 'fund_settings' | 'regulations' | 'regulation_recalls' | 'notices' | 'notice_recalls' | 'figure_events' | 'figures' | 'draft_guests' | LearningTables | SharedTables | DraftsTables | MembersTables | ContributionsTables | ClaimsTables>>
type DraftsTables = 'drafts' | 'draft_events' | 'neighbours'
type MembersTables = 'centres' | 'members' | 'member_statuses' | 'status_withdrawals' | 'member_events'
type ContributionsTables = 'contribution_plans' | 'receipts' | 'receipt_lines' | 'receipt_voids' | 'repeatable_requests'
type ClaimsTables = 'claims' | 'claim_years' | 'claim_certifications' | 'claim_decisions' | 'limit_counters' | 'claim_charges' | 'claim_payments' | 'claim_events'
export type NetworkRows = Transaction<Pick<Schema, 'networks' | 'funds' | 'notices' | 'notice_recalls' | 'figures' | 'network_neighbours' | 'draft_guests' | 'endorsements' | LearningTables | SharedTables>>
type SharedTables = 'pack_owners' | 'shared_packs'
type LearningTables = 'model_areas' | 'gatherings' | 'attendances' | 'questions' | 'answers'
export type OperatorRows = Transaction<Pick<Schema, 'networks' | 'funds' | 'invitations' | 'fund_suspensions'>>

/** Work on the rows behind a door: one transaction, kept when the work is done and undone when it throws. */
type Enter<Rows> = <T>(work: (rows: Rows) => Promise<T>) => Promise<T>

/** The four ways to the rows, and the only ones. */
export interface Doors {
  atGate: Enter<GateRows>
  /** A look through the gate: each query stands by itself, so that who passes it does not pay for a transaction. */
  glance: Enter<GateRows>
  inFund: (fundId: string) => Enter<FundRows>
  inNetwork: (networkId: string) => Enter<NetworkRows>
  /** The same for its officers, who also write there. */
  actInNetwork: (networkId: string) => Enter<NetworkRows>
  asOperator: Enter<OperatorRows>
  close: () => Promise<void>
}

const SESSIONS_MAX: Record<Door, number> = { gate: 4, fund: 16, network: 4, operator: 2 }

/** Opens the doors to the database of this owner. Connections are made when they are first needed. */
export function openDoors(ownerUrl: string, secret: string): Doors {
  const open = (door: Door) => new Sessions(doorUrl(ownerUrl, door, secret), `sajja ${door}`, SESSIONS_MAX[door])
  const gate = open('gate')
  const glances = new Glances(doorUrl(ownerUrl, 'gate', secret), 'sajja gate')
  const glanced = rowsOver(() => glances) as unknown as GateRows // what a transaction can do, a single query can
  const fund = open('fund')
  const network = open('network')
  const operator = open('operator')

  return {
    atGate: (work) => confined(gate, '', work),
    glance: (work) => work(glanced),
    inFund: (fundId) => (work) => confined(fund, `set local app.fund_id = '${uuid(fundId)}'`, work),
    inNetwork: (networkId) => (work) => confined(network, `set transaction read only; set local app.network_id = '${uuid(networkId)}'`, work),
    actInNetwork: (networkId) => (work) => confined(network, `set local app.network_id = '${uuid(networkId)}'`, work),
    asOperator: (work) => confined(operator, '', work),
    async close() {
      await Promise.all([gate, glances, fund, network, operator].map((each) => each.end()))
    },
  }
}

/** One transaction that begins with these words, on a session that nobody else has meanwhile. */
async function confined<Rows, T>(sessions: Sessions, opening: string, work: (rows: Rows) => Promise<T>): Promise<T> {
  const session = await sessions.acquire()
  let isOver = false
  const rows = rowsOver(() => {
    if (isOver) throw new Error('the transaction of these rows is over')
    return session
  })
  try {
    await session.begin(opening)
    return await keptOrUndone(session, () => work(rows as Rows)) // a door's type shows fewer tables than there are
  } finally {
    isOver = true
    sessions.release(session)
  }
}

async function keptOrUndone<T>(session: Session, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work()
    await session.commit()
    return result
  } catch (error) {
    if (!(error instanceof AbortedTransactionError)) await session.rollback()
    throw error
  }
}

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()
const driver = new DummyDriver() // connections come from the executor, transactions from confined
const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => compiler,
}

/** Kysely over the connection that is given at each query. It costs microseconds and holds nothing. */
const rowsOver = (connection: () => DatabaseConnection) =>
  new Transaction<Schema>({ config: { dialect }, dialect, driver, executor: new DefaultQueryExecutor(compiler, adapter, { provideConnection: async (use) => use(connection()) }) })

/** SET takes no parameters, so what is written into it is a uuid and nothing else. */
function uuid(id: string): string {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)) throw new Error(`not a uuid: ${JSON.stringify(id)}`)
  return id
}
