import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import type { Neighbour } from '../../../plugins/kit/neighbour.ts'
import { benefitsOf } from '../../../plugins/kit/regulation.ts'
import { addNeighbour, askGaps, type Gaps, type Neighbours } from '../../api-neighbours.ts'
import { ApiTrouble } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { neighbours as en } from '../../text/en/neighbours.ts'
import { neighbours as th } from '../../text/th/neighbours.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { NeighbourCardView } from '../../ui/neighbour-card.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { resultOf } from './neighbour-cards.tsx'
import type { Rules } from './neighbour-rules.ts'

const words = inLanguage({ th, en })

/** What nobody would notice, and who is missing, benefit by benefit; asked anew whenever the rules or the people are others. */
export function NeighbourGaps(props: { fund: string; rules: Rules; neighbours: Neighbours }) {
  const [gaps, setGaps] = createSignal<Gaps>()
  const [state, setState] = createSignal<'thinking' | 'known' | 'failed'>('thinking')
  let asked = 0
  async function ask(): Promise<void> {
    const mine = asked += 1
    setState('thinking')
    try {
      const found = await askGaps(props.fund, props.rules.draft?.id)
      if (mine !== asked) return
      setGaps(() => found)
      setState('known')
    } catch (error) {
      if (!(error instanceof ApiTrouble)) throw error
      if (mine === asked) setState('failed')
    }
  }
  createEffect(on([() => props.rules.draft?.hash, () => JSON.stringify(props.neighbours.neighbours.map(({ id, version }) => [id, version]))], () => { void ask() }))
  onCleanup(() => { asked += 1 })
  return (
    <>
      <Sheet labelledBy="gaps">
        <div class="neighbours-stack" classList={{ 'neighbours-thinking': state() === 'thinking' }} aria-busy={state() === 'thinking'}>
          <h2 id="gaps">{words().gaps}</h2>
          <p class="small">{words().gapsIntro}</p>
          <Show when={state() !== 'failed'} fallback={<><p role="alert">{words().cannotTry}</p><Button quiet onClick={() => { void ask() }}>{words().again}</Button></>}>
            <p role="status" class="effect-thought">{state() === 'thinking' ? words().trying : counted(gaps())}</p>
            <Show when={gaps()}>{(gaps) => <Unnoticed {...props} gaps={gaps()} />}</Show>
          </Show>
        </div>
      </Sheet>
      <Show when={gaps()}>
        {(gaps) => (
          <Sheet labelledBy="proposals">
            <div class="neighbours-stack">
              <h2 id="proposals" tabindex="-1">{words().proposals}</h2>
              <Show when={gaps().proposals.length > 0} fallback={<p>{words().noProposals}</p>}><p class="small">{words().proposalsIntro}</p><Proposals {...props} gaps={gaps()} /></Show>
              <Show when={gaps().unseen.length > 0}><Unseen of={gaps().unseen} /></Show>
            </div>
          </Sheet>
        )}
      </Show>
    </>
  )
}

function counted(gaps: Gaps | undefined): string {
  if (!gaps) return ''
  if (gaps.unnoticed.length === 0 && gaps.tried === gaps.changes) return words().allNoticed
  const noticed = words().noticed(gaps.tried - gaps.unnoticed.length, gaps.tried)
  return gaps.tried < gaps.changes ? `${noticed} · ${words().onlyTried(gaps.tried, gaps.changes)}` : noticed
}

interface Known {
  fund: string
  rules: Rules
  neighbours: Neighbours
  gaps: Gaps
}

/** The benefits that have some, in the order of the regulation. */
function byBenefit<T>({ rules }: Known, all: readonly T[], benefitOf: (each: T) => string | undefined): { title: string; of: T[] }[] {
  return benefitsOf(rules.regulation).flatMap(({ benefit }) => {
    const of = all.filter((each) => benefitOf(each) === benefit.id)
    return of.length > 0 ? [{ title: benefit.title[language()], of }] : []
  })
}

const GAPS_MAX = 12

function Unnoticed(props: Known) {
  const groups = () => byBenefit(props, props.gaps.unnoticed, ({ benefits }) => benefits[0])
  return (
    <For each={groups()}>
      {(group) => (
        <Fold label={`${group.title} (${group.of.length})`}>
          <ul class="neighbours-gaps">
            <For each={group.of.slice(0, GAPS_MAX)}>
              {(gap) => (
                <li>
                  <span>{gap.if[language()]}</span>
                  <Show when={gap.neighbour} fallback={<span class="small">{words().nobodyCould}</span>}>
                    {(neighbour) => <><span class="small">{neighbour().name[language()]} · {resultOf(neighbour().expect)}</span><Add {...props} neighbour={neighbour()} label={words().addNoticer(neighbour().person.name[language()])} /></>}
                  </Show>
                </li>
              )}
            </For>
          </ul>
          <Show when={group.of.length > GAPS_MAX}><p class="small">{words().moreGaps(group.of.length - GAPS_MAX)}</p></Show>
        </Fold>
      )}
    </For>
  )
}

function Proposals(props: Known) {
  const groups = () => byBenefit(props, props.gaps.proposals, ({ neighbour }) => neighbour.benefit)
  return (
    <For each={groups()}>
      {(group) => (
        <Fold label={`${group.title} (${words().count(group.of.length)})`}>
          <ul class="cards">
            <For each={group.of}>
              {({ about, neighbour }) => (
                <NeighbourCardView of={{ name: neighbour.name[language()], gets: resultOf(neighbour.expect), lines: [about[language()]] }}>
                  <Add {...props} neighbour={neighbour} label={words().accept} />
                </NeighbourCardView>
              )}
            </For>
          </ul>
        </Fold>
      )}
    </For>
  )
}

/** One tap adds somebody. */
function Add(props: Known & { neighbour: Neighbour; label: string }) {
  const { send, busy, faults } = useSending(() => ({}), '')
  const add = () => { void send(() => addNeighbour(props.fund, props.neighbour), () => undefined) }
  return (
    <Show when={props.neighbours.mayChange}>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <button type="button" class="neighbours-act" onClick={add}>{busy() ? words().saving : props.label}<span class="only-heard">{words().of(props.neighbour.name[language()])}</span></button>
    </Show>
  )
}

function Unseen(props: { of: Gaps['unseen'] }) {
  return (
    <Fold label={`${words().unseen} (${props.of.length})`}>
      <ul><For each={props.of}>{({ name, never }) => <li class="small">{never === 'met' ? words().neverMet(name[language()]) : words().neverUnmet(name[language()])}</li>}</For></ul>
    </Fold>
  )
}
