import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tenNeighbours } from '../../plugins/kit/ten-neighbours.ts'
import { banMaiDefinition, cast, TODAY } from '../cast.ts'
import { told, type Scene } from '../confined.ts'
import { often } from '../drill.ts'
import { garbled } from '../garbled.ts'
import { PASSWORD } from '../people.ts'
import { visit } from './learning-scene.ts'
import { sampleOf, samples } from './samples.ts'

interface Operation { 'x-permission': string; responses: Record<string, { description: string }> }
const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as { paths: Record<string, Record<string, Operation>> }
const operations = Object.entries(paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path, ...operation })))
const elsewhere = operations.filter(({ name }) => !(name in samples))

test.each(Object.keys(samples))('%s answers whatever is odd as the document says', async (name) => {
  const scene = await cast()
  const { ids = [], query, body, headers } = await sampleOf(name, scene)

  await expectAsDocumented(name, { ids: ['ban-mai', ...ids], query, body }, (method, path, odd) => scene.malee.ask(method, path, odd, headers?.()))
})

test.each(elsewhere.map(({ name }) => name))('%s, in no fund’s rooms, does so too', async (name) => {
  const scene = await cast()
  const operation = operationOf(name)
  const body = bodies[name]?.(scene)

  await expectAsDocumented(name, { ids: namesIn(operation.path), body }, whoAsks(operation['x-permission'], scene))
})

async function expectAsDocumented(name: string, works: Parameters<typeof garbled>[1], ask: Ask) {
  const { method, path: template, responses } = operationOf(name)
  await fc.assert(fc.asyncProperty(garbled(template, works), async ({ path, body }) => {
    const { status, code, text } = await told(await ask(method, path, body))
    expect(status, text).toBeLessThan(500)
    expect(responses[status]?.description, `${status} ${text.slice(0, 300)}`).toContain(typeof code === 'string' && status >= 400 ? `\`${code}\`` : '')
  }), { numRuns: often(30, 1_000) })
}

type Ask = (method: string, path: string, body: unknown) => Promise<Response>

/** Who may ask what is not asked in a fund's rooms. */
function whoAsks(permission: string, { app, malee, kit, arunee }: Scene): Ask {
  if (permission === 'public') return async (method, path, body) => app.request(path, { method, ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) })
  return permission === 'operator' ? kit.ask : permission === 'signed-in' ? malee.ask : arunee.ask
}

/** What their addresses name; an id is of nothing that is there. */
const NAMES: Record<string, string> = { network: 'sample', fund: 'ban-mai', pack: 'sample', version: '1.0.0', number: '1', other: '1', neighbour: 'daeng' }
const namesIn = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => NAMES[name] ?? randomUUID())

/** What is sent there. */
const passkey = { id: 'cGFzc2tleQ', clientData: 'e30', attestation: 'o2Nm', transports: ['internal'] }
const token = 'x'.repeat(43)
const bodies: Record<string, (scene: Scene) => unknown> = {
  'POST /api/session': ({ malee }) => ({ phone: malee.phone, password: PASSWORD }),
  'POST /api/session/passkey': () => ({ id: passkey.id, clientData: passkey.clientData, authenticatorData: 'e30', signature: 'e30' }),
  'PUT /api/me/password': ({ malee }) => ({ phone: malee.phone, password: 'น้ำขึ้นให้รีบตัก ที่ท่าเรือ', current: PASSWORD }),
  'POST /api/me/passkeys': () => passkey,
  'POST /api/invitations/reading': () => ({ token }),
  'POST /api/invitations/challenge': () => ({ token, name: 'มานี' }),
  'POST /api/invitations/acceptance': () => ({ as: 'passkey', token, name: 'มานี', passkey }),
  'POST /api/operator/funds': () => ({ ...banMaiDefinition, slug: 'mai-khao' }),
  'POST /api/operator/fund-plans': () => ({ ...banMaiDefinition, slug: 'mai-khao' }),
  'POST /api/operator/funds/{fund}/suspension': () => ({ reason: 'ขอหยุดชั่วคราว' }),
  'POST /api/operator/funds/{fund}/invitations': () => ({ name: 'สมศรี ทองแท้' }),
  'POST /api/networks/{network}/learning/areas': () => ({ fund: 'ban-mai', special: 'เก็บเงินทุกวันศุกร์' }),
  'POST /api/networks/{network}/learning/gatherings': () => visit,
  'POST /api/networks/{network}/learning/questions/{question}/answers': () => ({ text: 'วันเสาร์แรก' }),
  'POST /api/networks/{network}/library/files': () => ({ file: '{}' }),
  'POST /api/networks/{network}/library/{pack}/withdrawals': () => ({ version: '1.0.0', reason: 'เลิกใช้' }),
  'POST /api/networks/{network}/library/{pack}/endorsement': () => ({ note: 'ดี' }),
  'PUT /api/networks/{network}/neighbours/{neighbour}': () => ({ version: 0, neighbour: tenNeighbours[0] }),
  'POST /api/funds/{fund}/verdicts': () => ({ benefitId: 'hospital', answers: { nights: 3, admittedOn: TODAY }, member: { facts: { joinedOn: '2020-01-15' }, covered: [{ from: '2020-01-15', until: '2027-01-01' }] }, history: [], claimedOn: TODAY }),
}

function operationOf(name: string) {
  const operation = operations.find((each) => each.name === name)
  if (!operation) throw new Error(`the document has no ${name}`)
  return operation
}

test('what is sent elsewhere is named by routes that take it', () => {
  const taking = elsewhere.filter((operation) => 'requestBody' in operation).map(({ name }) => name)
  expect(Object.keys(bodies).toSorted(), 'say what works, for each route that takes a body').toEqual(taking.toSorted())
})
