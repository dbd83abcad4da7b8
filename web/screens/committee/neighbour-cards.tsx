import './neighbours.css'
import { createAsync } from '@solidjs/router'
import { createMemo, For, Show, type Accessor } from 'solid-js'
import { heldFrom, withValue } from '../../../plugins/kit/draft.ts'
import type { Expectation } from '../../../plugins/kit/neighbour.ts'
import { tellNeighbour, type NeighbourTold } from '../../../plugins/kit/neighbour-told.ts'
import { expectationInWords } from '../../../plugins/kit/neighbour-words.ts'
import { benefitsOf, type Regulation } from '../../../plugins/kit/regulation.ts'
import { capital } from '../../../plugins/kit/sentence.ts'
import { termsBehind } from '../../../plugins/kit/terms-used.ts'
import type { KeptNeighbour, Neighbours } from '../../api-neighbours.ts'
import type { Draft } from '../../api-rules.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { guests as enGuests } from '../../text/en/guests.ts'
import { neighbours as en } from '../../text/en/neighbours.ts'
import { guests as thGuests } from '../../text/th/guests.ts'
import { neighbours as th } from '../../text/th/neighbours.ts'
import { NeighbourCardView, type NeighbourCard } from '../../ui/neighbour-card.tsx'
import { vocabulary } from '../../vocabulary.ts'
import { useDesk } from './desk.tsx'
import type { Tried } from './draft-effect.tsx'
import { finishedRules, type Rules } from './neighbour-rules.ts'

const words = inLanguage({ th, en })
const ofGuests = inLanguage({ th: thGuests, en: enGuests })

/** An example person, and how they come out. */
export interface Met extends NeighbourTold {
  kept: KeptNeighbour
  /** The rules for their benefit are unfinished, and have said nothing. */
  isUnfinished: boolean
}

/** Judges them here, anew at each change: those first who come out otherwise than meant. */
export function useMet(neighbours: Accessor<readonly KeptNeighbour[]>, rules: Accessor<Rules | undefined>): Accessor<Met[] | undefined> {
  const held = createMemo(() => {
    const known = rules()
    return known && { before: heldFrom(known.origin, known.fromOn), after: heldFrom(known.regulation, known.fromOn), unfinished: known.unfinished }
  })
  const met = createAsync(async () => {
    const [kept, regulations] = [neighbours(), held()]
    if (!regulations) return []
    const all = await Promise.all(kept.map(async (each): Promise<Met> => ({ kept: each, isUnfinished: regulations.unfinished.includes(each.neighbour.benefit), ...await tellNeighbour(each.neighbour, regulations.before, regulations.after, vocabulary) })))
    return all.toSorted((one, other) => rankOf(one) - rankOf(other))
  })
  return () => met.latest
}

const rankOf = (met: Met) => (met.passed ? (isChanged(met) ? 1 : 2) : 0)
const isChanged = ({ was, found }: Met) => JSON.stringify(was) !== JSON.stringify(found)

/** "600 บาท", "ยังไม่ได้". */
export const resultOf = (expected: Expectation): string => {
  const told = expectationInWords(expected)[language()]
  return capital(language() === 'th' && expected.outcome === 'eligible' ? told.replace(/^ได้ /, '') : told)
}

export function cardOf(met: Met, regulation: Regulation): NeighbourCard {
  const { neighbour } = met.kept
  const title = benefitsOf(regulation).find(({ benefit }) => benefit.id === neighbour.benefit)?.benefit.title
  const told = (expected: Expectation) => expectationInWords(expected)[language()]
  return {
    name: neighbour.name[language()],
    gets: met.isUnfinished ? '–' : resultOf(met.found),
    lines: [
      [title?.[language()], met.facts[language()]].filter((each) => each !== undefined && each !== '').join(' · '),
      ...(met.isUnfinished ? [words().unfinished] : isChanged(met) ? [words().changed(told(met.was), told(met.found))] : []),
      ...met.reasons.map((reason) => reason[language()]),
      ...(met.kept.asGuest ? [ofGuests().byNetwork] : []),
    ].filter((line) => line !== ''),
    ...(!met.isUnfinished && { standing: { isMeant: met.passed, label: met.passed ? words().meant : words().notMeant(told(neighbour.expect)) } }),
  }
}

const BESIDE_MAX = 4

/** The fund's own example people beside a draft: those whom the open value touches, or all; red ones first. */
export function NeighboursBeside(props: { draft: Draft; neighbours: Neighbours; tried?: Tried | undefined; place?: Pick<Tried, 'pack' | 'term'> }) {
  const desk = useDesk()
  const regulation = () => {
    const { regulation, origin, fromOn } = props.draft
    return props.tried ? withValue(regulation, origin, props.tried, fromOn) : regulation
  }
  const rules = createMemo(() => finishedRules(props.draft, regulation()))
  const touched = () => props.neighbours.neighbours.filter(({ neighbour }) => !props.place || touches(props.draft.regulation, props.place, neighbour.benefit))
  const met = useMet(touched, rules)
  const shown = () => met()?.slice(0, BESIDE_MAX) ?? []
  return (
    <section class="effect" aria-live="polite">
      <h3>{words().title}</h3>
      <Show when={met()?.length} fallback={<Show when={props.neighbours.neighbours.length === 0}><p class="small">{words().none}</p></Show>}>
        <Show when={met()?.every(({ passed }) => passed)}><p class="small">{words().allAsMeant}</p></Show>
        <ul class="cards"><For each={shown()}>{(each) => <NeighbourCardView of={cardOf(each, props.draft.regulation)} />}</For></ul>
        <Show when={(met()?.length ?? 0) > shown().length}><p class="small">{words().more((met()?.length ?? 0) - shown().length)}</p></Show>
      </Show>
      <a class="neighbours-all" href={paths.neighbours(desk)}>{props.neighbours.neighbours.length > 0 ? words().all(props.neighbours.neighbours.length) : words().manage}</a>
    </section>
  )
}

/** Whether a benefit reads a term. */
function touches(regulation: Regulation, { pack: packId, term }: Pick<Tried, 'pack' | 'term'>, benefitId: string): boolean {
  return benefitsOf(regulation).some(({ benefit, adopted: { pack } }) => benefit.id === benefitId && pack.id === packId && termsBehind(benefit, pack).has(term))
}
