// Writes anew what is told of the program by the program: server/db/schema.ts and docs/openapi.json. Run by the project's own Node: node_modules/.bin/node scripts/describe.ts
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { plugins } from '../plugins/index.ts'
import { createApp } from '../server/app.ts'
import { describeSchema } from '../server/db/catalogue.ts'
import { startEmbedded } from '../server/db/embedded.ts'
import { migrate } from '../server/db/migrate.ts'
import { openDoors } from '../server/db/scope.ts'

const SECRET = 'only for as long as this script runs'

const folder = mkdtempSync(join(tmpdir(), 'sajja-describe-'))
const embedded = await startEmbedded(folder, (error) => { throw error })
try {
  await migrate(embedded.ownerUrl, SECRET)
  await write('server/db/schema.ts', describeTables)
  await write('docs/openapi.json', describeApi)
} finally {
  await embedded.stop()
  rmSync(folder, { recursive: true })
}

async function write(path: string, describe: () => Promise<string>) {
  writeFileSync(new URL(`../${path}`, import.meta.url), await describe())
}

async function describeTables(): Promise<string> {
  const owner = postgres(embedded.ownerUrl, { max: 1 })
  try {
    return await describeSchema(owner)
  } finally {
    await owner.end()
  }
}

async function describeApi(): Promise<string> {
  const doors = openDoors(embedded.ownerUrl, SECRET)
  const app = createApp({ doors, plugins, origin: 'http://127.0.0.1:3000', secret: SECRET, now: () => new Date() })
  const document = await (await app.request('/api/openapi.json')).json()
  await doors.close()
  return `${JSON.stringify(document, null, 2)}\n`
}
