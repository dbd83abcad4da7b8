import { expect, test } from 'vitest'
import { isCarried, notesOn, Votes, votesInWords } from '../../plugins/kit/votes.ts'

const votes = { called: 100, present: 60, for: 50, against: 6, abstained: 4 }
const notes = (more: Partial<Votes>) => notesOn({ ...votes, ...more }).map(({ en }) => en)

test('a vote is carried by more for than against', () => {
  expect([{ for: 31, against: 30 }, { for: 30, against: 30 }, { for: 0, against: 0 }].map((more) => isCarried({ ...votes, ...more }))).toEqual([true, false, false])
})

test.each([
  ['nothing, where half are present and two thirds of them are for it', { present: 50, for: 34, against: 0 }, []],
  ['fewer than half', { present: 49, for: 40 }, ['49 of 100 were present, less than half: see what your regulation asks for']],
  ['fewer than two thirds', { present: 60, for: 39, against: 20 }, ['39 of 60 were for it, less than two thirds, which some funds ask for a change of their rules']],
  ['nothing more where the vote was lost', { for: 20, against: 40, abstained: 0 }, []],
])('pointed out: %s', (_what, more, said) => {
  expect(notes(more)).toEqual(said)
})

test('a vote that is not recorded is pointed out', () => {
  expect(notesOn(undefined)).toHaveLength(1)
})

test('it reads as the minutes do', () => {
  expect(votesInWords(votes)).toEqual({ th: 'มาประชุม 60 จาก 100 คน เห็นชอบ 50 ไม่เห็นชอบ 6 งดออกเสียง 4', en: '60 of 100 present, 50 for, 6 against, 4 abstained' })
})

test.each([['all abstained', { for: 0, against: 0, abstained: 60 }, true], ['one vote too many', { for: 51 }, false], ['one present too many', { present: 101 }, false]])('%s', (_what, more, isFine) => {
  expect(Votes.safeParse({ ...votes, ...more }).success).toBe(isFine)
})
