import { z } from 'zod'
import { BadInput } from './bad-input.ts'
import type { Claim } from './claim.ts'
import { Day } from './day.ts'
import { evaluate } from './evaluate.ts'
import { FundTerms } from './fund-terms.ts'
import { PackId, type Pack } from './pack.ts'
import { kitVocabulary, type Vocabulary } from './plugin.ts'
import { packHash, REGULATION_FORMAT, type Regulation } from './regulation.ts'
import { Step, type DatedValue } from './term.ts'
import { Text } from './text.ts'
import { Id, Name, Value } from './value.ts'
import type { Reason, Verdict } from './verdict.ts'

const Facts = z.record(Id, Value)
const Covered = z.array(z.strictObject({ from: Day, until: Day })).max(400)

/** Values for what the pack leaves to the fund: its fund terms, and its open terms by id. */
const Given = z.strictObject({ fundTerms: FundTerms.partial().optional(), values: z.record(Id, z.union([Value, z.array(Step), z.record(Id, z.number())])).optional() })

const Expectation = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('eligible'), satang: z.int().min(0), inKind: z.array(Id).optional(), cutBy: z.array(z.string()).optional() }),
  z.strictObject({ outcome: z.literal('judgement'), fromSatang: z.int().min(0), toSatang: z.int().min(0), inKind: z.array(Id).optional(), cutBy: z.array(z.string()).optional() }),
  z.strictObject({ outcome: z.literal('ineligible'), because: z.array(z.string()).min(1) }),
  z.strictObject({ outcome: z.literal('incomplete'), missing: z.array(Id).min(1) }),
  z.strictObject({ outcome: z.literal('refused'), at: z.string() }),
])
export type Expectation = z.infer<typeof Expectation>

/** A named neighbour, an event, and what the rules must say of it. */
export const Case = z.strictObject({
  /** A sentence that a committee member would say. */
  name: Text,
  /** The id of the decision it restates, where it restates one. */
  source: z.string().max(60).optional(),
  person: Id,
  benefit: Id,
  facts: Facts,
  claimedOn: Day.optional(),
  decidedOn: Day.optional(),
  fund: Facts.optional(),
  history: z.array(z.strictObject({ benefit: Id, on: Day, of: z.enum(['member', 'family']).optional(), satang: z.int().min(0).optional(), uses: z.record(Id, z.int().min(0)) })).max(200).optional(),
  given: Given.optional(),
  expect: Expectation,
})
export type Case = z.infer<typeof Case>

export const CASES_FORMAT = 'sajja/cases@1'

/** The cases that stand beside a pack. */
export const Cases = z.strictObject({
  format: z.literal(CASES_FORMAT),
  pack: PackId,
  given: Given.optional(),
  persons: z.record(Id, z.strictObject({ name: Name, facts: Facts, covered: Covered.optional() })),
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

/** A case as the claim that it states. */
export function claimOf(each: Case, cases: Cases, regulation: Regulation, vocabulary: Vocabulary = kitVocabulary): Claim {
  const person = cases.persons[each.person]
  if (!person) throw new BadInput('person', { th: `ไม่มีคนตัวอย่างชื่อ "${each.person}"`, en: `there is no example person "${each.person}"` })
  const own = Object.entries(person.facts).filter(([id]) => !Object.hasOwn(each.facts, id))
  return {
    regulation,
    benefitId: each.benefit,
    answers: each.facts,
    member: { facts: Object.fromEntries(own), ...(person.covered ? { covered: person.covered } : {}) },
    fund: each.fund ?? {},
    history: (each.history ?? []).map(({ benefit, on, of = 'member', satang = 0, uses }) => ({ benefitId: benefit, eventOn: on, of, amountSatang: satang, uses })),
    vocabulary,
    ...(each.claimedOn === undefined ? {} : { claimedOn: each.claimedOn }),
    ...(each.decidedOn === undefined ? {} : { decidedOn: each.decidedOn }),
  }
}

/** How one case came out. `found` is in the words of the expectation; undefined `verdict` means that the claim was refused as input. */
export interface CaseResult {
  case: Case
  passed: boolean
  found: Expectation
  verdict?: Verdict
}

/** Judges one case. */
export async function runCase(each: Case, cases: Cases, regulation: Regulation, vocabulary?: Vocabulary): Promise<CaseResult> {
  try {
    const verdict = await evaluate(claimOf(each, cases, regulation, vocabulary))
    const found = inWords(verdict)
    return { case: each, passed: matches(each.expect, found), found, verdict }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const found: Expectation = { outcome: 'refused', at: error.where }
    return { case: each, passed: matches(each.expect, found), found }
  }
}

/** Judges every case of a pack. */
export async function runCases(pack: Pack, cases: Cases, vocabulary?: Vocabulary): Promise<CaseResult[]> {
  const shared = regulationFor(pack, cases.given)
  const results: CaseResult[] = []
  for (const each of cases.cases) results.push(await runCase(each, cases, each.given ? regulationFor(pack, cases.given, each.given) : shared, vocabulary))
  return results
}

/** What a reason is called in a case: the condition's or the limit's id, `once`, or `nothing-due`. */
export function reasonId(reason: Reason): string {
  if (reason.kind === 'condition') return reason.leaf.id
  if (reason.kind === 'limit') return reason.limit.id
  return reason.kind === 'once' ? 'once' : 'nothing-due'
}

function inWords(verdict: Verdict): Expectation {
  if (verdict.outcome === 'ineligible') return { outcome: 'ineligible', because: verdict.reasons.map(reasonId).toSorted() }
  if (verdict.outcome === 'incomplete') return { outcome: 'incomplete', missing: verdict.missing.toSorted() }
  const cutBy = verdict.lines.flatMap((line) => (line.kind === 'limit' ? [line.limit] : ['unitsMax', 'yearsMax', 'amountMax'].includes(line.kind) ? [line.kind] : [])).toSorted()
  const inKind = verdict.inKind.map((item) => item.id)
  return verdict.outcome === 'eligible'
    ? { outcome: 'eligible', satang: verdict.amountSatang, inKind, cutBy }
    : { outcome: 'judgement', fromSatang: verdict.range.low, toSatang: verdict.range.high, inKind, cutBy }
}

/** Whether all that is expected was found; what an expectation does not mention is free. */
function matches(expected: Expectation, found: Expectation): boolean {
  return Object.entries(expected).every(([key, value]) => {
    const seen = (found as Record<string, unknown>)[key]
    return JSON.stringify(Array.isArray(value) ? value.toSorted() : value) === JSON.stringify(seen)
  })
}

/** The ids of conditions that no case has seen met, and of those that none has seen unmet. */
export function unseenConditions(results: readonly CaseResult[], leafIds: readonly string[]): { neverMet: string[]; neverUnmet: string[] } {
  const seen = results.flatMap(({ verdict }) => verdict?.conditions ?? [])
  const never = (met: boolean) => leafIds.filter((id) => !seen.some((each) => each.leaf.id === id && each.met === met))
  return { neverMet: never(true), neverUnmet: never(false) }
}
