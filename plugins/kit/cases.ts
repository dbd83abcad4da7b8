import { z } from 'zod'
import { BadInput } from './bad-input.ts'
import { FundTerms } from './fund-terms.ts'
import { ExamplePerson, judgeNeighbour, Neighbour, type NeighbourResult } from './neighbour.ts'
import { PackId, type Pack } from './pack.ts'
import type { Vocabulary } from './plugin.ts'
import { packHash, REGULATION_FORMAT, type Regulation } from './regulation.ts'
import { Step, type DatedValue } from './term.ts'
import { Text } from './text.ts'
import { Id, Value } from './value.ts'

/** Values for what the pack leaves to the fund: its fund terms, and its open terms by id. */
const Given = z.strictObject({ fundTerms: FundTerms.partial().optional(), values: z.record(Id, z.union([Value, z.array(Step), z.record(Id, z.number())])).optional() })

/** An example person of the file, an event, and what the rules must say of it. */
export const Case = Neighbour.extend({
  person: Id,
  /** The id of the decision it restates, where it restates one. */
  source: z.string().max(60).optional(),
  given: Given.optional(),
})
export type Case = z.infer<typeof Case>

export const CASES_FORMAT = 'sajja/cases@1'

/** The cases that stand beside a pack. */
export const Cases = z.strictObject({
  format: z.literal(CASES_FORMAT),
  pack: PackId,
  given: Given.optional(),
  persons: z.record(Id, ExamplePerson),
  cases: z.array(Case).min(1).max(2000),
  /** Decisions of the source that no benefit rule can say, each with the reason. */
  outside: z.array(z.strictObject({ source: z.string(), why: Text })).optional(),
})
export type Cases = z.infer<typeof Cases>

/** What the kit takes a fund to mean where the cases do not say. */
export const DEFAULT_FUND_TERMS: FundTerms = { year: 'calendar', memberFrom: 'joined', clock: 'calendar', arrearsCured: 'never' }

const EVER = '1900-01-01'

/** The regulation of a fund that adopted just this pack and set what is given. */
export function regulationFor(pack: Pack, ...given: (z.infer<typeof Given> | undefined)[]): Regulation {
  const values: Record<string, DatedValue[]> = {}
  for (const each of given) for (const [id, value] of Object.entries(each?.values ?? {})) values[id] = [{ from: EVER, value, source: 'given' }]
  const fundTerms = given.reduce<FundTerms>((terms, each) => FundTerms.parse({ ...terms, ...each?.fundTerms }), DEFAULT_FUND_TERMS)
  return { format: REGULATION_FORMAT, title: pack.title, fundTerms, packs: [{ pack, hash: packHash(pack), values }] }
}

/** A case with its person. */
export function neighbourOf({ person: id, source: _source, given: _given, ...rest }: Case, cases: Cases): Neighbour {
  const person = cases.persons[id]
  if (!person) throw new BadInput('person', { th: `ไม่มีคนตัวอย่างชื่อ "${id}"`, en: `there is no example person "${id}"` })
  return { ...rest, person }
}

/** How one case came out. */
export interface CaseResult extends NeighbourResult {
  case: Case
}

/** Judges one case. */
export async function runCase(each: Case, cases: Cases, regulation: Regulation, vocabulary?: Vocabulary): Promise<CaseResult> {
  return { case: each, ...await judgeNeighbour(neighbourOf(each, cases), regulation, vocabulary) }
}

/** Judges every case of a pack. */
export async function runCases(pack: Pack, cases: Cases, vocabulary?: Vocabulary): Promise<CaseResult[]> {
  const shared = regulationFor(pack, cases.given)
  const results: CaseResult[] = []
  for (const each of cases.cases) results.push(await runCase(each, cases, each.given ? regulationFor(pack, cases.given, each.given) : shared, vocabulary))
  return results
}

/** The ids of conditions that no case has seen met, and of those that none has seen unmet. */
export function unseenConditions(results: readonly NeighbourResult[], leafIds: readonly string[]): { neverMet: string[]; neverUnmet: string[] } {
  const seen = results.flatMap(({ verdict }) => verdict?.conditions ?? [])
  const never = (met: boolean) => leafIds.filter((id) => !seen.some((each) => each.leaf.id === id && each.met === met))
  return { neverMet: never(true), neverUnmet: never(false) }
}
