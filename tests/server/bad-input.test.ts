import { expect, test } from 'vitest'
import { cast } from '../cast.ts'

const path = '/api/funds/ban-mai/verdicts'
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

test.each([
  ['nothing', '', 400, 'malformed-json'],
  ['half a JSON', '{"benefitId": "hos', 400, 'malformed-json'],
  ['a list where an object belongs', '[]', 400, 'invalid'],
  ['depth 1,000', `{"benefitId":"hospital","answers":${nested(1000)}}`, 400, 'malformed-json'],
  ['depth 100,000', nested(100_000), 400, 'malformed-json'],
  ['a key that stands twice', '{"benefitId":"hospital","benefitId":"hospital","answers":{}}', 400, 'malformed-json'],
  ['__proto__', '{"benefitId":"hospital","answers":{},"__proto__":{"x":1}}', 400, 'malformed-json'],
  ['a NUL', '{"benefitId":"hospital","answers":{"note":"a\\u0000b"}}', 400, 'unstorable-text'],
  ['a NUL in a key', '{"benefitId":"hospital","answers":{"a\\u0000b":1}}', 400, 'unstorable-text'],
  ['half a character', '{"benefitId":"hospital","answers":{"note":"\\ud800"}}', 400, 'unstorable-text'],
  ['an unknown key', '{"benefitId":"hospital","answers":{},"isAdmin":true}', 400, 'invalid'],
  ['a number too large', '{"benefitId":"hospital","answers":{"nights":1e999}}', 400, 'malformed-json'],
  ['300 KB', JSON.stringify({ benefitId: 'hospital', answers: { note: 'x'.repeat(300 * 1024) } }), 413, 'too-large'],
  ['50 MB', 'x'.repeat(50 * 1024 * 1024), 413, 'too-large'],
])('%s is refused', async (_what, body, status, code) => {
  const { post } = await cast()
  const res = await post(path, body)

  expect(res.status).toBe(status)
  expect(res.headers.get('content-type')).toBe('application/problem+json')
  expect(await res.json()).toMatchObject({ code, status, text: { th: expect.any(String), en: expect.any(String) }, requestId: expect.any(String) })
})

test('bytes that are not UTF-8 are refused', async () => {
  const { app } = await cast()
  const res = await app.request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: new Uint8Array([0x7b, 0xff, 0x7d]) })

  expect(await res.json()).toMatchObject({ code: 'malformed-json' })
})

test.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])('a body of type %s is refused', async (type) => {
  const { app } = await cast()
  const body = new TextEncoder().encode('{"benefitId":"hospital","answers":{}}')
  const res = await app.request(path, { method: 'POST', body, ...(type && { headers: { 'content-type': type } }) })

  expect(res.status).toBe(415)
  expect(await res.json()).toMatchObject({ code: 'not-json' })
})

test('what breaks here is a fault with an id, and tells nothing of the inside', async () => {
  const { app, superuser } = await cast()
  await superuser`drop table notices`
  const errors: unknown[] = []
  const log = console.error
  console.error = (...words) => errors.push(words.join(' '))
  const res = await app.request('/api/networks/sample/funds')
  console.error = log

  expect(res.status).toBe(500)
  const answer = await res.text()
  const { code, requestId } = JSON.parse(answer)
  expect(code).toBe('fault')
  expect(answer).not.toContain('notices')
  expect(errors.join()).toContain(requestId)
})

test('an address that is nothing is a problem too', async () => {
  const { get } = await cast()

  expect(await (await get('/api/nothing')).json()).toMatchObject({ code: 'no-such-address', status: 404 })
})

test('every answer keeps the browser to this house', async () => {
  const { get } = await cast()
  for (const path of ['/api/networks/sample/funds', '/api/nothing', '/livez']) {
    const { headers } = await get(path)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  }
})

test('alive and ready are told apart', async () => {
  const { get, doors } = await cast()
  expect((await get('/livez')).status).toBe(200)
  expect((await get('/readyz')).status).toBe(200)

  await doors.close()
  expect((await get('/livez')).status).toBe(200)
  expect((await get('/readyz')).status).toBe(503)
})
