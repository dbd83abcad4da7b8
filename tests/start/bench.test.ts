import { expect, test } from 'vitest'
import { run } from './program.ts'

test('the bench measures whatever it has, each beside its reference', async () => {
  const { exitCode, said } = await run(['bench/main.ts', '--once', '--json'], {}).ended
  expect(exitCode, said).toBe(0)

  const rows = said.trim().split('\n').map((line) => JSON.parse(line) as { name: string; ours: number; reference: number })
  expect(rows.map(({ name }) => name)).toEqual(['walls-in-fund', 'register-in-fund', 'receipt-in-fund', 'one-claim', 'one-claim-stored', 'one-claim-p99', 'compare-18-by-10'])
  for (const { name, ours, reference } of rows) expect(Math.min(ours, reference), name).toBeGreaterThan(0)
})
