import { AbortedTransactionError, type CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely'
import postgres from 'postgres'

/** The connection was lost while a transaction was open on it. Nothing of that transaction was kept, unless it was being committed. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/**
 * A few connections of one role, each held by one transaction at a time. Each is a postgres.js client of its own: among several
 * connections of one client, a transaction whose connection breaks may go on, unnoticed, inside somebody else's.
 */
export class Sessions {
  readonly #idle: Session[] = []
  readonly #waiting: ((session: Session) => void)[] = []
  readonly #all: Session[]

  constructor(url: string, applicationName: string, sessionsMax: number) {
    this.#all = Array.from({ length: sessionsMax }, () => new Session(url, applicationName))
    this.#idle.push(...this.#all)
  }

  async acquire(): Promise<Session> {
    return this.#idle.pop() ?? new Promise((resolve) => this.#waiting.push(resolve))
  }

  release(session: Session) {
    const next = this.#waiting.shift()
    if (next) next(session)
    else this.#idle.push(session)
  }

  async end() {
    await Promise.all(this.#all.map((session) => session.end()))
  }
}

class Session implements DatabaseConnection {
  readonly #client: postgres.Sql
  #state: 'closed' | 'open' | 'lost' = 'closed'
  #turn: Promise<unknown> = Promise.resolve()
  /** Whether the open transaction has done nothing but read. */
  #isReading = true

  constructor(url: string, applicationName: string) {
    this.#client = postgres(url, {
      max: 1,
      idle_timeout: 300,
      max_lifetime: null, // would end a connection between two queries of a transaction
      fetch_types: false,
      types: columnTypes,
      onnotice: () => undefined,
      onclose: () => { this.#state = 'lost' },
      connection: { application_name: applicationName, statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 },
    })
  }

  /**
   * Opens a transaction. On an open connection the words travel ahead of the first query, without waiting for their answer: where
   * they fail, so does the query.
   */
  async begin(opening: string) {
    this.#isReading = true
    const begun = this.#client.unsafe(`begin; ${opening}`)
    if (this.#state === 'open') begun.catch(() => undefined)
    else await begun
    this.#state = 'open'
  }

  /** Opens the connection for a query that stands alone. */
  async open() {
    if (this.#state === 'open') return
    await this.#client.unsafe('select')
    this.#state = 'open'
  }

  /** One query at a time: a query that waits behind another in the client would outlive a lost connection, on the next one. */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const wasReading = this.#isReading
    this.#isReading = false // until it is known that this one read too
    const result = await this.#inTurn(() => this.#client.unsafe(query.sql, [...query.parameters] as postgres.ParameterOrJSON<never>[], { prepare: true })) // Kysely does not type its parameters
    this.#isReading = wasReading && result.command === 'SELECT'
    const changed = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command)
    return { rows: [...result] as unknown as Row[], ...(changed && { numAffectedRows: BigInt(result.count) }) } // nor its rows
  }

  streamQuery(): never {
    throw new Error('a confined transaction does not stream')
  }

  /** What has only read has nothing to lose: its end travels ahead of whatever comes next on the connection, and is not waited for. */
  async commit() {
    const committed = this.#inTurn(() => this.#client.unsafe('commit'))
    if (this.#isReading) return void committed.catch(() => undefined)
    const { command } = await committed
    if (command === 'ROLLBACK') throw new AbortedTransactionError()
  }

  async rollback() {
    if (this.#state !== 'lost') await this.#inTurn(() => this.#client.unsafe('rollback'))
  }

  async end() {
    await this.#client.end({ timeout: 5 })
  }

  #inTurn<T>(send: () => PromiseLike<T>): Promise<T> {
    const sent = this.#turn.then(() => {
      if (this.#state === 'lost') throw new ConnectionLost()
      return send()
    })
    this.#turn = sent.catch(() => undefined)
    return sent
  }
}

/** Begins each of its transactions with the words that say whose rows it may see. */
export class ScopedDriver implements Driver {
  readonly #sessions: Sessions
  readonly #opening: string

  constructor(sessions: Sessions, opening: string) {
    this.#sessions = sessions
    this.#opening = opening
  }

  async init() {}
  async destroy() {}
  async acquireConnection() { return this.#sessions.acquire() }
  async releaseConnection(session: Session) { this.#sessions.release(session) }
  async beginTransaction(session: Session) { await session.begin(this.#opening) }
  async commitTransaction(session: Session) { await session.commit() }
  async rollbackTransaction(session: Session) { await session.rollback() }
}

/** Sends each query by itself, with no transaction around it. */
export class SingleDriver extends ScopedDriver {
  override async acquireConnection() {
    const session = await super.acquireConnection()
    await session.open().catch((error: unknown) => {
      void this.releaseConnection(session)
      throw error
    })
    return session
  }
}

/** A day stays the string that it is; a bigint is a number, of which satang never need more than a safe integer. */
const columnTypes = {
  date: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day },
  bigint: { to: 20, from: [20], serialize: (whole: number) => String(whole), parse: parseWhole },
}

function parseWhole(text: string): number {
  const whole = Number(text)
  if (!Number.isSafeInteger(whole)) throw new Error(`${text} is beyond a safe integer`)
  return whole
}
