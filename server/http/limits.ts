import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { readJson } from '../../plugins/kit/json.ts'
import { REGULATION_BYTES_MAX } from '../../plugins/kit/pack-bounds.ts'
import { Problem } from './problem.ts'

const BODY_BYTES_MAX = 256 * 1024
/** A whole regulation, with room for the version beside it. */
const RULES_BYTES_MAX = REGULATION_BYTES_MAX + 1024
/** A signed file is sent as a text, in which each quotation mark takes two bytes. */
const FILE_BODY_BYTES_MAX = 2 * (REGULATION_BYTES_MAX + 512 * 1024)
const FILE = /^\/api\/(funds|networks)\/[^/]+\/(library|drafts\/[^/]+)\/files$/
const RULES = /^\/api\/funds\/[^/]+\/drafts\/[^/]+\/regulation$/
const UNSTORABLE = /[\0\ud800-\udfff]/u

const limitTo = (maxSize: number) => bodyLimit({ maxSize, onError: () => { throw new Problem('too-large') } })
const [limitUsual, limitRules, limitFile] = [limitTo(BODY_BYTES_MAX), limitTo(RULES_BYTES_MAX), limitTo(FILE_BODY_BYTES_MAX)]

/** Refuses a body beyond 256 KB before it is read; the rules of a draft may have 2 MB, a file with them 5. */
export const limitBody: MiddlewareHandler = (c, next) => (RULES.test(c.req.path) ? limitRules : FILE.test(c.req.path) ? limitFile : limitUsual)(c, next)

/**
 * Refuses, before anything recurses over it, a body that is not UTF-8, not JSON, nested beyond any sense, or that holds a character
 * which neither PostgreSQL nor JSON can give back.
 */
export const checkJson: MiddlewareHandler = async (c, next) => {
  const bytes = c.req.raw.body === null ? new ArrayBuffer() : await c.req.arrayBuffer()
  if (bytes.byteLength > 0 && c.req.header('content-type')?.startsWith('application/json')) {
    const read = readJson(decode(bytes))
    if (!read.ok) throw new Problem('malformed-json', read.findings.map(({ at, text }) => ({ at, text })))
    if (!isStorable(read.value)) throw new Problem('unstorable-text')
  }
  await next()
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Problem('malformed-json', [], { cause })
  }
}

/** Neither NUL nor half a character, in any text or key. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !UNSTORABLE.test(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inside]) => isStorable(key) && isStorable(inside))
}
