import type { Day } from './day.ts'
import type { LeafSeen } from './judge.ts'
import type { LimitState } from './limit.ts'
import type { Found } from './known.ts'
import type { Per } from './pack.ts'
import type { Duration } from './duration.ts'
import type { Text } from './text.ts'
import type { Name, Value } from './value.ts'

/** The upper end of a range that has none, because the fund has not set a value: above anything that can be paid, and safe in JSON. */
export const ENDLESS = 100_000_000_001

/** Satang from `low` to `high`; the same where the rules leave nothing to people; `high` is ENDLESS where it has no upper end. */
export interface Range {
  low: number
  high: number
}

/** One line of the till slip: what it adds or (below zero) takes off. The lines of a verdict add up to its amount. */
export type Line = Range & (
  | { kind: 'fixed'; term: string }
  | { kind: 'units'; fact: string; units: number; rateSatang: number }
  | { kind: 'step'; by: string; reached: Value; from: number | Duration; term?: string }
  | { kind: 'beyond'; times: number; addSatang: number }
  | { kind: 'base'; term: string }
  | { kind: 'years'; fact: string; years: number; rateSatang: number }
  | { kind: 'percent'; fact: string; percent: number; baseSatang: number }
  | { kind: 'item'; term: string; item: string }
  | { kind: 'cost'; fact: string }
  | { kind: 'levy'; payers: number; rateSatang: number }
  | { kind: 'decided' }
  | { kind: 'notSet'; term: string }
  | { kind: 'unitsMax'; fact: string; atMost: number }
  | { kind: 'yearsMax'; atMost: number }
  | { kind: 'amountMax'; atMostSatang: number }
  | { kind: 'raised'; atLeastSatang: number }
  | { kind: 'less'; term: string }
  | { kind: 'share'; percent: number }
  | { kind: 'limit'; limit: string; per: Per; of: string; atMost: number; used: number; usedOn: Day[] }
)

/** Something given beside the baht. */
export interface InKind {
  id: string
  name: Name
}

/** Why a claim does not meet the rules: a condition that is not met, a limit with nothing left, a second time of what happens once, or nothing due. */
export type Reason =
  | ({ kind: 'condition' } & LeafSeen)
  | ({ kind: 'limit' } & LimitState)
  | { kind: 'once'; grantedOn: Day }
  | { kind: 'nothingDue' }

/** Why people decide: the benefit says so, the amount is theirs to set, or the fund has not set a value. */
export type LeftToPeople =
  | { kind: 'judgement'; text: Text }
  | { kind: 'range' }
  | { kind: 'notSet'; term: string }

/** What every verdict says: which benefit and rules, the event's day, the facts used with their origin, and every condition as it was seen. */
export interface Seen {
  benefitId: string
  regulationHash: string
  eventOn?: Day
  facts: Record<string, Found>
  conditions: LeafSeen[]
  /** Documents to bring; `unsure` where an answer decides whether it is needed. */
  documents: { id: string; unsure: boolean }[]
}

/** What the rules say about one claim (ผลตรวจตามระเบียบ). People decide. */
export type Verdict = Seen & (
  | { outcome: 'eligible'; amountSatang: number; lines: Line[]; inKind: InKind[]; worthSatang: number; limits: LimitState[]; uses: Record<string, number> }
  | { outcome: 'judgement'; range: Range; lines: Line[]; inKind: InKind[]; worthSatang: number; limits: LimitState[]; uses: Record<string, number>; people: LeftToPeople[] }
  | { outcome: 'ineligible'; reasons: Reason[]; lines: Line[]; limits: LimitState[] }
  | { outcome: 'incomplete'; missing: string[] }
)
