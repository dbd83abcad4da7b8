import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { StartRefused } from '../start-refused.ts'
import { openCluster, type Cluster } from './cluster.ts'
import { findPostmaster, stopPostmaster, within } from './postmaster.ts'
import { derivePassword, keptSecret } from './secret.ts'

const DATABASE = 'sajja'
const OWNER = 'sajja_owner'
const SUPERUSER = 'postgres'
const FOLDER_LOCK = 7242

/** A PostgreSQL of our own, in the data folder, on loopback. */
export interface Embedded {
  ownerUrl: string
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on the data folder and keeps it running until `stop`: where it dies, it is started again on the same port.
 * `onLost` is told when that fails. Refuses a folder that another start is using.
 */
export async function startEmbedded(dataFolder: string, onLost: (error: unknown) => void): Promise<Embedded> {
  const secret = keptSecret(dataFolder)
  const url = urls(secret)
  const cluster = await openCluster(dataFolder, derivePassword(secret, SUPERUSER))
  await settleEarlier(cluster, dataFolder, (port) => url(SUPERUSER, port, SUPERUSER))

  const port = await findFreePort()
  const keeperUrl = url(SUPERUSER, port, SUPERUSER)
  await startPostgres(cluster, port)
  let stopping = false
  let keeper = await holdFolder(keeperUrl, dataFolder, revive)
  await furnish(keeperUrl, derivePassword(secret, OWNER))

  async function revive() {
    if (stopping) return
    try {
      await startPostgres(cluster, port)
      keeper = await holdFolder(keeperUrl, dataFolder, revive)
    } catch (error) {
      onLost(error)
    }
  }

  return {
    ownerUrl: url(OWNER, port),
    async stop() {
      stopping = true
      await keeper.end()
      const running = findPostmaster(cluster.directory)
      if (running) await stopPostmaster(running.pid)
    },
  }
}

/** The PostgreSQL that a running program keeps, for a command beside it; where none runs, one for as long as the command. */
export async function visitEmbedded(dataFolder: string): Promise<Embedded> {
  const secret = keptSecret(dataFolder)
  const { directory } = await openCluster(dataFolder, derivePassword(secret, SUPERUSER))
  const running = findPostmaster(directory)
  if (running?.ready) return { ownerUrl: urls(secret)(OWNER, running.port), stop: async () => {} }
  return startEmbedded(dataFolder, (error) => { throw error })
}

const urls = (secret: string) => (role: string, port: number, database = DATABASE) =>
  `postgres://${role}:${derivePassword(secret, role)}@127.0.0.1:${port}/${database}`

/**
 * A killed program leaves its PostgreSQL running. The lock that every running program holds tells an orphan, which is stopped, from
 * one that is in use.
 */
async function settleEarlier(cluster: Cluster, dataFolder: string, keeperUrl: (port: number) => string) {
  await within(10_000, () => findPostmaster(cluster.directory)?.ready ?? true)
  const earlier = findPostmaster(cluster.directory)
  if (!earlier) return
  const keeper = await holdFolder(keeperUrl(earlier.port), dataFolder, () => undefined)
  await keeper.end()
  await stopPostmaster(earlier.pid)
}

/** Holds the folder for this program with a lock that ends with its connection, however the program ends. */
async function holdFolder(url: string, folder: string, onLost: () => void) {
  let held = false
  const keeper = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    connection: { application_name: 'sajja keeper' },
    onclose: () => held && onLost(),
  })
  held = await takeLock(keeper, folder)
  if (held) return keeper

  await keeper.end()
  throw new StartRefused(
    `มีโปรแกรมเปิดใช้ข้อมูลใน ${folder} อยู่แล้ว ปิดตัวนั้นก่อน หรือตั้ง DATA_DIR เป็นโฟลเดอร์อื่น`,
    `Another start is using the data in ${folder}: stop that one first, or set DATA_DIR to another folder.`,
  )
}

/** Tries again for a while: a PostgreSQL that recovers from a crash closes the door a few times. */
async function takeLock(keeper: postgres.Sql, folder: string, attemptsLeft = 40): Promise<boolean> {
  try {
    const [lock] = await keeper<[{ taken: boolean }]>`select pg_try_advisory_lock(${FOLDER_LOCK}) as taken`
    return lock.taken
  } catch (cause) {
    if (cause instanceof postgres.PostgresError && cause.code === '28P01') {
      throw new StartRefused(
        `ไฟล์ secret ใน ${folder} ไม่ใช่ของฐานข้อมูลนี้ นำไฟล์ secret เดิมกลับมา`,
        `The file secret in ${folder} is not the one of this database: put the former one back.`,
        { cause },
      )
    }
    if (attemptsLeft === 0) throw cause
    await pause(250)
    return takeLock(keeper, folder, attemptsLeft - 1)
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  if (address === null || typeof address === 'string') throw new Error('a listening port has an address')
  probe.close()
  await once(probe, 'close')
  return address.port
}

/** Tries for ten seconds: the processes of a killed PostgreSQL hold its memory until they notice. */
async function startPostgres(cluster: Cluster, port: number) {
  const isReady = () => findPostmaster(cluster.directory)?.ready === true
  for (let attempt = 0; attempt < 40 && !isReady(); attempt += 1) {
    const started = spawnPostgres(cluster, port)
    await within(60_000, () => started.exitCode !== null || isReady())
    if (started.exitCode !== null) await pause(250)
  }
  if (isReady()) return
  const lastWords = readFileSync(cluster.logFile, 'utf8').trim().split('\n').slice(-3).join(' ')
  throw new StartRefused(`เปิดฐานข้อมูลไม่ได้: ${lastWords}`, `The database does not start: ${lastWords}`)
}

function spawnPostgres(cluster: Cluster, port: number) {
  const log = openSync(cluster.logFile, 'a', 0o600)
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 60,
    shared_buffers: '128MB',
    timezone: 'UTC',
    jit: 'off',
    log_min_messages: 'warning',
    // The details of an error quote the row: no personal data in a log.
    log_error_verbosity: 'terse',
  }
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const started = cluster.programs.start('postgres', ['-D', cluster.directory, ...words], ['ignore', log, log])
  closeSync(log)
  started.unref()
  return started
}

/** The owner and the database, on the first start or where the first start was cut short. */
async function furnish(serverUrl: string, ownerPassword: string) {
  const server = postgres(serverUrl, { max: 1, fetch_types: false, onnotice: () => undefined })
  try {
    const [found] = await server`select from pg_database where datname = ${DATABASE}`
    if (found) return
    await server.unsafe(`drop role if exists ${OWNER}; create role ${OWNER} login createrole nosuperuser nobypassrls password '${ownerPassword}'`)
    await server.unsafe(`create database ${DATABASE} owner ${OWNER} template template0`)
  } finally {
    await server.end()
  }
}
