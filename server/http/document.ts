import type { OpenAPIHono } from '@hono/zod-openapi'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { renderPage } from './page.ts'
import type { Entered } from './room.ts'

/** No system is sure to have Thai letters of its own. */
const LETTERS = ['thai', 'latin'].map((name) =>
  [name, readFileSync(createRequire(import.meta.url).resolve(`@fontsource-variable/noto-sans-thai-looped/files/noto-sans-thai-looped-${name}-wght-normal.woff2`))] as const)

const STYLE = readFileSync(new URL('page.css', import.meta.url))

/** Serves the description of every operation: for programs as OpenAPI, for people as a page. It is written when it is first asked for. */
export function describeApi(app: OpenAPIHono<{ Variables: Entered }>) {
  let document: ReturnType<typeof documentOf> | undefined
  let page: ReturnType<typeof renderPage> | undefined
  const described = () => (document ??= documentOf(app))

  app.get('/api/openapi.json', (c) => c.json(described()))
  app.get('/api', (c) => c.html(page ??= renderPage(described())))
  for (const [name, letters] of LETTERS) app.get(`/api/letters/${name}.woff2`, (c) => c.body(letters, 200, { 'content-type': 'font/woff2' }))
  app.get('/api/page.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }))
}

/** The OpenAPI document of the rooms in this app. */
function documentOf(app: OpenAPIHono<{ Variables: Entered }>) {
  return app.getOpenAPI31Document({
    openapi: '3.1.1',
    info: {
      title: 'Sajja',
      version: '1',
      license: { name: 'AGPL-3.0-or-later' },
      description: 'The rules and figures of community welfare funds (กองทุนสวัสดิการชุมชน). Money is satang in whole numbers, a day is YYYY-MM-DD of the common era, a text stands in Thai (th) and English (en). Unknown keys are refused. What cannot be answered is a problem (RFC 9457) with a code, in both languages.',
    },
  })
}
