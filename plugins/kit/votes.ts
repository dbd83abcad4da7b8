import { z } from 'zod'
import { refusal, type Text } from './text.ts'

const people = z.int().min(0).max(100_000)

/** How a meeting voted: members called and present, and of those present how many were for, against, and abstained. */
export const Votes = z.strictObject({ called: people.min(1), present: people.min(1), for: people, against: people, abstained: people })
  .refine(({ called, present }) => present <= called, { path: ['present'], ...refusal('ผู้มาประชุมมากกว่าผู้มีสิทธิเข้าประชุม', 'more were present than could be') })
  .refine(({ present, for: yes, against, abstained }) => yes + against + abstained <= present, { path: ['for'], ...refusal('คะแนนเสียงรวมกันมากกว่าผู้มาประชุม', 'there are more votes than members present') })
export type Votes = z.infer<typeof Votes>

/** Whether more were for than against. */
export const isCarried = ({ for: yes, against }: Votes) => yes > against

/**
 * What a committee should look at before it relies on a vote. Funds' own regulations ask for different quorums and majorities, so none of
 * this forbids anything.
 */
export function notesOn(votes: Votes | undefined): Text[] {
  if (!votes) return [{ th: 'ยังไม่ได้บันทึกองค์ประชุมและคะแนนเสียง', en: 'who was present and how they voted is not recorded' }]
  const { called, present, for: yes } = votes
  return [
    ...(present * 2 < called ? [{ th: `มาประชุม ${present} จาก ${called} คน ไม่ถึงกึ่งหนึ่ง ดูว่าระเบียบของกองทุนให้ครบองค์ประชุมที่เท่าใด`, en: `${present} of ${called} were present, less than half: see what your regulation asks for` }] : []),
    ...(isCarried(votes) && yes * 3 < present * 2 ? [{ th: `เห็นชอบ ${yes} จาก ${present} คน ไม่ถึงสองในสาม บางกองทุนกำหนดสองในสามสำหรับการแก้ระเบียบ`, en: `${yes} of ${present} were for it, less than two thirds, which some funds ask for a change of their rules` }] : []),
  ]
}

/** "มาประชุม 62 จาก 110 คน เห็นชอบ 58 ไม่เห็นชอบ 2 งดออกเสียง 2". */
export const votesInWords = ({ called, present, for: yes, against, abstained }: Votes): Text => ({
  th: `มาประชุม ${present} จาก ${called} คน เห็นชอบ ${yes} ไม่เห็นชอบ ${against} งดออกเสียง ${abstained}`,
  en: `${present} of ${called} present, ${yes} for, ${against} against, ${abstained} abstained`,
})
