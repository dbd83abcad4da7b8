// npm run fund -- apply FILE | export SLUG
import { readFileSync } from 'node:fs'
import { vocabularyOf } from '../plugins/kit/plugin.ts'
import { plugins } from '../plugins/index.ts'
import { visitEmbedded } from '../server/db/embedded.ts'
import { migrate } from '../server/db/migrate.ts'
import { openDoors, type Doors } from '../server/db/scope.ts'
import { keptSecret } from '../server/db/secret.ts'
import { applyPlan, planFund } from '../server/funds/apply.ts'
import { FundDefinition, readDefinition, type Read } from '../server/funds/definition.ts'
import { exportFund } from '../server/funds/export.ts'
import { sentencesOf } from '../server/funds/sentences.ts'
import { Problem } from '../server/http/problem.ts'
import { todayInThailand } from '../server/http/today.ts'
import { openDataFolder, readSettings } from '../server/settings.ts'
import { StartRefused } from '../server/start-refused.ts'

const [command, argument] = process.argv.slice(2)

if (argument !== undefined && command === 'apply') await withDoors((doors) => apply(doors, argument))
else if (argument !== undefined && command === 'export') await withDoors(async (doors) => { console.log(JSON.stringify(await exportFund(doors, argument, plugins), null, 2)) })
else {
  console.error('npm run fund -- apply FILE · npm run fund -- export SLUG')
  process.exitCode = 2
}

/** Checks the file, prints what it would change, and changes it. Applying it once more changes nothing. */
async function apply(doors: Doors, file: string) {
  const now = new Date()
  const vocabulary = vocabularyOf(plugins)
  const definition = accepted(file, readDefinition(readFileSync(file, 'utf8'), FundDefinition))
  const plan = definition && accepted(file, await planFund(definition, { doors, plugins, vocabulary, today: todayInThailand(now) }))
  if (!plan) return
  if (plan.changes.length === 0) {
    console.log(`${plan.slug}: ไม่มีอะไรเปลี่ยน · nothing changes`)
    return
  }
  for (const { th, en } of plan.changes.flatMap((change) => sentencesOf(change, vocabulary))) console.log(`${th}\n  ${en}`)
  await applyPlan(doors, plan, now)
  console.log(`${plan.slug}: บันทึกแล้ว · applied`)
}

function accepted<T>(file: string, read: Read<T>): T | undefined {
  if (read.ok) return read.value
  for (const { at, text } of read.findings) console.error(`${file} ${at}: ${text.th}\n  ${text.en}`)
  console.error('ไม่มีอะไรเปลี่ยน · nothing was changed')
  process.exitCode = 1
  return undefined
}

async function withDoors(work: (doors: Doors) => Promise<void>) {
  try {
    const settings = readSettings(process.env)
    openDataFolder(settings.dataFolder)
    const secret = settings.secret ?? keptSecret(settings.dataFolder)
    const database = settings.databaseUrl === undefined ? await visitEmbedded(settings.dataFolder) : { ownerUrl: settings.databaseUrl, stop: async () => {} }
    await migrate(database.ownerUrl, secret)
    const doors = openDoors(database.ownerUrl, secret)
    await work(doors)
    await doors.close()
    await database.stop()
  } catch (error) {
    if (!(error instanceof StartRefused || error instanceof Problem)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
