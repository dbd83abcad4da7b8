import { BadInput } from './bad-input.ts'
import type { Claim } from './claim.ts'
import { PluginFailed } from './contained.ts'
import type { Day } from './day.ts'
import { evaluate } from './evaluate.ts'
import type { JudgeTree } from './engine.ts'
import { glossaryOf, type Glossary } from './glossary.ts'
import { judgeByTable } from './judge-by-table.ts'
import { claimFor, type StandardNeighbour } from './standard-neighbour.ts'
import type { Benefit, Category } from './pack.ts'
import type { Vocabulary } from './plugin.ts'
import { benefitsOf, type AdoptedPack, type Regulation } from './regulation.ts'
import { requirement } from './requirement.ts'
import { read } from './sentence.ts'
import type { Text } from './text.ts'
import { ENDLESS, type Range, type Reason, type Verdict } from './verdict.ts'

/** What one benefit gives one neighbour. `refused`: what the neighbour answers cannot be under these rules, or a plugin failed. */
export interface Given {
  benefit: Benefit
  outcome: Verdict['outcome'] | 'refused'
  /** Satang; both ends 0 where nothing is due, and where it is not known. A high end of ENDLESS is one that the fund has not set. */
  range: Range
  /** Why not, or what it hangs on; nothing where it is simply given. Told only where it was asked for. */
  because: Text[]
}

/** What a regulation gives a neighbour of one kind of welfare: every benefit of the kind, and their sum. */
export interface GivenOfKind extends Range {
  category: Category
  given: Given[]
}

/** Through what neighbours are sent, and whether it is told why. */
export interface Trial {
  on: Day
  vocabulary: Vocabulary
  tellsWhy?: boolean
  judgeTree?: JudgeTree
}

/** What one regulation gives one neighbour, by kind, in the order of its benefits; kinds that did not happen to them are left out. */
export async function entitlementsFor(neighbour: StandardNeighbour, regulation: Regulation, { on, vocabulary, tellsWhy = false, judgeTree = judgeByTable }: Trial): Promise<GivenOfKind[]> {
  const kinds = new Map<Category, GivenOfKind>()
  for (const offered of benefitsOf(regulation)) {
    const claim = claimFor(neighbour, offered, regulation, on, vocabulary, judgeTree)
    if (!claim) continue
    const given = await judged(claim, offered, tellsWhy ? glossaryOf(offered.adopted, regulation.fundTerms, on, vocabulary) : undefined)
    const { category } = offered.benefit
    const kind = kinds.get(category) ?? { category, low: 0, high: 0, given: [] }
    kinds.set(category, { category, low: kind.low + given.range.low, high: Math.min(ENDLESS, kind.high + given.range.high), given: [...kind.given, given] })
  }
  return [...kinds.values()]
}

async function judged(claim: Claim, { benefit }: { benefit: Benefit; adopted: AdoptedPack }, glossary: Glossary | undefined): Promise<Given> {
  try {
    const verdict = await evaluate(claim)
    const range = verdict.outcome === 'eligible' ? { low: verdict.amountSatang, high: verdict.amountSatang } : verdict.outcome === 'judgement' ? verdict.range : { low: 0, high: 0 }
    return { benefit, outcome: verdict.outcome, range, because: glossary ? because(verdict, glossary) : [] }
  } catch (error) {
    if (!(error instanceof BadInput || error instanceof PluginFailed)) throw error
    return { benefit, outcome: 'refused', range: { low: 0, high: 0 }, because: glossary ? [error.text] : [] }
  }
}

function because(verdict: Verdict, glossary: Glossary): Text[] {
  switch (verdict.outcome) {
    case 'eligible': return []
    case 'ineligible': return verdict.reasons.map((reason) => reasonText(reason, glossary))
    case 'incomplete': return verdict.missing.map((id) => { const { th, en } = glossary.fact(id).label; return { th: `ขึ้นกับ${th}`, en: `depends on the ${en}` } })
    case 'judgement': return verdict.people.map((each) => {
      if (each.kind === 'judgement') return { th: `กรรมการวินิจฉัย: ${each.text.th}`, en: `the committee judges: ${each.text.en}` }
      if (each.kind === 'range') return { th: 'กรรมการกำหนดจำนวน', en: 'the committee sets the amount' }
      const { th, en } = glossary.term(each.term).label
      return { th: `กองทุนยังไม่กำหนด${th}`, en: `the fund has not set: ${en}` }
    })
  }
}

/** Conditions say themselves; a neighbour has drawn nothing yet, so limits and `once` are never the reason. */
function reasonText(reason: Reason, glossary: Glossary): Text {
  if (reason.kind !== 'condition') return { th: 'ไม่มีส่วนที่ต้องจ่าย', en: 'nothing is due' }
  const sentence = requirement(reason.leaf, glossary)
  return { th: `ต้อง${read(sentence, 'th')}`, en: `must be ${read(sentence, 'en')}` }
}
