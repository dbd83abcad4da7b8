import type { Role } from '../../api-people.ts'

/** The roles of a fund, in the order in which its committee thinks of them. */
export const fundRoles = ['viewer', 'clerk', 'approver', 'treasurer', 'rule-keeper', 'fund-admin'] as const satisfies Role[]
