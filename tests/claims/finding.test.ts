import { expect, test } from 'vitest'
import { agreesWith, type Finding } from '../../server/claims/finding.ts'

const finding = (outcome: Finding['outcome'], lowSatang = 0, highSatang = lowSatang): Finding => ({ outcome, lowSatang, highSatang })
const approved = (amountSatang: number) => ({ outcome: 'approved' as const, amountSatang })
const refused = { outcome: 'refused' as const, amountSatang: 0 }

test.each([
  ['the amount of the rules', finding('eligible', 60_000), approved(60_000), true],
  ['a satang more', finding('eligible', 60_000), approved(60_001), false],
  ['a satang less', finding('eligible', 60_000), approved(59_999), false],
  ['a refusal of what the rules give', finding('eligible', 60_000), refused, false],
  ['a refusal where the rules refuse', finding('ineligible'), refused, true],
  ['anything at all where the rules refuse', finding('ineligible'), approved(0), false],
  ['a refusal of what lacks an answer', finding('incomplete'), refused, true],
  ['the lower end of what is left to people', finding('judgement', 100, 200), approved(100), true],
  ['beyond the upper end of it', finding('judgement', 100, 200), approved(201), false],
  ['a refusal of what is left to people', finding('judgement', 100, 200), refused, true],
])('%s', (_what, seen, decided, agrees) => {
  expect(agreesWith(seen, decided)).toBe(agrees)
})
