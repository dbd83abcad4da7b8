import { accessSync, constants, mkdirSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { StartRefused } from './start-refused.ts'

/** What the environment says about this installation. */
export interface Settings {
  port: number
  host: string
  dataFolder: string
  /** Absent: the embedded PostgreSQL in the data folder. */
  databaseUrl: string | undefined
  /** Where browsers find it; always set where the host is not loopback. */
  origin: string
  secret: string | undefined
  /** Started to be tried: on this machine alone, with the embedded database, and not in earnest (NODE_ENV=production). */
  isTrial: boolean
  /** Which sample funds a trial fills with invented people and books. */
  trial: Trial
}

/** All of them, the first alone, or none. */
export type Trial = 'province' | 'fund' | 'empty'

/** Reads PORT, HOST, DATA_DIR, DATABASE_URL, SECRET, ORIGIN, NODE_ENV and TRIAL. Refuses what cannot be meant. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const port = readPort(environment.PORT || '3000')
  const host = environment.HOST || '127.0.0.1'
  const origin = readOrigin(environment.ORIGIN || undefined)

  if (!isLoopback(host) && !origin?.startsWith('https://')) {
    throw new StartRefused(
      `HOST=${host} เปิดให้เครื่องอื่นเข้าถึง จึงต้องตั้ง ORIGIN เป็นที่อยู่ https เช่น ORIGIN=https://fund.example.org`,
      `HOST=${host} opens the program to other machines, so ORIGIN must be an https address, such as ORIGIN=https://fund.example.org.`,
    )
  }
  return {
    port,
    host,
    dataFolder: resolve(environment.DATA_DIR || '.data'),
    databaseUrl: readDatabaseUrl(environment.DATABASE_URL || undefined),
    origin: origin ?? `http://localhost:${port}`, // a passkey belongs to a name, never to the number of an address
    secret: readGivenSecret(environment.SECRET || undefined),
    isTrial: environment.NODE_ENV !== 'production' && !environment.DATABASE_URL && isLoopback(host) && !origin,
    trial: readTrial(environment.TRIAL || 'province'),
  }
}

/** Makes sure that the data folder is there and may be written to. */
export function openDataFolder(dataFolder: string) {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    accessSync(dataFolder, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new StartRefused(
      `เขียนลงโฟลเดอร์ข้อมูล ${dataFolder} ไม่ได้ ตั้ง DATA_DIR เป็นโฟลเดอร์ที่เขียนได้`,
      `The data folder ${dataFolder} cannot be written to: set DATA_DIR to a folder that can.`,
      { cause },
    )
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65535) return port
  throw new StartRefused(`PORT=${text} ไม่ใช่หมายเลขพอร์ต ต้องเป็นเลข 1 ถึง 65535`, `PORT=${text} is not a port: it must be a number from 1 to 65535.`)
}

function readOrigin(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && (url.protocol === 'https:' || url.protocol === 'http:') && url.origin === text.replace(/\/$/, '')) return url.origin
  throw new StartRefused(
    `ORIGIN=${text} ไม่ใช่ที่อยู่เว็บ ต้องเป็นเช่น https://fund.example.org`,
    `ORIGIN=${text} is not the address of a site: it must look like https://fund.example.org.`,
  )
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text
  throw new StartRefused(
    'DATABASE_URL ไม่ใช่ที่อยู่ฐานข้อมูล ต้องเป็นเช่น postgres://owner:password@localhost:5432/sajja',
    'DATABASE_URL is not the address of a database: it must look like postgres://owner:password@localhost:5432/sajja.',
  )
}

function readGivenSecret(text: string | undefined): string | undefined {
  if (text === undefined || text.length >= 32) return text
  throw new StartRefused('SECRET สั้นเกินไป ต้องมีอย่างน้อย 32 ตัวอักษร', 'SECRET is too short: it needs at least 32 characters.')
}

function readTrial(text: string): Trial {
  if (text === 'province' || text === 'fund' || text === 'empty') return text
  throw new StartRefused(`TRIAL=${text} ไม่มี ตั้งได้เป็น province, fund หรือ empty`, `TRIAL=${text} is unknown: it may be province, fund or empty.`)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}
