import { dayText } from './day.ts'
import type { NoticeLine } from './notice-line.ts'
import { clauseOf, sentence, type Edition, type Unnumbered, type WrittenChapter } from './written-clause.ts'
import type { ValuesOn } from './written-values.ts'

/** The last chapter: from when, by which resolution, which edition it follows, and how it may be changed. */
export function forceChapter(edition: Edition, values: ValuesOn): Unnumbered<WrittenChapter> {
  const since = dayText(values.since)
  return {
    title: { th: 'การประกาศใช้และการแก้ไข', en: 'Coming into force, and changes' },
    clauses: [
      clauseOf({ th: 'การประกาศใช้', en: 'Coming into force' }, ...force(edition)),
      clauseOf({ th: 'การใช้ตามวันเกิดเหตุ', en: 'Which rules apply' },
        sentence('เหตุที่เกิดขึ้นในวันใด ให้พิจารณาตามระเบียบและค่าที่ใช้อยู่ในวันนั้น', 'An event is judged by the rules and the values in force on its day.'),
        sentence(`จำนวนเงินและค่าที่กำหนดซึ่งแสดงในระเบียบนี้ ใช้ตั้งแต่วันที่ ${since.th}`, `The amounts and values shown here hold from ${since.en}.`)),
      clauseOf({ th: 'การแก้ไข', en: 'Changes' }, sentence(
        'การแก้ไขระเบียบนี้ ให้ทำเป็นระเบียบฉบับใหม่ตามมติที่ประชุม และไม่มีผลต่อเหตุที่เกิดขึ้นก่อนวันที่ฉบับใหม่เริ่มใช้',
        'These rules are changed by a new edition that a meeting resolves on. It does not touch events before its first day.',
      )),
    ],
  }
}

function force(edition: Edition): NoticeLine[] {
  const { number, fromOn, untilOn, follows } = edition
  const from = dayText(fromOn)
  if (number === undefined) return [sentence(`ระเบียบนี้เป็นร่าง ยังไม่ประกาศใช้ ตั้งใจให้ใช้ตั้งแต่วันที่ ${from.th}`, `This is a draft and not in force. It is meant to hold from ${from.en}.`), ...resolution(edition)]
  const until = untilOn === undefined ? undefined : dayText(untilOn)
  const before = follows && dayText(follows.fromOn)
  return [
    until
      ? sentence(`ระเบียบนี้เป็นฉบับที่ ${number} ใช้ตั้งแต่วันที่ ${from.th} จนถึงก่อนวันที่ ${until.th}`, `This is edition ${number}, in force from ${from.en} and before ${until.en}.`)
      : sentence(`ระเบียบนี้เป็นฉบับที่ ${number} ใช้ตั้งแต่วันที่ ${from.th} เป็นต้นไป`, `This is edition ${number}, in force from ${from.en}.`),
    ...resolution(edition),
    ...(follows && before ? [sentence(`ใช้แทนฉบับที่ ${follows.number} ซึ่งใช้ตั้งแต่วันที่ ${before.th}`, `It takes the place of edition ${follows.number}, in force from ${before.en}.`)] : []),
  ]
}

function resolution({ number: edition, resolution }: Edition): NoticeLine[] {
  if (!resolution) return []
  const { number, heldOn, title } = resolution
  const day = dayText(heldOn)
  if (edition === undefined) return [sentence(`เสนอที่ประชุม ครั้งที่ ${number} วันที่ ${day.th}`, `It is put to meeting ${number} of ${day.en}.`)]
  const numbered = (said: string, th: string) => (said.includes(number) ? said : said + th)
  return [title
    ? sentence(`ตาม${numbered(title.th, ` ครั้งที่ ${number}`)} เมื่อวันที่ ${day.th}`, `By resolution: ${numbered(title.en, `, no. ${number}`)}, of ${day.en}.`)
    : sentence(`ตามมติที่ประชุม ครั้งที่ ${number} เมื่อวันที่ ${day.th}`, `By resolution ${number} of ${day.en}.`)]
}
