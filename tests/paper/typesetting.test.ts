import { expect, test } from 'vitest'
import { Problem } from '../../server/http/problem.ts'
import { typeset } from '../../server/paper/typesetting.ts'

const sheet = (title: string) => ({ language: 'th', hash: title, draft: '', notYet: '', foot: 'ก', page: ['', ''], sign: 'ลงชื่อ', offices: ['ก', 'ข'], kicker: 'ก', title, below: '', benefits: [], notes: [], ask: 'ถาม' })
const set = async (title: string) => typeset('regulations/picture.typ', sheet(title), 'svg')

test('of many who ask at once so many wait, and the others are told to come back', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 60 }, (_, at) => set(`แผ่นที่ ${at}`)))
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
  expect(refused).toHaveLength(20)
  for (const reason of refused) expect(reason).toMatchObject({ code: 'unavailable' } satisfies Partial<Problem>)
  expect((await set('แผ่นที่ 59')).byteLength, 'and once there is room, it is made').toBeGreaterThan(1000)
})

test('the same sheet is typeset once, whoever asks', async () => {
  const [one, other] = await Promise.all([set('แผ่นเดียวกัน'), set('แผ่นเดียวกัน')])
  expect(other).toBe(one)
  expect(await set('แผ่นเดียวกัน')).toBe(one)
})

test('a sheet that its template cannot print is a fault, and the next is printed', async () => {
  await expect(typeset('regulations/picture.typ', {}, 'svg')).rejects.toThrow('typst')
  expect((await set('แผ่นถัดไป')).byteLength).toBeGreaterThan(1000)
})
