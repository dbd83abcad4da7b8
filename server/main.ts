import { getRequestListener } from '@hono/node-server'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createApp } from './app.ts'
import { buildConsole, serveConsole } from './console.ts'
import { startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { openDoors } from './db/scope.ts'
import { keptSecret } from './db/secret.ts'
import { fillTrial } from './filling.ts'
import { applyTenants } from './funds/tenants.ts'
import { waysIn } from './people/ways-in.ts'
import { admitPlugins } from './plugin-guard.ts'
import { openDataFolder, readSettings, type Settings } from './settings.ts'
import { StartRefused } from './start-refused.ts'

/** A proxy before it keeps idle connections for a minute as a rule, and must be the first to close them: otherwise it sends a request into one that has just gone. */
const IDLE_MS = 75_000

/** What has been opened, and is closed in the opposite order. */
const opened: (() => Promise<void>)[] = []

await start().catch(giveUp)

async function start() {
  const settings = readSettings(process.env)
  openDataFolder(settings.dataFolder)

  // The port is taken first, since that fails soonest; requests wait until the house is furnished.
  const server = createServer({ requestTimeout: 30_000, keepAliveTimeout: IDLE_MS }, getRequestListener(async (request, env) => (await app).fetch(request, env)))
  await listen(server, settings)
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const app = furnish(settings)
  await app
  console.log(`\nพร้อมใช้ที่ ${settings.origin} · หยุดด้วย Ctrl-C\nReady at ${settings.origin} · Ctrl-C stops it · for programs: ${settings.origin}/api\n`)
}

async function furnish(settings: Settings) {
  const plugins = await admitPlugins(() => import('../plugins/index.ts'))
  const secret = settings.secret ?? keptSecret(settings.dataFolder)
  const ownerUrl = settings.databaseUrl ?? await openEmbedded(settings.dataFolder)
  await migrate(ownerUrl, secret)

  const doors = openDoors(ownerUrl, secret)
  opened.push(doors.close)
  await applyTenants(doors, plugins, new Date())
  const ways = await waysIn(doors, settings, new Date())
  const filling = await fillTrial(doors, { trial: settings.isTrial ? settings.trial : 'empty', ownerUrl, secret }, new Date())
  opened.push(filling.stop)
  const app = createApp({ doors, plugins, origin: settings.origin, secret, now: () => new Date(), beingFilled: filling.left })
  serveConsole(app, await buildConsole())
  await filling.firstFilled
  console.log(ways)
  return app
}

async function openEmbedded(dataFolder: string): Promise<string> {
  console.log('กำลังเปิดฐานข้อมูล… · Opening the database…')
  const embedded = await startEmbedded(dataFolder, giveUp)
  opened.push(embedded.stop)
  return embedded.ownerUrl
}

async function listen(server: Server, { port, host }: Settings) {
  server.listen(port, host)
  await once(server, 'listening').catch((cause: unknown) => {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'EADDRINUSE') {
      throw new StartRefused(
        `พอร์ต ${port} มีโปรแกรมอื่นใช้อยู่ อาจเป็นสัจจะที่เปิดไว้แล้ว ปิดตัวนั้นก่อน หรือตั้ง PORT เป็นเลขอื่น`,
        `Port ${port} is in use, perhaps by a Sajja that is already running: stop that one first, or set PORT to another number.`,
        { cause },
      )
    }
    throw new StartRefused(`เปิดพอร์ต ${port} ที่ ${host} ไม่ได้ (${code})`, `Port ${port} at ${host} cannot be opened (${code}).`, { cause })
  })
  opened.push(async () => {
    server.close()
    server.closeAllConnections()
  })
}

async function stop() {
  await closeAll()
  process.exit(0)
}

async function giveUp(error: unknown) {
  if (error instanceof StartRefused) console.error(`${error.text.th}\n${error.text.en}`)
  else console.error('เริ่มไม่สำเร็จ · The program cannot go on:', error)
  await closeAll()
  process.exit(1)
}

async function closeAll() {
  for (let close = opened.pop(); close; close = opened.pop()) await close()
}
