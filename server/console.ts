import { serveStatic } from '@hono/node-server/serve-static'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Context, Hono } from 'hono'
import type { Entered } from './http/room.ts'
import { StartRefused } from './start-refused.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = join(ROOT, 'dist', 'web')
const STAMP = join(ROOT, 'dist', 'web.sources')
const SOURCES = ['web/**/*', 'plugins/**/*', 'vite.config.ts', 'package-lock.json']

/** Builds the console if its sources have changed since it was last built, and gives the folder it is in. */
export async function buildConsole(): Promise<string> {
  const sources = hashOfSources()
  if (existsSync(FOLDER) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return FOLDER

  console.log('กำลังสร้างหน้าจอ… · Building the console…')
  const draft = `${FOLDER}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  const vite = spawn(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn'], { cwd: ROOT, stdio: 'inherit' })
  const [exitCode] = await once(vite, 'exit')
  if (exitCode !== 0) {
    rmSync(draft, { recursive: true })
    throw new StartRefused('สร้างหน้าจอไม่สำเร็จ ดูข้อความข้างบน', 'The console cannot be built: see above.')
  }

  compress(draft)
  rmSync(FOLDER, { recursive: true, force: true })
  renameSync(draft, FOLDER)
  writeFileSync(STAMP, sources)
  return FOLDER
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const name of SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).toSorted()) {
    const path = join(ROOT, name)
    if (statSync(path).isFile()) hash.update(name).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/** Beside each text file its compressed forms: the line to the village is slow, and this is paid once. */
function compress(folder: string) {
  for (const name of globSync('**/*.{html,js,css,svg,json}', { cwd: folder })) {
    const content = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content))
  }
}

/** Serves the console's files; its one page answers at every address that is not a file or the API's. */
export function serveConsole(app: Hono<{ Variables: Entered }>, folder: string) {
  const file = serveStatic({ root: folder, precompressed: true, onFound: keepFor })
  const page = serveStatic({ root: folder, path: 'index.html', precompressed: true, onFound: keepFor })
  app.get('/*', (c, next) => (c.req.path.startsWith('/api') ? next() : file(c, next)))
  app.get('/*', (c, next) => (c.req.path.startsWith('/api') || /\.[^/]*$/.test(c.req.path) ? next() : page(c, next)))
}

/** What carries its hash in its name never changes; the page that names it is asked for anew. */
function keepFor(path: string, c: Context) {
  c.header('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
}
