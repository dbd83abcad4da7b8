import type { Lang } from '../../plugins/kit/text.ts'

/** The first digits of a hash, which tell two regulations apart, in groups that can be read aloud. */
const short = (hash: string) => (hash.replace('sha256:', '').slice(0, 12).match(/.{4}/g) ?? []).join('\u00a0')

const th = {
  chapter: (number: number) => `หมวด ${number}`,
  edition: (number: number) => `ฉบับที่ ${number}`,
  source: (where: string) => `ที่มา: ${where}`,
  code: (hash: string) => `รหัส ${short(hash)}`,
  whole: (hash: string) => `รหัสของระเบียบ ${hash}`,
  /** The parts of "หน้า ๑ จาก ๓" around its two numbers. */
  page: ['หน้า ', ' จาก '],
  draft: 'ร่าง',
  notYet: (day: string) => `ร่าง ยังไม่ประกาศใช้ · ตั้งใจให้ใช้ตั้งแต่วันที่ ${day}`,
  proclaimed: 'ประกาศ ณ วันที่ ............ เดือน .................................. พ.ศ. ................',
  resolved: (number: string, day: string) => `ตามมติที่ประชุม ครั้งที่ ${number} วันที่ ${day}`,
  resolvedByHand: 'ตามมติที่ประชุม ครั้งที่ .................... วันที่ ..................................',
  sign: 'ลงชื่อ',
  offices: ['ประธานกองทุน', 'เลขานุการกองทุน'],
  noticeOf: (fund: string) => `ประกาศ${fund}`,
  noticeTitle: 'สวัสดิการของสมาชิก',
  inForce: (day: string, resolution: string | undefined) => `ใช้ตั้งแต่วันที่ ${day}${resolution === undefined ? '' : ` ตาม${resolution}`}`,
  ask: 'ถามสิทธิของท่านได้ที่กรรมการหมู่บ้าน',
}

const en: typeof th = {
  chapter: (number) => `Chapter ${number}`,
  edition: (number) => `Edition ${number}`,
  source: (where) => `Source: ${where}`,
  code: (hash) => `Code ${short(hash)}`,
  whole: (hash) => `Code of this regulation: ${hash}`,
  page: ['Page ', ' of '],
  draft: 'Draft',
  notYet: (day) => `Draft, not in force · meant to hold from ${day}`,
  proclaimed: 'Given on ............ of ........................................ in the year ................',
  resolved: (number, day) => `By resolution ${number} of ${day}`,
  resolvedByHand: 'By resolution no. .................... of ..................................',
  sign: 'Signed',
  offices: ['Chair of the fund', 'Secretary of the fund'],
  noticeOf: (fund) => `Notice of ${fund}`,
  noticeTitle: 'Benefits for members',
  inForce: (day, resolution) => `In force from ${day}${resolution === undefined ? '' : ` · ${resolution}`}`,
  ask: 'Ask your village’s committee member about your rights.',
}

/** The words that stand on a sheet beside what the rules say. */
export const SHEET_WORDS: Record<Lang, typeof th> = { th, en }
