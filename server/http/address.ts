import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** The network address that a request comes from. Behind https there is always a proxy, since this program speaks none: it adds whom it answers as the last. */
export function addressOf(c: Context): string {
  const forwarded = new URL(c.get('origin')).protocol === 'https:' ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const { incoming }: Partial<HttpBindings> = c.env ?? {}
  return forwarded ?? incoming?.socket.remoteAddress ?? ''
}

const DEVICE_MAX = 200

/** What a browser says it is: enough to tell one's telephone from one's computer in a list. */
export const deviceOf = (c: Context) => (c.req.header('user-agent') ?? '').slice(0, DEVICE_MAX)
