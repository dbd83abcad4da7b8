import { createContext, createEffect, on, useContext, type Accessor } from 'solid-js'
import { withQuestions } from '../../../plugins/kit/asks.ts'
import { leavesOf } from '../../../plugins/kit/condition.ts'
import type { Fact } from '../../../plugins/kit/fact.ts'
import { putAt } from '../../../plugins/kit/place.ts'
import type { Benefit } from '../../../plugins/kit/pack.ts'
import { catalogueOf } from '../../../plugins/kit/plugin.ts'
import type { AdoptedPack, Regulation } from '../../../plugins/kit/regulation.ts'
import { rewriteDraft, type Draft } from '../../api-rules.ts'
import { inLanguage, language } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { build as en } from '../../text/en/build.ts'
import { build as th } from '../../text/th/build.ts'
import type { Fault } from '../../ui/field.tsx'
import { vocabulary } from '../../vocabulary.ts'

export const words = inLanguage({ th, en })

/** One benefit on the bench: where it stands in the draft, what of it is open, and how it is changed. */
export interface Workshop {
  slug: string
  draft: Accessor<Draft>
  adopted: Accessor<AdoptedPack>
  benefit: Accessor<Benefit>
  /** Where it stands in the regulation. */
  at: Accessor<string>
  packAt: Accessor<string>
  facts: Accessor<Readonly<Record<string, Fact>>>
  /** The place, or what is being done there, that is open; from the address. */
  open: Accessor<string | undefined>
  setOpen: (place: string | undefined) => void
  busy: Accessor<boolean>
  faults: Accessor<Fault[]>
  /** Keeps a change in the draft, then opens what is named and sets the focus there. */
  keep: (regulation: Regulation, then?: { open?: string; focus?: string }) => void
}

const Context = createContext<Workshop>()
export const WorkshopContext = Context.Provider

export function useWorkshop(): Workshop {
  const workshop = useContext(Context)
  if (!workshop) throw new Error('this stands in a workshop')
  return workshop
}

interface Bench {
  slug: string
  draft: Accessor<Draft>
  pack: string
  benefit: string
  open: Accessor<string | undefined>
  go: (open: string | undefined) => void
}

export function openWorkshop({ slug, draft, pack, benefit: benefitId, open, go }: Bench): Workshop {
  const packIndex = () => draft().regulation.packs.findIndex((each) => each.pack.id === pack)
  const adopted = () => found(draft().regulation.packs[packIndex()])
  const index = () => adopted().pack.benefits.findIndex(({ id }) => id === benefitId)
  const packAt = () => `packs.${packIndex()}.pack`
  const at = () => `${packAt()}.benefits.${index()}`
  const { send, busy, faults } = useSending(() => ({ regulation: words().refused }), 'regulation')
  let focus: string | undefined
  // What was saved is written anew; the focus goes back to what it was on, or to what came of it.
  createEffect(on([() => draft().version, open], () => {
    const place = focus
    if (place !== undefined) queueMicrotask(() => focusOn(place))
  }, { defer: true }))
  return {
    slug, draft, adopted, at, packAt, open, busy, faults,
    benefit: () => found(adopted().pack.benefits[index()]),
    facts: () => catalogueOf(adopted(), draft().regulation.fundTerms, vocabulary),
    setOpen(place) {
      focus = place ?? open()?.replace(/^[^ ]* /, '')
      go(place)
    },
    keep(regulation, { open: next, focus: to } = {}) {
      focus = to ?? next ?? open()?.replace(/^[^ ]* /, '')
      void send(() => rewriteDraft(slug, draft(), asking(regulation, packIndex())), () => go(next))
    },
  }
}

/** A change brings the questions it needs; a condition of every benefit brings them to each. */
const asking = (regulation: Regulation, pack: number): Regulation => {
  const adopted = found(regulation.packs[pack])
  return putAt(regulation, `packs.${pack}.pack.benefits`, adopted.pack.benefits.map((benefit) => withQuestions(benefit, adopted, vocabulary)))
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the draft has what the address names')
  return value
}

/** What is open takes the focus; else what stands at a place, what manages it, or the first of its slots. */
export function focusOn(place: string): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-place]')]
  const at = (fits: (place: string) => boolean) => places.find((each) => fits(each.dataset['place'] ?? ''))
  const inside = document.querySelector<HTMLElement>('.build-open :is(input, select, button, textarea)')
  const target = inside ?? at((each) => each === place) ?? at((each) => each === `acts ${place}`) ?? at((each) => each.startsWith(`${place}.`))
  target?.focus({ preventScroll: true })
  target?.scrollIntoView({ block: 'nearest' })
}

/** What a standing condition of the pack says, by the names of its comparisons. */
export function standingName({ adopted }: Pick<Workshop, 'adopted'>, id: string): string {
  const leaves = leavesOf(adopted().pack.standing?.find((each) => each.id === id)?.conditions)
  return leaves.length === 0 ? id : leaves.map(({ name }) => name[language()].replace('{}', '').trim()).join(' · ')
}

/** The errors that were found at a place, or within it. */
export const findingsAt = (draft: Draft, place: string) => draft.findings.filter(({ level, at }) => level === 'error' && (at === place || at.startsWith(`${place}.`)))
