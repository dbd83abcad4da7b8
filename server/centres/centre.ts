import { z } from '@hono/zod-openapi'
import { CleanString } from '../../plugins/kit/text.ts'

const Named = z.strictObject({ name: CleanString.trim().min(1).max(100) })

export const NewCentre = Named.openapi('NewCentre')

/** A place inside the fund where money and forms are gathered: ศูนย์ประสานงานหมู่ที่ 3, or a branch. */
export const Centre = Named.extend({
  id: z.uuid(),
  /** How many stand on its register, whatever became of them since. */
  members: z.int().min(0),
}).openapi('Centre')
export type Centre = z.infer<typeof Centre>
