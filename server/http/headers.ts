import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** Nothing from elsewhere, no inline script or style, no frames: what the console and the pages of the API are made to need. */
export const securityHeaders = (origin: string) => secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: origin.startsWith('https://'),
})

/** Says itself what compression would say of every answer, in a way that rebuilds the answer and doubles what a small one costs. */
export const varyByEncoding: MiddlewareHandler = async (c, next) => {
  await next()
  c.res.headers.append('Vary', 'Accept-Encoding')
}
