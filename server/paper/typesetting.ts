import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { Problem } from '../http/problem.ts'

/** A sheet that is to be typeset: its template below `server/`, and what is written on it as JSON. */
export interface Order {
  id: number
  template: string
  sheet: string
  /** A PDF, or a picture whose pages stand one under the other. */
  as: 'pdf' | 'svg'
}

export type Outcome = { id: number } & ({ bytes: Uint8Array } | { fault: string })

/** How many may wait at once: beyond, one is asked to come back. A sheet takes some tenths of a second. */
const WAITING_MAX = 40
const SECONDS_MAX = 30
const KEPT_BYTES_MAX = 32 * 1024 * 1024

/** What was typeset, the longest unused first. The same sheet gives the same bytes, so nothing in here grows stale. */
const kept = new Map<string, Promise<Uint8Array>>()
let keptBytes = 0

/** A sheet as PDF or picture. Throws `unavailable` where too many wait. */
export function typeset(template: string, sheet: object, as: Order['as']): Promise<Uint8Array> {
  const written = JSON.stringify(sheet)
  const key = createHash('sha256').update(`${template}\n${as}\n${written}`).digest('hex')
  const done = kept.get(key)
  if (done) {
    kept.delete(key)
    kept.set(key, done)
    return done
  }
  const work = order({ template, sheet: written, as })
  kept.set(key, work)
  work.then((bytes) => keep(bytes.byteLength), () => kept.delete(key))
  return work
}

async function keep(bytes: number) {
  keptBytes += bytes
  for (const [key, work] of kept) {
    if (keptBytes <= KEPT_BYTES_MAX) return
    kept.delete(key)
    keptBytes -= (await work).byteLength
  }
}

interface Waiting {
  done: (bytes: Uint8Array) => void
  failed: (error: Error) => void
}

/** One thread typesets for the whole process, begun by the first sheet: typst would hold up every other answer meanwhile. */
let press: Worker | undefined
const waiting = new Map<number, Waiting>()
let lastId = 0

function order(asked: Omit<Order, 'id'>): Promise<Uint8Array> {
  if (waiting.size >= WAITING_MAX) throw new Problem('unavailable')
  const id = lastId += 1
  press ??= startPress()
  const running = press
  const result = new Promise<Uint8Array>((done, failed) => { waiting.set(id, { done, failed }) })
  const overtime = setTimeout(() => { void running.terminate() }, SECONDS_MAX * 1000 * waiting.size)
  running.ref()
  running.postMessage({ id, ...asked } satisfies Order) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
  return result.finally(() => {
    clearTimeout(overtime)
    waiting.delete(id)
    if (waiting.size === 0) running.unref()
  })
}

function startPress(): Worker {
  const worker = new Worker(new URL('typesetting-worker.ts', import.meta.url))
  worker.on('message', (outcome: Outcome) => {
    const asked = waiting.get(outcome.id)
    if ('bytes' in outcome) asked?.done(outcome.bytes)
    else asked?.failed(new Error(`typst: ${outcome.fault}`))
  })
  worker.on('error', (error) => { console.error('the press broke down:', error) })
  worker.on('exit', () => {
    press = undefined
    for (const { failed } of waiting.values()) failed(new Problem('unavailable'))
  })
  return worker
}
