import type { JudgeTree } from './engine.ts'
import type { Operator } from './operator.ts'
import type { Value } from './value.ts'

/** What is known of a fact. Where it is unknown, `ask` names the questions that would tell it. */
export type Found =
  | { state: 'known'; value: Value; from: 'asked' | 'recorded' | 'derived' | 'stated' }
  | { state: 'notApplicable' }
  | { state: 'unknown'; ask: string[] }

/** What a judgement reads: the facts found, the values of terms on the event's day, the operators. */
export interface Known {
  found: (factId: string) => Found
  term: (termId: string) => Value | undefined
  operators: Readonly<Record<string, Operator>>
  judgeTree: JudgeTree
}

/** The questions that would tell an unknown fact. */
export const asksOf = (found: Found): string[] => (found.state === 'unknown' ? found.ask : [])
