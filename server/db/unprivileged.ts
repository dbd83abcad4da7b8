import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const NOBODY = 65534

/** How PostgreSQL's programs run here, and where its files may lie. PostgreSQL refuses to run as root. */
export interface Unprivileged {
  folder: string
  start(program: 'initdb' | 'postgres', words: string[], stdio: StdioOptions): ChildProcess
  /** Lets the programs read and write a path that was made by us. */
  handOver(path: string): void
}

/**
 * An ordinary user runs them directly. Root maps itself to nobody in a user namespace, which keeps every path reachable; where
 * namespaces are denied, it becomes nobody, with data and programs moved to where nobody may go.
 */
export function unprivileged(dataFolder: string, binaries: string): Unprivileged {
  if (process.getuid?.() !== 0) return asOneself(dataFolder, binaries)
  return mayMapUser() ? inUserNamespace(dataFolder, binaries) : asNobody(dataFolder, binaries)
}

function asOneself(folder: string, binaries: string): Unprivileged {
  return {
    folder,
    start: (program, words, stdio) => spawn(join(binaries, 'bin', program), words, { stdio, detached: true }),
    handOver: () => undefined,
  }
}

const mapping = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--']

function mayMapUser(): boolean {
  return spawnSync('unshare', [...mapping, 'true']).status === 0
}

function inUserNamespace(folder: string, binaries: string): Unprivileged {
  return {
    folder,
    start: (program, words, stdio) => spawn('unshare', [...mapping, join(binaries, 'bin', program), ...words], { stdio, detached: true }),
    handOver: () => undefined,
  }
}

/** Exported for its test: where namespaces are allowed, nothing else would run it. */
export function asNobody(dataFolder: string, binaries: string, shelter = '/var/lib/sajja'): Unprivileged {
  const folder = everyoneMayReach(dataFolder) ? dataFolder : join(shelter, shortHash(dataFolder))
  const programs = everyoneMayReach(binaries) ? binaries : copyOnce(binaries, join(shelter, `postgres-${shortHash(binaries)}`))
  makeReachable(folder)
  return {
    folder,
    start: (program, words, stdio) => spawn(join(programs, 'bin', program), words, { stdio, detached: true, uid: NOBODY, gid: NOBODY, cwd: '/' }),
    handOver: (path) => chownSync(path, NOBODY, NOBODY),
  }
}

function copyOnce(binaries: string, copy: string): string {
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  makeReachable(dirname(copy))
  cpSync(binaries, draft, { recursive: true, verbatimSymlinks: true })
  makeReachable(draft)
  renameSync(draft, copy)
  return copy
}

function makeReachable(folder: string) {
  if (existsSync(folder) && everyoneMayReach(folder)) return
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o711)
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

function everyoneMayReach(path: string): boolean {
  const mayPass = (statSync(path).mode & 0o001) !== 0
  return mayPass && (dirname(path) === path || everyoneMayReach(dirname(path)))
}
