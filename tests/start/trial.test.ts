import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { within } from '../../server/db/postmaster.ts'
import { freePort, newDataFolder, run, start } from './program.ts'

const FILLING = 'Inventing the people and books'

test('killed while it fills a fund, the next start fills it whole, the one after has nothing to do, and one in earnest never fills', { timeout: 180_000 }, async () => {
  const folder = newDataFolder()
  const earnest = await start({ DATA_DIR: folder, TRIAL: 'fund', NODE_ENV: 'production' })
  expect(earnest.said()).not.toContain(FILLING)
  await stopped(earnest)

  const first = run(['server/main.ts'], { PORT: String(await freePort()), DATA_DIR: folder, TRIAL: 'fund' })
  await within(60_000, () => first.said().includes(FILLING))
  await pause(1500)
  first.kill('SIGKILL')
  await first.ended
  const second = await start({ DATA_DIR: folder, TRIAL: 'fund' })
  expect(second.said()).toContain(FILLING)
  expect(await countMembers(second)).toBe(620)
  await stopped(second)

  const third = await start({ DATA_DIR: folder, TRIAL: 'fund' })
  expect(third.said()).not.toContain(FILLING)
  expect(await countMembers(third)).toBe(620)
})

test('the program answers while the province is filled behind it, and stops at once', { timeout: 180_000 }, async () => {
  const program = await start({ TRIAL: 'province' })
  const { funds }: { funds: { slug: string; beingFilled?: true }[] } = await (await program.get('/api/networks/phuket/funds')).json()

  expect(funds.find(({ slug }) => slug === 'kamala')).not.toHaveProperty('beingFilled')
  expect(funds.filter(({ beingFilled }) => beingFilled).length).toBeGreaterThan(10)
  expect(await countMembers(program)).toBe(620)
  expect(await stopped(program)).toMatchObject({ exitCode: 0 })
})

type Program = Awaited<ReturnType<typeof start>>

async function stopped(program: Program) {
  program.kill('SIGINT')
  return program.ended
}

/** How many stand on kamala's register, as its clerk sees it. */
async function countMembers({ port, said }: Program): Promise<number> {
  const [, password = ''] = /รหัสผ่านของทุกคนคือ (.+)/.exec(said()) ?? []
  const at = `http://127.0.0.1:${port}/api`
  const signedIn = await fetch(`${at}/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ phone: '000000012', password }) })
  const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  const { centres }: { centres: { members: number }[] } = await (await fetch(`${at}/funds/kamala/centres`, { headers: { cookie } })).json()
  return centres.reduce((sum, { members }) => sum + members, 0)
}
