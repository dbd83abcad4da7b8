import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FUND_PERMISSIONS, type FundPermission } from '../../server/http/permission.ts'
import { cast } from '../cast.ts'

test('the checked-in description is the one that is served', async () => {
  const { get } = await cast()
  const res = await get('/api/openapi.json')

  expect(res.status).toBe(200)
  expect(JSON.parse(readFileSync('docs/openapi.json', 'utf8')), 'scripts/describe.ts writes it anew').toEqual(await res.json())
})

test('every operation has a summary, a permission, and says how it can fail', async () => {
  const { get } = await cast()
  const { openapi, paths } = await (await get('/api/openapi.json')).json()

  expect(openapi).toMatch(/^3\.1\./)
  const operations = Object.values<Record<string, object>>(paths).flatMap((item) => Object.values(item))
  expect(operations.length).toBeGreaterThan(3)
  for (const operation of operations) {
    expect(operation).toMatchObject({ summary: expect.any(String), 'x-permission': expect.any(String), responses: { 500: expect.anything(), 503: expect.anything() } })
  }
})

test('the permission of an operation is one of the table, with the roles that have it; what is public of a fund is counted out here', async () => {
  const { get } = await cast()
  const { paths } = await (await get('/api/openapi.json')).json()
  const operations = Object.entries<Record<string, Operation>>(paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ address: `${method.toUpperCase()} ${path}`, ...operation })))
  const ofAFund = (address: string) => address.includes(' /api/funds/{fund}')
  const permissionsAt = (address: string) => {
    if (address.includes(' /api/operator/')) return ['operator']
    if (address.includes(' /api/networks/{network}/')) return ['public', 'network:read', 'network:write', 'network:visit']
    return ofAFund(address) ? ['public', ...Object.keys(FUND_PERMISSIONS)] : ['public', 'signed-in']
  }

  for (const { address, 'x-permission': permission, 'x-roles': roles } of operations) {
    expect(roles, address).toEqual(permission in FUND_PERMISSIONS ? FUND_PERMISSIONS[permission as FundPermission] : undefined) // as was just asked
    expect(permissionsAt(address), address).toContain(permission)
  }
  expect(operations.filter((each) => ofAFund(each.address) && each['x-permission'] === 'public').map(({ address }) => address)).toEqual(['GET /api/funds/{fund}', 'POST /api/funds/{fund}/verdicts', 'GET /api/funds/{fund}/regulations', 'GET /api/funds/{fund}/regulations/paper', 'GET /api/funds/{fund}/regulations/picture', 'GET /api/funds/{fund}/regulations/{number}/differences/{other}', 'GET /api/funds/{fund}/models', 'GET /api/funds/{fund}/regulations/{number}/file'])
})

test('what an address names and what never was are told alike: as not found. Not valid is only what is sent beside it', async () => {
  const { get } = await cast()
  const { paths } = await (await get('/api/openapi.json')).json()
  for (const [path, item] of Object.entries<Record<string, Operation>>(paths)) {
    for (const [method, { parameters = [], requestBody, responses }] of Object.entries(item)) {
      const [notValid, notFound] = [responses[400]?.description ?? '', responses[404]?.description ?? '']
      const named = parameters.filter((each) => each.in === 'path').map(({ name }) => name)
      expect(notValid.includes('`invalid`'), `${method} ${path}`).toBe(requestBody !== undefined || parameters.length > named.length)
      for (const name of named) expect(notFound, `${method} ${path}: ${name}`).toMatch(new RegExp(`\`(unknown-${name}|no-such-address)\``))
    }
  }
})

interface Operation {
  'x-permission': string
  'x-roles'?: string[]
  parameters?: { in: string; name: string }[]
  requestBody?: object
  responses: Record<number, { description: string }>
}

test('every object of a request or an answer is closed', async () => {
  const { get } = await cast()
  const { components } = await (await get('/api/openapi.json')).json()

  expect(openObjects(components.schemas)).toEqual(['ClaimExplanation', 'ClaimVerdict', 'ClaimWay', 'DraftedRegulation', 'Explanation', 'FundDefinition', 'LimitState', 'OpenTerm', 'PackCases', 'PackDefinition', 'PasskeyCreation', 'PasskeyRequest', 'Regulation', 'Verdict', 'Way'])
})

test('what every answer holds is said to be required', async () => {
  const { get } = await cast()
  const { components: { schemas: { Judged, Publication } } } = await (await get('/api/openapi.json')).json()

  expect(Judged.required).toEqual(['publication', 'verdict', 'explanation'])
  expect(Publication.required).toEqual(['number', 'fromOn', 'hash', 'resolution', 'regulation'])
})

test('people can read it: every operation and every problem stands on the page, which needs nothing from elsewhere', async () => {
  const { get } = await cast()
  const page = await (await get('/api')).text()

  for (const words of ['/api/funds/{fund}/verdicts', 'What the fund’s rules give for an event', 'id="no-regulation"', 'ไม่พบกองทุนนี้']) expect(page).toContain(words)
  expect(page).not.toMatch(/<script|<style|style="|https?:\/\//)
  expect((await get('/api/page.css')).headers.get('content-type')).toContain('text/css')
})

/** Named schemas that let other keys in, anywhere inside: those whose whole shape the kit says, and no others. */
function openObjects(schemas: Record<string, object>): string[] {
  const isOpen = (schema: unknown): boolean => {
    if (typeof schema !== 'object' || schema === null) return false
    const open = 'type' in schema && schema.type === 'object' && !('additionalProperties' in schema)
    return open || Object.values(schema).some(isOpen)
  }
  return Object.entries(schemas).filter(([, schema]) => isOpen(schema)).map(([name]) => name).toSorted()
}
