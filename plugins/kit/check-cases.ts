import { regulationFor, runCases, type Cases } from './cases.ts'
import { checkRegulation } from './check-regulation.ts'
import { error, type Finding } from './finding.ts'
import type { Pack } from './pack.ts'
import type { Vocabulary } from './plugin.ts'

/**
 * Checks the cases of a pack that has no error itself: that they are this pack's, that their people are there and what is given to the
 * fund holds, and then that each comes out as it says.
 */
export async function checkCases(cases: Cases, pack: Pack, vocabulary: Vocabulary): Promise<Finding[]> {
  if (cases.pack !== pack.id) return [error('badValue', 'pack', `คนตัวอย่างเหล่านี้เป็นของชุดกติกา "${cases.pack}" ไม่ใช่ "${pack.id}"`, `these cases are of the pack "${cases.pack}", not of "${pack.id}"`)]
  const unfit = [...strangersIn(cases), ...checkGiven(cases, pack, vocabulary)]
  if (unfit.length > 0) return unfit
  const results = await runCases(pack, cases, vocabulary)
  return results.flatMap(({ case: { name }, passed, failed }, place) => {
    const why = failed ?? { th: `คนตัวอย่างไม่ได้ตามที่ระบุ: ${name.th}`, en: `a case does not come out as it says: ${name.en}` }
    return passed ? [] : [error('caseFails', `cases.${place}`, why.th, why.en)]
  })
}

function strangersIn(cases: Cases): Finding[] {
  return cases.cases.flatMap(({ person }, place) => (Object.hasOwn(cases.persons, person) ? [] : [error('badValue', `cases.${place}.person`, `ไม่มีคนตัวอย่างชื่อ "${person}"`, `there is no example person "${person}"`)]))
}

/** What stands for a fund's own values is checked as a fund's own values are. */
function* checkGiven(cases: Cases, pack: Pack, vocabulary: Vocabulary): Generator<Finding> {
  const givens = [{ at: 'given', given: cases.given }, ...cases.cases.map(({ given }, place) => ({ at: `cases.${place}.given`, given }))]
  for (const { at, given } of givens) {
    if (!given) continue
    const found = checkRegulation(regulationFor(pack, cases.given, given), vocabulary).find(({ level }) => level === 'error')
    if (found) yield error(found.code, at, found.text.th, found.text.en)
  }
}
