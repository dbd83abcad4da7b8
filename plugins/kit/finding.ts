import type { Text } from './text.ts'

/** What can be wrong with a pack or a regulation. */
export type FindingCode =
  // Reading it.
  | 'tooLarge' | 'notJson' | 'unreadable' | 'twice' | 'tooDeep' | 'tooMany' | 'tooLong' | 'newerFormat' | 'tampered' | 'missing' | 'unknownKey' | 'emptyGroup' | 'badId' | 'badValue'
  // What its names stand for.
  | 'unknownFact' | 'unknownTerm' | 'unknownOperator' | 'unknownOption' | 'unknownStanding' | 'unknownBenefit' | 'taken' | 'reserved' | 'cycle' | 'mistyped'
  // What its values say.
  | 'outOfOrder' | 'notSet' | 'usedBeforeSet' | 'belowOne' | 'noTime' | 'daysAsMonths' | 'reversed'
  // What its benefits say.
  | 'contradiction' | 'notAsked' | 'eventDay' | 'notCounted' | 'differs' | 'personalData'
  // What one fund's regulation says.
  | 'noYear' | 'wrongHash' | 'lineage'
  // How judging it by its own cases came out.
  | 'caseFails' | 'tookTooLong'
  // Notes.
  | 'open' | 'ended' | 'alwaysPayable' | 'falls'

/** One thing found in a pack or regulation. An error blocks publishing and sharing, a note does not. `at` is the place: `benefits.2.conditions.all.0.value`. */
export interface Finding {
  level: 'error' | 'note'
  code: FindingCode
  at: string
  text: Text
}

export const error = (code: FindingCode, at: string, th: string, en: string): Finding => ({ level: 'error', code, at, text: { th, en } })

export const note = (code: FindingCode, at: string, th: string, en: string): Finding => ({ level: 'note', code, at, text: { th, en } })

/** Each finding once: two benefits may find the same term wanting. */
export const distinct = (findings: readonly Finding[]): Finding[] => [...new Map(findings.map((each) => [`${each.code} ${each.at}`, each])).values()]

/** A name as it may stand in a message: what came in can be of any length. */
export const brief = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
