import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { findPostmaster, stopPostmaster, within } from '../../server/db/postmaster.ts'

/** A data folder of its own for the running test; whatever still runs on it at the end is stopped. */
export function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sajja-start-'))
  onTestFinished(async () => {
    const left = findPostmaster(join(folder, 'postgres'))
    if (left) await stopPostmaster(left.pid)
    rmSync(folder, { recursive: true })
  })
  return folder
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  if (address === null || typeof address === 'string') throw new Error('a listening port has an address')
  probe.close()
  await once(probe, 'close')
  return address.port
}

/** A command of the project, with only these settings of ours in its environment. */
export function run(words: string[], settings: Record<string, string>) {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  const child = spawn(process.execPath, words, { env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { said += text })
  onTestFinished(() => { child.kill('SIGKILL') })
  const ended = once(child, 'close').then(([exitCode]) => ({ exitCode: exitCode as number | null, said })) // what `close` passes on
  return { pid: child.pid ?? 0, kill: (signal: NodeJS.Signals) => child.kill(signal), ended, isReady: () => /Ready at/.test(said), hasEnded: () => child.exitCode !== null, said: () => said }
}

/** The program, ready to answer. */
export async function start(settings: Record<string, string> = {}) {
  const port = await freePort()
  const program = run(['server/main.ts'], { PORT: String(port), DATA_DIR: settings.DATA_DIR ?? newDataFolder(), TRIAL: 'empty', ...settings })
  await within(50_000, () => program.isReady() || program.hasEnded())
  if (!program.isReady()) throw new Error(`the program did not start: ${program.said()}`)
  return { ...program, port, get: (path: string) => fetch(`http://127.0.0.1:${port}${path}`) }
}
