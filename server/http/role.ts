import type { Text } from '../../plugins/kit/text.ts'

/** The offices of a fund, as its committee calls them. One person may hold several. */
export const FUND_ROLES = {
  viewer: { th: 'ผู้ดูข้อมูล', en: 'viewer' },
  clerk: { th: 'ผู้บันทึก', en: 'clerk' },
  approver: { th: 'กรรมการพิจารณา', en: 'approver' },
  treasurer: { th: 'เหรัญญิก', en: 'treasurer' },
  'rule-keeper': { th: 'ผู้ดูแลระเบียบ', en: 'rule keeper' },
  'fund-admin': { th: 'ผู้ดูแลกองทุน', en: 'fund administrator' },
} as const satisfies Record<string, Text>
export type FundRole = keyof typeof FUND_ROLES

/** Every role that can be given: a fund's, and those outside of any. */
export const ROLES = {
  ...FUND_ROLES,
  'network-officer': { th: 'เจ้าหน้าที่เครือข่าย', en: 'network officer' },
  operator: { th: 'ผู้ดูแลระบบ', en: 'operator' },
} as const satisfies Record<string, Text>
export type Role = keyof typeof ROLES

export const isFundRole = (role: string): role is FundRole => role in FUND_ROLES
