import { expect, test } from 'vitest'
import { newDataFolder, run, start } from './program.ts'

const json = (body: object) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

test('a trial start has a person for every role, and says how to sign in as them', async () => {
  const program = await start()
  const said = program.said()
  const [, password = ''] = /รหัสผ่านของทุกคนคือ (.+)/.exec(said) ?? []

  for (const role of ['viewer', 'clerk', 'approver', 'treasurer', 'rule keeper', 'fund administrator', 'network officer', 'operator']) {
    const [, phone = ''] = new RegExp(`(\\d{9})  .* · ${role}`).exec(said) ?? []
    expect((await fetch(`http://127.0.0.1:${program.port}/api/session`, json({ phone, password }))).status, role).toBe(201)
  }
})

test('this machine is opened under either of its names; another site acts under neither', async () => {
  const { port } = await start()
  const origins = [[`http://localhost:${port}`, 401], [`http://127.0.0.1:${port}`, 401], ['http://127.0.0.1:1', 403], ['https://elsewhere.example', 403]] as const
  for (const [origin, status] of origins) {
    const { headers, ...request } = json({ phone: '0812345678', password: 'x' })
    expect((await fetch(`http://127.0.0.1:${port}/api/session`, { ...request, headers: { ...headers, origin } })).status, origin).toBe(status)
  }
})

test('a start in earnest has nobody, says how to make the first operator, and closes what a trial has left open', async () => {
  const folder = newDataFolder()
  const trial = await start({ DATA_DIR: folder })
  const [, password = ''] = /รหัสผ่านของทุกคนคือ (.+)/.exec(trial.said()) ?? []
  trial.kill('SIGINT')
  await trial.ended
  const program = await start({ DATA_DIR: folder, NODE_ENV: 'production' })
  const ask = async (path: string, body: object) => fetch(`http://127.0.0.1:${program.port}${path}`, json(body))

  expect(program.said()).toContain('npm run fund -- operator NAME')
  expect(program.said()).not.toContain(password)
  expect((await ask('/api/session', { phone: '000000902', password })).status).toBe(401)

  const { said, exitCode } = await run(['scripts/fund.ts', 'operator', 'กิตติ', 'วัฒนา'], { DATA_DIR: folder, PORT: String(program.port), NODE_ENV: 'production' }).ended
  const [, token = ''] = new RegExp(`http://localhost:${program.port}/invitation#([\\w-]{43})`).exec(said) ?? []
  expect(exitCode).toBe(0)
  expect(await (await ask('/api/invitations/reading', { token })).json()).toMatchObject({ name: 'กิตติ วัฒนา', role: 'operator' })
  const accepted = await ask('/api/invitations/acceptance', { as: 'password', token, name: 'กิตติ วัฒนา', phone: '0812345678', password: 'ไก่สามตัวเดินข้ามถนน' })
  expect(accepted.status).toBe(201)
  const cookie = accepted.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  expect(await (await fetch(`http://127.0.0.1:${program.port}/api/me`, { headers: { cookie } })).json()).toMatchObject({ isOperator: true })
})
