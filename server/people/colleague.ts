import { z } from '@hono/zod-openapi'
import { FUND_ROLES, type FundRole } from '../http/role.ts'

export const FundRoleName = z.enum(Object.keys(FUND_ROLES) as [FundRole, ...FundRole[]]) // the keys of a literal, of which there is one

/** Somebody who serves in the fund, with the roles they hold there. */
export const Colleague = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  roles: z.array(FundRoleName).min(1),
}).openapi('Colleague')
export type Colleague = z.infer<typeof Colleague>
