// Runs before `npm start` and `npm test`, on whatever Node (18 or later) the machine has: plain JavaScript, no packages.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const lockFile = join(root, 'package-lock.json')
const stampFile = join(root, 'node_modules', '.installed')

const lockHash = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
const installedHash = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''
if (installedHash !== lockHash) install()

function install() {
  console.log('กำลังติดตั้งส่วนประกอบ ใช้เวลาราวครึ่งนาที… · Installing what is missing, about half a minute…')
  const startedAt = Date.now()

  // `install`, not `ci`: the lockfile may lack packages of other platforms. `--no-save` keeps it as it is in git.
  const words = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const npmProgram = process.env.npm_execpath
  const npm = npmProgram
    ? spawnSync(process.execPath, [npmProgram, ...words], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (npm.status !== 0) fail('ติดตั้งไม่สำเร็จ ดูข้อความข้างบน แล้วลองอีกครั้ง · The installation failed: see above, then try again.')

  const ownNode = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (!existsSync(ownNode)) {
    fail(`ไม่มี Node 22 สำหรับ ${process.platform}-${process.arch} · There is no Node 22 package for ${process.platform}-${process.arch}.`)
  }

  writeFileSync(stampFile, lockHash)
  console.log(`ติดตั้งเสร็จใน ${Math.round((Date.now() - startedAt) / 1000)} วินาที · Installed.`)
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
