import type { NoticeLine } from './notice-line.ts'
import type { Text } from './text.ts'

/** What the clauses of a benefit are about, in the order in which they are read. */
export const ASPECT_NAMES = {
  amount: { th: 'จำนวนที่ได้', en: 'What it gives' }, limit: { th: 'เพดาน', en: 'Limits' }, condition: { th: 'เงื่อนไข', en: 'Conditions' }, claim: { th: 'การยื่น', en: 'Claiming' },
  people: { th: 'กรรมการวินิจฉัย', en: 'What the committee judges' }, payee: { th: 'ผู้รับเงิน', en: 'Who is paid' }, document: { th: 'เอกสาร', en: 'Documents' },
} satisfies Partial<Record<NoticeLine['about'], Text>>
export type Aspect = keyof typeof ASPECT_NAMES
export const ASPECTS = Object.keys(ASPECT_NAMES) as Aspect[] // the record has these and no others
