import type { committee as th } from '../th/committee.ts'

export const committee: typeof th = {
  today: 'Today',
  claims: 'Claims',
  members: 'Members',
  rules: 'Rules',
  more: 'More',
}
