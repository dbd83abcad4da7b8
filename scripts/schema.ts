import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { describeSchema } from '../server/db/catalogue.ts'
import { startEmbedded } from '../server/db/embedded.ts'
import { migrate } from '../server/db/migrate.ts'

// Migrates an empty database and writes server/db/schema.ts from what is there then.
const folder = mkdtempSync(join(tmpdir(), 'sajja-schema-'))
const embedded = await startEmbedded(folder, (error) => { throw error })
try {
  await migrate(embedded.ownerUrl, 'only for as long as this script runs')
  const owner = postgres(embedded.ownerUrl, { max: 1 })
  writeFileSync(new URL('../server/db/schema.ts', import.meta.url), await describeSchema(owner))
  await owner.end()
} finally {
  await embedded.stop()
  rmSync(folder, { recursive: true })
}
