import { z } from '@hono/zod-openapi'

/** An answer that is a file of this type, in the document. */
export const fileOf = <Type extends string>(type: Type, description: string) => {
  const schema = z.custom<Uint8Array>().openapi({ type: 'string', format: 'binary' })
  return { description, content: { [type]: { schema } } as Record<Type, { schema: typeof schema }> } // a computed key is only a string to the checker
}

/** The headers of a file that a browser shows, or saves as an attachment, under this name. It is asked for anew each time: what it tells changes. */
export const asFile = (type: string, name: string, way: 'inline' | 'attachment') => ({ 'content-type': type, 'content-disposition': `${way}; filename="${name}"`, 'cache-control': 'no-cache' })
