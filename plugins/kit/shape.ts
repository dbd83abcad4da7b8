import { z } from 'zod'

/**
 * A schema for objects told apart by which key they carry. Unlike a union, it reports the faults of the one shape that was
 * meant, at their place, instead of saying that nothing matched.
 */
export function byKey<T>(shapes: () => Record<string, z.ZodType<T>>): z.ZodType<T> {
  return z.unknown().transform((value, context): T => {
    const known = shapes()
    const key = typeof value === 'object' && value !== null ? Object.keys(known).find((each) => Object.hasOwn(value, each)) : undefined
    const schema = key === undefined ? undefined : known[key]
    if (!schema) {
      const list = Object.keys(known).join(', ')
      context.addIssue({ code: 'custom', message: `needs exactly one of: ${list}`, params: { th: `ต้องมีอย่างใดอย่างหนึ่งใน ${list}`, en: `needs exactly one of: ${list}` } })
      return z.NEVER
    }
    const result = schema.safeParse(value)
    if (result.success) return result.data
    for (const issue of result.error.issues) context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue) // zod types raw issues apart from reported ones
    return z.NEVER
  })
}
