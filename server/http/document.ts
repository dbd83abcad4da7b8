import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Entered } from './room.ts'

/** Serves the description of every operation, for programs. */
export function describeApi(app: OpenAPIHono<{ Variables: Entered }>) {
  const document = documentOf(app)
  app.get('/api/openapi.json', (c) => c.json(document))
}

/** The OpenAPI document of the rooms in this app. */
export function documentOf(app: OpenAPIHono<{ Variables: Entered }>) {
  return app.getOpenAPI31Document({
    openapi: '3.1.1',
    info: {
      title: 'Sajja',
      version: '1',
      license: { name: 'AGPL-3.0-or-later' },
      description: 'The rules and figures of community welfare funds (กองทุนสวัสดิการชุมชน). Money is satang in whole numbers, a day is YYYY-MM-DD of the common era, a text stands in Thai (th) and English (en). Unknown keys are refused.',
    },
  })
}
