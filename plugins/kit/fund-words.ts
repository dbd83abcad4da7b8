import type { FundTerms } from './fund-terms.ts'
import { CONTRIBUTION } from './glossary.ts'
import type { Text } from './text.ts'

/** When a fund's year begins. */
export const YEAR_BEGINS: Record<NonNullable<FundTerms['year']>, Text> = {
  calendar: { th: 'ปีหนึ่งเริ่มนับวันที่ 1 มกราคม', en: 'A year begins on 1 January.' },
  fiscal: { th: 'ปีหนึ่งเริ่มนับวันที่ 1 ตุลาคม', en: 'A year begins on 1 October.' },
  membership: { th: 'ปีหนึ่งเริ่มนับวันที่เริ่มเป็นสมาชิก', en: 'A year begins on the day the membership began.' },
}

/** From which day time as a member counts. */
export const MEMBER_FROM: Record<FundTerms['memberFrom'], Text> = {
  joined: { th: 'เวลาเป็นสมาชิก นับจากวันที่เข้าเป็นสมาชิก', en: 'Time as a member counts from the day of joining.' },
  applied: { th: 'เวลาเป็นสมาชิก นับจากวันที่ยื่นใบสมัคร', en: 'Time as a member counts from the day of applying.' },
  approved: { th: 'เวลาเป็นสมาชิก นับจากวันที่กรรมการมีมติรับ', en: 'Time as a member counts from the day of approval.' },
}

/** When arrears end a membership. */
export function lapseWords({ by, moreThan }: NonNullable<FundTerms['lapse']>, { th }: Text = CONTRIBUTION): Text {
  return by === 'instalmentsMissed'
    ? { th: `ค้างส่ง${th}เกิน ${moreThan} งวด พ้นสมาชิกภาพเพราะขาดส่ง`, en: `Membership ends when more than ${moreThan} instalments are not paid in.` }
    : { th: `ไม่ได้ส่ง${th}เกิน ${moreThan} วัน พ้นสมาชิกภาพเพราะขาดส่ง`, en: `Membership ends when nothing is paid in for more than ${moreThan} days.` }
}
