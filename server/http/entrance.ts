import { createMiddleware } from 'hono/factory'
import type { InFund, InNetwork } from './room.ts'
import { Problem } from './problem.ts'

const SLUG = /^[a-z][a-z0-9-]{1,39}$/

/** Finds the fund that the address names; everything after it is confined to that fund. */
export const enterFund = createMiddleware<{ Variables: InFund }>(async (c, next) => {
  const slug = slugIn(c.req.param('fund'))
  const found = slug && await c.var.doors.atGate((rows) => rows
    .selectFrom('funds')
    .innerJoin('networks', 'networks.id', 'funds.network_id')
    .where('funds.slug', '=', slug)
    .select(['funds.id', 'funds.profiles', 'networks.slug as network', 'name_th as th', 'name_en as en'])
    .executeTakeFirst())
  if (!found) throw new Problem('unknown-fund')

  const { id, profiles, network, th, en } = found
  c.set('fund', { id, slug, profiles, network: { slug: network, name: { th, en } } })
  c.set('inFund', c.var.doors.inFund(id))
  await next()
})

/** Finds the network that the address names. */
export const enterNetwork = createMiddleware<{ Variables: InNetwork }>(async (c, next) => {
  const slug = slugIn(c.req.param('network'))
  const network = slug && await c.var.doors.atGate((rows) => rows.selectFrom('networks').where('slug', '=', slug).selectAll().executeTakeFirst())
  if (!network) throw new Problem('unknown-network')

  c.set('network', { id: network.id, slug: network.slug, name: { th: network.name_th, en: network.name_en } })
  c.set('inNetwork', c.var.doors.inNetwork(network.id))
  await next()
})

const slugIn = (text: string | undefined) => (text !== undefined && SLUG.test(text) ? text : undefined)
