import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { findPostmaster } from '../../server/db/postmaster.ts'
import { withUser } from '../database.ts'
import { freePort, newDataFolder, run, start } from './program.ts'

test('it works: it starts, answers, and stops at Ctrl-C with nothing left running', async () => {
  const folder = newDataFolder()
  const program = await start({ DATA_DIR: folder })

  expect((await program.get('/livez')).headers.get('keep-alive'), 'longer than a proxy before it keeps a connection that is idle').toBe('timeout=75')
  for (const path of ['/livez', '/readyz', '/', '/f/kamala', '/api', '/api/openapi.json', '/api/networks/phuket/funds', '/api/funds/kamala']) {
    expect((await program.get(path)).status, path).toBe(200)
  }
  program.kill('SIGINT')
  expect(await program.ended).toMatchObject({ exitCode: 0 })
  expect(findPostmaster(join(folder, 'postgres'))).toBeUndefined()
})

test('a second start beside a running one is refused, and the first goes on', async () => {
  const folder = newDataFolder()
  const first = await start({ DATA_DIR: folder })
  const second = await refusal({ DATA_DIR: folder })

  expect(second).toEqual(oneSentenceEach(/มีโปรแกรมเปิดใช้ข้อมูลใน .* อยู่แล้ว/, /Another start is using the data/))
  expect((await first.get('/api/funds/kamala')).status).toBe(200)
})

test('a taken port is refused', async () => {
  const first = await start()

  expect(await refusal({ PORT: String(first.port) })).toEqual(oneSentenceEach(/พอร์ต \d+ มีโปรแกรมอื่นใช้อยู่/, /Port \d+ is in use/))
})

test('a data folder that cannot be written is refused', async () => {
  const file = join(newDataFolder(), 'file')
  writeFileSync(file, '')

  expect(await refusal({ DATA_DIR: join(file, 'data') })).toEqual(oneSentenceEach(/เขียนลงโฟลเดอร์ข้อมูล .* ไม่ได้/, /cannot be written to/))
})

test.each([
  [{ PORT: '80a' }, /PORT=80a ไม่ใช่หมายเลขพอร์ต/, /PORT=80a is not a port/],
  [{ PORT: '99999' }, /PORT=99999/, /1 to 65535/],
  [{ HOST: '0.0.0.0' }, /HOST=0\.0\.0\.0 .*ORIGIN/, /ORIGIN must be an https address/],
  [{ HOST: '0.0.0.0', ORIGIN: 'http://fund.example.org' }, /HOST=0\.0\.0\.0 .*ORIGIN/, /ORIGIN must be an https address/],
  [{ ORIGIN: 'fund.example.org' }, /ORIGIN=fund\.example\.org ไม่ใช่ที่อยู่เว็บ/, /is not the address of a site/],
  [{ TRIAL: 'everything' }, /TRIAL=everything ไม่มี/, /province, fund or empty/],
  [{ SECRET: 'short' }, /SECRET สั้นเกินไป/, /SECRET is too short/],
  [{ DATABASE_URL: 'localhost:5432' }, /DATABASE_URL ไม่ใช่ที่อยู่ฐานข้อมูล/, /DATABASE_URL is not the address of a database/],
])('%o is refused', async (settings, th, en) => {
  expect(await refusal(settings)).toEqual(oneSentenceEach(th, en))
})

test('a DATABASE_URL at which nobody listens is refused', async () => {
  const url = `postgres://owner:x@127.0.0.1:${await freePort()}/sajja`

  expect(await refusal({ DATABASE_URL: url })).toEqual(oneSentenceEach(/ต่อฐานข้อมูล .* ไม่ได้/, /cannot be reached: .*ECONNREFUSED/))
})

test('a DATABASE_URL with a wrong password is refused', async () => {
  expect(await refusal({ DATABASE_URL: withUser(inject('ownerUrl'), 'sajja_owner', 'wrong') })).toEqual(oneSentenceEach(/ต่อฐานข้อมูล .* ไม่ได้/, /cannot be reached: password authentication failed/))
})

test('a DATABASE_URL of a superuser is refused, who would see through every wall', async () => {
  expect(await refusal({ DATABASE_URL: inject('superuserUrl') })).toEqual(oneSentenceEach(/superuser/, /sees through the walls between funds/))
})

/** How a start ends that must not succeed. */
async function refusal(settings: Record<string, string>) {
  const program = run(['server/main.ts'], { PORT: String(await freePort()), DATA_DIR: settings.DATA_DIR ?? newDataFolder(), ...settings })
  const { exitCode, said } = await program.ended
  return { exitCode, lines: said.trim().split('\n').filter((line) => !line.startsWith('กำลัง')) }
}

const oneSentenceEach = (th: RegExp, en: RegExp) => ({ exitCode: 1, lines: [expect.stringMatching(th), expect.stringMatching(en)] })
