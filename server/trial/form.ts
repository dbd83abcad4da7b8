import { benefitsOf, inForceOn } from '../../plugins/kit/regulation.ts'
import type { Value } from '../../plugins/kit/value.ts'
import type { Asked } from '../claims/judging.ts'
import type { Publication } from '../regulations/publication.ts'
import type { Happening, Option } from './happenings.ts'

/** What is asked of the fund after something happened, on the form of the regulation in force that day; undefined where it offers nothing for it. */
export function fillForm(publications: readonly Publication[], { category, on, claimedOn, tells }: Happening): Asked | undefined {
  const regulation = inForceOn(publications, on)?.regulation
  const offered = regulation && benefitsOf(regulation).find(({ benefit }) => benefit.category === category)
  if (!offered) return undefined

  const { benefit, adopted: { pack } } = offered
  const answers: Record<string, Value> = {}
  for (const asked of benefit.asks) {
    const told = tells[asked] ?? (asked === benefit.eventOn ? on : undefined)
    if (told !== undefined) answers[asked] = isOption(told) ? optionAt(pack.facts?.[asked]?.options ?? {}, told) : told
  }
  return { benefitId: benefit.id, answers, claimedOn }
}

const isOption = (told: Value | Option): told is Option => typeof told === 'object' && 'option' in told

function optionAt(options: Record<string, unknown>, { option }: Option): string {
  const chosen = Object.keys(options)[option]
  if (chosen === undefined) throw new Error('the form has fewer options than were told')
  return chosen
}
