import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { findPostmaster } from '../../server/db/postmaster.ts'
import { freePort, newDataFolder, run, start } from './program.ts'

test('killed at any moment, it starts again and has lost nothing', async () => {
  const folder = newDataFolder()
  const first = await start({ DATA_DIR: folder })
  await applyOtherName(folder)
  first.kill('SIGKILL')
  await first.ended

  const second = await start({ DATA_DIR: folder })
  expect(await (await second.get('/api/funds/kamala')).json()).toMatchObject({ contact: { en: 'Somewhere else' } })
})

test('killed with its database at once, it starts again', async () => {
  const folder = newDataFolder()
  const first = await start({ DATA_DIR: folder })
  await applyOtherName(folder)
  first.kill('SIGKILL')
  process.kill(postgresPid(folder), 'SIGKILL')
  await first.ended

  const second = await start({ DATA_DIR: folder })
  expect(await (await second.get('/api/funds/kamala')).json()).toMatchObject({ contact: { en: 'Somewhere else' } })
})

test('a killed database is back within seconds, and meanwhile the answer is that it is away', async () => {
  const folder = newDataFolder()
  const program = await start({ DATA_DIR: folder })
  const before = postgresPid(folder)
  process.kill(before, 'SIGKILL')

  const statuses = new Set<number>()
  const endsAt = Date.now() + 10_000
  while (Date.now() < endsAt && !(statuses.has(200) && postgresPid(folder) !== before)) statuses.add((await program.get('/api/funds/kamala')).status)
  expect([...statuses].filter((status) => status !== 503)).toEqual([200])
  expect(postgresPid(folder)).not.toBe(before)
  expect(program.hasEnded()).toBe(false)
})

test('killed in the middle of its very first start, the next one makes everything anew', async () => {
  const folder = newDataFolder()
  for (const milliseconds of [400, 600, 800, 1000, 1200]) {
    const { kill, ended } = run(['server/main.ts'], { PORT: String(await freePort()), DATA_DIR: folder, TRIAL: 'empty' })
    await pause(milliseconds)
    kill('SIGKILL')
    await ended
  }

  const program = await start({ DATA_DIR: folder })
  expect((await program.get('/api/funds/kamala')).status).toBe(200)
})

/** Something acknowledged that must not be lost. */
async function applyOtherName(folder: string) {
  const file = join(folder, 'kamala.json')
  const definition: object = JSON.parse(readFileSync('tenants/phuket/kamala.json', 'utf8'))
  writeFileSync(file, JSON.stringify({ ...definition, contact: { th: 'ที่อื่น', en: 'Somewhere else' } }))
  expect(await run(['scripts/fund.ts', 'apply', file], { DATA_DIR: folder }).ended).toMatchObject({ exitCode: 0 })
}

function postgresPid(folder: string): number {
  return findPostmaster(join(folder, 'postgres'))?.pid ?? 0
}
