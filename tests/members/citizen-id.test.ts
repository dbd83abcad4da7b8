import { expect, test } from 'vitest'
import { CitizenId, keepCitizenIds, maskCitizenId } from '../../server/members/citizen-id.ts'

const kept = keepCitizenIds('a secret that is thirty-two letters long, or longer')
const somchai = { fundId: 'ban-mai', memberId: 'somchai' }

test.each(['0100000000018', '0-1000-00000-01-8', '0 1000 00000 01 8', '๐-๑๐๐๐-๐๐๐๐๐-๐๑-๘'])('%s is read', (typed) => {
  expect(CitizenId.parse(typed)).toBe('0100000000018')
})

test.each(['0100000000017', '010000000001', '01000000000181', '', 'x100000000011', '0100000000O11'])('%j is refused, in both languages', (typed) => {
  const read = CitizenId.safeParse(typed)

  expect(read.error?.issues[0]).toMatchObject({ params: { th: expect.stringContaining('เลขประจำตัวประชาชน') } })
})

test('a wrong third digit is never noticed: an equal number alone makes nobody the same', () => {
  const accepted = [...'0123456789'].map((digit) => `01${digit}0000000018`).filter((id) => CitizenId.safeParse(id).success)

  expect(accepted).toHaveLength(10)
})

test('what is sealed tells nothing and opens for its own member of its own fund', () => {
  const sealed = kept.seal('0100000000018', somchai)

  expect(sealed).not.toContain('0100000000018')
  expect(kept.seal('0100000000018', somchai)).not.toBe(sealed)
  expect(kept.open(sealed, somchai)).toBe('0100000000018')
  expect(() => kept.open(sealed, { ...somchai, memberId: 'malee' })).toThrow()
  expect(() => kept.open(sealed, { ...somchai, fundId: 'nong-bua' })).toThrow()
  expect(() => keepCitizenIds('another secret of at least thirty-two letters').open(sealed, somchai)).toThrow()
})

test('one ID has one hash in a fund, and another in the next', () => {
  expect(kept.hash('0100000000018', 'ban-mai')).toBe(kept.hash('0100000000018', 'ban-mai'))
  expect(kept.hash('0100000000018', 'ban-mai')).not.toBe(kept.hash('0100000000018', 'nong-bua'))
  expect(keepCitizenIds('another secret of at least thirty-two letters').hash('0100000000018', 'ban-mai')).not.toBe(kept.hash('0100000000018', 'ban-mai'))
})

test('the mask shows the last four digits', () => {
  expect(maskCitizenId('0100000000123')).toBe('x-xxxx-xxxx0-12-3')
})
