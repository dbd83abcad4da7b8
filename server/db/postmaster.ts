import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What a running PostgreSQL says about itself in its data directory. */
export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

/** The PostgreSQL that runs on a data directory, or undefined where none does: a killed one leaves its file behind. */
export function findPostmaster(directory: string): Postmaster | undefined {
  const file = join(directory, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!isRunning(pid) || !isOn(directory, pid)) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** A zombie, which nobody has waited for, is dead. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const stat = `/proc/${pid}/stat`
  return !existsSync(stat) || !/\) [ZX]/.test(readFileSync(stat, 'utf8'))
}

/** Asks it to disconnect everyone and stop; after ten seconds, to stop as it is: what was committed is in its log either way. */
export async function stopPostmaster(pid: number) {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (isRunning(pid)) process.kill(pid, signal)
    if (await within(10_000, () => !isRunning(pid))) return
  }
  throw new Error(`postgres ${pid} does not stop`)
}

/** Waits until something holds, looking every few milliseconds; false where it never did. */
export async function within(milliseconds: number, holds: () => boolean): Promise<boolean> {
  const endsAt = performance.now() + milliseconds
  while (!holds()) {
    if (performance.now() > endsAt) return false
    await pause(10)
  }
  return true
}

/** After a restart of the machine, another program may wear the pid of the file. */
function isOn(directory: string, pid: number): boolean {
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').split('\0').includes(directory)
}
