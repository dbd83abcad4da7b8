import { z } from '@hono/zod-openapi'
import { Name } from '../../plugins/kit/value.ts'
import { Slug } from '../funds/fund.ts'

export const NETWORK_FORMAT = 'sajja/network@1'

/** The funds of a province, who learn from each other (เครือข่ายจังหวัด). */
export const Network = z.strictObject({
  format: z.literal(NETWORK_FORMAT),
  slug: Slug,
  name: Name,
  provinceCode: z.string().regex(/^\d{2}$/, 'a province code has two digits'),
})
export type Network = z.infer<typeof Network>

/** What a network is told by where its funds are. */
export const NamedNetwork = Network.pick({ slug: true, name: true }).openapi('Network')
