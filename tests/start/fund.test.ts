import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newDataFolder, run, start } from './program.ts'

const KAMALA = 'tenants/phuket/kamala.json'

test('it works beside a running program: a file is applied, and twice changes nothing', async () => {
  const folder = newDataFolder()
  const program = await start({ DATA_DIR: folder })
  const file = changed(folder, { contact: { th: 'วัดกมลา', en: 'Kamala temple' } })

  const first = await fund(folder, 'apply', file)
  expect(first).toMatchObject({ exitCode: 0 })
  expect(first.said).toContain('ที่ติดต่อ: วัดกมลา')
  expect(await (await program.get('/api/funds/kamala')).json()).toMatchObject({ contact: { en: 'Kamala temple' } })
  expect(await fund(folder, 'apply', file)).toEqual({ exitCode: 0, said: 'kamala: ไม่มีอะไรเปลี่ยน · nothing changes\n' })
})

test('a fund is exported as the file it came from, whether the program runs or not', async () => {
  const folder = newDataFolder()
  const program = await start({ DATA_DIR: folder })
  const asItCame = { exitCode: 0, said: readFileSync(KAMALA, 'utf8') }
  expect(await fund(folder, 'export', 'kamala')).toEqual(asItCame)
  program.kill('SIGINT')
  await program.ended

  expect(await fund(folder, 'export', 'kamala')).toEqual(asItCame)
})

test('a wrong file is refused with the place, and nothing is applied', async () => {
  const folder = newDataFolder()
  const program = await start({ DATA_DIR: folder })
  const file = changed(folder, { contact: { th: 'ที่อื่น', en: 'Elsewhere' }, publications: [] })

  const refused = await fund(folder, 'apply', file)
  expect(refused.exitCode).toBe(1)
  expect(refused.said).toContain('kamala.json publications: ขาดระเบียบที่ประกาศใช้แล้วตั้งแต่ 1 มกราคม 2569')
  expect(refused.said).toContain('ไม่มีอะไรเปลี่ยน · nothing was changed')
  expect((await (await program.get('/api/funds/kamala')).json()).contact.en).not.toBe('Elsewhere')
})

test.each([
  [['apply'], 2, 'apply FILE'],
  [['remove', 'kamala'], 2, 'export SLUG'],
  [['apply', 'no-such-file.json'], 1, 'no-such-file.json'],
  [['export', 'nowhere'], 1, 'no such fund'],
])('%j says what is wrong', async (words, exitCode, sentence) => {
  const said = await fund(newDataFolder(), ...words)

  expect(said.exitCode).toBe(exitCode)
  expect(said.said).toContain(sentence)
  expect(said.said).not.toContain('    at ')
})

const fund = (folder: string, ...words: string[]) => run(['scripts/fund.ts', ...words], { DATA_DIR: folder }).ended

function changed(folder: string, changes: object): string {
  const file = join(folder, 'kamala.json')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(KAMALA, 'utf8')), ...changes }))
  return file
}
