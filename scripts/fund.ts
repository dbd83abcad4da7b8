// npm run fund -- apply FILE | export SLUG | operator NAME
import { existsSync, readFileSync } from 'node:fs'
import { vocabularyOf } from '../plugins/kit/plugin.ts'
import type { Text } from '../plugins/kit/text.ts'
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
import { linkOf } from '../server/invitations/invitation.ts'
import { saveNewInvitation } from '../server/invitations/queries.ts'
import { PersonName } from '../server/people/person.ts'
import { openDataFolder, readSettings, type Settings } from '../server/settings.ts'
import { StartRefused } from '../server/start-refused.ts'

const [command, argument, ...more] = process.argv.slice(2)

if (command === 'apply' && argument !== undefined && more.length === 0) await apply(argument).catch(refuse)
else if (command === 'export' && argument !== undefined && more.length === 0) await withDoors((doors) => print(doors, argument)).catch(refuse)
else if (command === 'operator' && argument !== undefined) await inviteOperator([argument, ...more].join(' ')).catch(refuse)
else {
  console.error('npm run fund -- apply FILE · npm run fund -- export SLUG · npm run fund -- operator NAME')
  process.exitCode = 2
}

/** Checks the file, prints what it would change, and changes it. Applying it once more changes nothing. */
async function apply(file: string) {
  if (!existsSync(file)) throw new StartRefused(`ไม่พบไฟล์ ${file}`, `There is no file ${file}.`)
  const definition = accepted(file, readDefinition(readFileSync(file, 'utf8'), FundDefinition))
  if (definition) await withDoors((doors) => applyDefinition(doors, file, definition))
}

async function applyDefinition(doors: Doors, file: string, definition: FundDefinition) {
  const now = new Date()
  const vocabulary = vocabularyOf(plugins)
  const plan = accepted(file, await planFund(definition, { doors, plugins, vocabulary, today: todayInThailand(now) }))
  if (plan?.changes.length === 0) console.log(`${plan.slug}: ไม่มีอะไรเปลี่ยน · nothing changes`)
  if (!plan || plan.changes.length === 0) return

  for (const sentence of plan.changes.flatMap((change) => sentencesOf(change, vocabulary))) console.log(inBoth(sentence))
  await applyPlan(doors, plan, now)
  console.log(`${plan.slug}: บันทึกแล้ว · applied`)
}

async function print(doors: Doors, slug: string) {
  console.log(JSON.stringify(await exportFund(doors, slug, plugins), null, 2))
}

/** Whoever can run this on the machine is the host: they let in the first operator. */
async function inviteOperator(name: string) {
  const invited = PersonName.parse(name)
  await withDoors(async (doors, { origin }) => {
    const { token } = await doors.asOperator((rows) => saveNewInvitation(rows, { name: invited, role: 'operator' }, undefined, new Date()))
    console.log(`คำเชิญผู้ดูแลระบบ ใช้ได้ครั้งเดียวภายใน 72 ชั่วโมง · an operator's invitation, to be used once within 72 hours:\n${linkOf(origin, token)}`)
  })
}

function accepted<T>(file: string, read: Read<T>): T | undefined {
  if (read.ok) return read.value
  for (const { at, text } of read.findings) console.error(`${file} ${at}: ${inBoth(text)}`)
  console.error('ไม่มีอะไรเปลี่ยน · nothing was changed')
  process.exitCode = 1
  return undefined
}

/** The database of a running program, or one opened for as long as the work takes. */
async function withDoors(work: (doors: Doors, settings: Settings) => Promise<void>) {
  const settings = readSettings(process.env)
  openDataFolder(settings.dataFolder)
  const secret = settings.secret ?? keptSecret(settings.dataFolder)
  const database = settings.databaseUrl === undefined ? await visitEmbedded(settings.dataFolder) : { ownerUrl: settings.databaseUrl, stop: async () => {} }
  try {
    await migrate(database.ownerUrl, secret)
    const doors = openDoors(database.ownerUrl, secret)
    await work(doors, settings).finally(doors.close)
  } finally {
    await database.stop()
  }
}

function refuse(error: unknown) {
  if (!(error instanceof StartRefused || error instanceof Problem)) throw error
  console.error(inBoth(error.text))
  process.exitCode = 1
}

function inBoth({ th, en }: Text): string {
  return `${th}\n  ${en}`
}
