import { createMiddleware } from 'hono/factory'
import { Problem } from './problem.ts'
import type { Entered } from './room.ts'
import { tokenIn } from './session-cookie.ts'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses an act that another site's page makes a browser do. A browser says itself where a request comes from; an older one names
 * the origin. What says neither is no browser, and may act for nobody who is signed in.
 */
export const checkOrigin = createMiddleware<{ Variables: Entered }>(async (c, next) => {
  const [site, origin] = [c.req.header('sec-fetch-site'), c.req.header('origin')]
  const isOwn = site === undefined ? origin === c.var.origin || (origin === undefined && tokenIn(c) === undefined) : site === 'same-origin'
  if (!SAFE.includes(c.req.method) && !isOwn) throw new Problem('foreign-origin')
  await next()
})
