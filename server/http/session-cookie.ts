import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const NAME = 'sajja'
const ATTRIBUTES = { path: '/', httpOnly: true, sameSite: 'Lax' } as const

/** The token that the browser keeps, if it sent one. */
export function tokenIn(c: Context): string | undefined {
  return getCookie(c, NAME, 'host') ?? (isPlain(c) ? getCookie(c, NAME) : undefined)
}

/** Gives the browser a token to keep until it is closed. Over plain HTTP, which is loopback alone, for those browsers too that keep no `__Host-` cookie there. */
export function keepToken(c: Context, token: string) {
  setCookie(c, NAME, token, { ...ATTRIBUTES, secure: true, prefix: 'host' })
  if (isPlain(c)) setCookie(c, NAME, token, ATTRIBUTES)
}

export function dropToken(c: Context) {
  deleteCookie(c, NAME, { ...ATTRIBUTES, secure: true, prefix: 'host' })
  if (isPlain(c)) deleteCookie(c, NAME, ATTRIBUTES)
}

const isPlain = (c: Context) => new URL(c.get('origin')).protocol === 'http:'
