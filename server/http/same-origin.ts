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
  if (!SAFE.includes(c.req.method) && !isOwn(c)) throw new Problem('foreign-origin')
  await next()
})

/** This machine alone can be opened under several names: there the one that was opened is ours. */
function isOwn(c: Context<{ Variables: Entered }>): boolean {
  const [site, origin] = [c.req.header('sec-fetch-site'), c.req.header('origin')]
  if (site !== undefined) return site === 'same-origin'
  if (origin === undefined) return tokenIn(c) === undefined
  const isOnThisMachine = new URL(c.get('origin')).hostname === 'localhost'
  return origin === c.get('origin') || (isOnThisMachine && origin === new URL(c.req.url).origin)
}
