import type { Context } from 'hono'
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
  const isOwn = site === undefined ? isOurs(c, origin) : site === 'same-origin'
  if (!SAFE.includes(c.req.method) && !isOwn) throw new Problem('foreign-origin')
  await next()
})

/** This machine alone can be opened under several names: there the one that was opened is ours. */
function isOurs(c: Context<{ Variables: Entered }>, origin: string | undefined): boolean {
  if (origin === undefined) return tokenIn(c) === undefined
  const isOnThisMachine = new URL(c.var.origin).hostname === 'localhost'
  return origin === c.var.origin || (isOnThisMachine && origin === new URL(c.req.url).origin)
}
