import { arabicDigits, CleanString } from '../../plugins/kit/text.ts'

/** A telephone number as it is dialled in Thailand: 0812345678, whether typed with spaces, hyphens, Thai digits or +66. */
export const Phone = CleanString
  .overwrite((typed) => arabicDigits(typed).replace(/[\s().-]/g, '').replace(/^\+?66(?=\d{8,9}$)/, '0'))
  .refine((dialled) => /^0\d{8,9}$/.test(dialled), { error: 'a telephone number has nine or ten digits and begins with 0', params: { th: 'เบอร์โทรมีเก้าหรือสิบหลัก ขึ้นต้นด้วย 0', en: 'a telephone number has nine or ten digits and begins with 0' } })

/** A number that somebody can be called by. */
export const OwnPhone = Phone.refine((dialled) => !dialled.startsWith('00'), { error: 'nobody is given such a number', params: { th: 'ไม่มีเบอร์โทรแบบนี้', en: 'nobody is given such a number' } })

export const PersonName = CleanString.trim().min(1).max(160)

/** A password as it is typed. Whether a new one is strong enough is another question. */
export const Password = CleanString.min(1).max(200)

/** How long a session outlives its last use: a committee's meeting is long; who sees many funds leaves an office often. */
export const idleMinutesOf = ({ isOfficer }: { isOfficer: boolean }) => (isOfficer ? 30 : 240)
