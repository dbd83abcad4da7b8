import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cast } from '../cast.ts'
import { routeOf, told } from '../confined.ts'
import { often } from '../drill.ts'
import { garbled } from '../garbled.ts'
import { sampleOf, samples } from './samples.ts'

interface Operation { responses: Record<string, { description: string }> }
const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as { paths: Record<string, Record<string, Operation>> }

test.each(Object.keys(samples))('%s answers whatever is odd as the document says', async (name) => {
  const scene = await cast()
  const [route, sample] = [await routeOf(name), await sampleOf(name, scene)]
  const { responses } = paths[route.path]?.[route.method.toLowerCase()] ?? { responses: {} }

  await fc.assert(fc.asyncProperty(garbled(route, sample), async ({ path, body }) => {
    const { status, code, text } = await told(await scene.malee.ask(route.method, path, body, sample.headers?.()))
    expect(status, text).toBeLessThan(500)
    expect(responses[status]?.description, `${status} ${text.slice(0, 300)}`).toContain(typeof code === 'string' && status >= 400 ? `\`${code}\`` : '')
  }), { numRuns: often(30, 1_000) })
})
