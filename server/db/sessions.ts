import { AbortedTransactionError, type CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely'
import postgres from 'postgres'

/** The connection was lost while a transaction was open on it. Nothing of that transaction was kept, unless it was being committed. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

const READ_UNENDED_MS_MAX = 50

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

export class Session implements DatabaseConnection {
  readonly #client: postgres.Sql
  #state: 'closed' | 'open' | 'lost' = 'closed'
  #turn: Promise<unknown> = Promise.resolve()
  /** Whether the open transaction has done nothing but read. */
  #isReading = true
  #unended: NodeJS.Timeout | undefined

  constructor(url: string, applicationName: string) {
    this.#client = connect(url, applicationName, () => {
      this.#state = 'lost'
      this.#takeUnended()
    })
  }

  /**
   * Opens a transaction. On an open connection the words travel ahead of the first query, without waiting for their answer: where
   * they fail, so does the query.
   */
  async begin(opening: string) {
    const begun = this.#client.unsafe(this.#takeUnended() ? `commit; begin; ${opening}` : `begin; ${opening}`)
    this.#isReading = true
    if (this.#state === 'open') begun.catch(() => undefined)
    else await begun
    this.#state = 'open'
  }

  /** One query at a time: a query that waits behind another in the client would outlive a lost connection, on the next one. */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const wasReading = this.#isReading
    this.#isReading = false // until it is known that this one read too
    const result = await this.#inTurn(() => send(this.#client, query))
    this.#isReading = wasReading && result.command === 'SELECT'
    return resultOf(result)
  }

  streamQuery(): never {
    throw new Error('a confined transaction does not stream')
  }

  /**
   * What has only read has nothing to lose: its end is not waited for, and travels with the beginning of the next transaction, or alone
   * where none follows at once.
   */
  async commit() {
    if (this.#isReading) {
      this.#unended = setTimeout(() => { if (this.#takeUnended()) this.#client.unsafe('commit').catch(() => undefined) }, READ_UNENDED_MS_MAX)
      return
    }
    const { command } = await this.#inTurn(() => this.#client.unsafe('commit'))
    if (command === 'ROLLBACK') throw new AbortedTransactionError()
  }

  async rollback() {
    if (this.#state !== 'lost') await this.#inTurn(() => this.#client.unsafe('rollback'))
  }

  async end() {
    this.#takeUnended()
    await this.#client.end({ timeout: 5 })
  }

  /** Whether a transaction that only read has still to be ended; whoever asks ends it. */
  #takeUnended(): boolean {
    const isUnended = this.#unended !== undefined
    clearTimeout(this.#unended)
    this.#unended = undefined
    return isUnended
  }

  #inTurn<T>(send: () => PromiseLike<T>): Promise<T> {
    const sent = this.#turn.then(() => {
      if (this.#state === 'lost') throw new ConnectionLost()
      return send().then((result) => result, (error: unknown) => { throw this.#state === 'lost' ? new ConnectionLost('while a query was under way', { cause: error }) : error })
    })
    this.#turn = sent.catch(() => undefined)
    return sent
  }
}

/**
 * Queries of one role that stand alone: they travel behind one another on one connection, without waiting for each other's answers. A
 * connection that breaks fails those under way, and the next query makes it anew.
 */
export class Glances implements DatabaseConnection {
  readonly #client: postgres.Sql

  constructor(url: string, applicationName: string) {
    this.#client = connect(url, applicationName)
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return resultOf(await send(this.#client, query))
  }

  streamQuery(): never {
    throw new Error('a glance does not stream')
  }

  async end() {
    await this.#client.end({ timeout: 5 })
  }
}

function connect(url: string, applicationName: string, onclose?: () => void): postgres.Sql {
  return postgres(url, {
    max: 1,
    idle_timeout: 300,
    max_lifetime: null, // would end a connection between two queries of a transaction
    fetch_types: false,
    types: columnTypes,
    onnotice: () => undefined,
    ...(onclose && { onclose }),
    connection: {
      application_name: applicationName,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
      plan_cache_mode: 'force_generic_plan', // a page's limit is a parameter, for which it would plan anew each time
    },
  })
}

/** What bears no parameters would go as plain text, and be planned anew each time, if it were not `simple: false`, which the types do not know. */
const PREPARED: postgres.UnsafeQueryOptions & { simple: false } = { prepare: true, simple: false }

const send = (client: postgres.Sql, { sql, parameters }: CompiledQuery) =>
  client.unsafe(sql, [...parameters] as postgres.ParameterOrJSON<never>[], PREPARED) // Kysely does not type its parameters

function resultOf<Row>(result: postgres.RowList<postgres.Row[]>): QueryResult<Row> {
  const changed = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command)
  return { rows: [...result] as unknown as Row[], ...(changed && { numAffectedRows: BigInt(result.count) }) } // nor its rows
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
