import { createEffect, createSignal, For, on, onCleanup, Show, type Accessor, type JSX } from 'solid-js'
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
          <h2 id="gaps" tabindex="-1">{words().gaps}</h2>
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
  const noticed = words().noticed(gaps.tried - gaps.unnoticedCount, gaps.tried)
  return gaps.tried < gaps.changes ? `${noticed} · ${words().onlyTried(gaps.tried, gaps.changes)}` : noticed
}

interface Known {
  fund: string
  rules: Rules
  neighbours: Neighbours
  gaps: Gaps
}

/** Behind each benefit's name what belongs to it, in the order of the regulation; an open one stays open when the answer is another. */
function ByBenefit<T>(props: { rules: Rules; all: readonly T[]; benefitOf: (each: T) => string; count: (of: readonly T[]) => string; children: (of: Accessor<readonly T[]>) => JSX.Element }) {
  return (
    <For each={benefitsOf(props.rules.regulation).map(({ benefit }) => benefit)}>
      {(benefit) => {
        const of = () => props.all.filter((each) => props.benefitOf(each) === benefit.id)
        return <Show when={of().length > 0}><Fold reading label={`${benefit.title[language()]} (${props.count(of())})`}>{props.children(of)}</Fold></Show>
      }}
    </For>
  )
}

const countOf = (groups: readonly Gaps['unnoticed'][number][]) => String(groups.reduce((sum, { ifs }) => sum + ifs.length, 0))

function Unnoticed(props: Known) {
  return (
    <ByBenefit rules={props.rules} all={props.gaps.unnoticed} benefitOf={({ benefit }) => benefit} count={countOf}>
      {(groups) => (
        <ul class="neighbours-gaps">
          <For each={groups()}>
            {(group) => (
              <li>
                <ul class="neighbours-ifs"><For each={group.ifs}>{(each) => <li>{each[language()]}</li>}</For></ul>
                <Show when={group.neighbour} fallback={<span class="small">{words().nobodyCould}</span>}>
                  {(neighbour) => <><span class="small">{neighbour().name[language()]} · <span class="clause">{resultOf(neighbour().expect)}</span></span><Add {...props} home="gaps" neighbour={neighbour()} label={words().addNoticer(neighbour().person.name[language()])} /></>}
                </Show>
              </li>
            )}
          </For>
        </ul>
      )}
    </ByBenefit>
  )
}

function Proposals(props: Known) {
  return (
    <ByBenefit rules={props.rules} all={props.gaps.proposals} benefitOf={({ neighbour }) => neighbour.benefit} count={(of) => words().count(of.length)}>
      {(proposals) => (
        <ul class="cards neighbours-cards">
          <For each={proposals()}>
            {({ about, neighbour }) => (
              <NeighbourCardView of={{ name: neighbour.name[language()], gets: resultOf(neighbour.expect), lines: [about[language()]] }}>
                <Add {...props} home="proposals" neighbour={neighbour} label={words().accept} />
              </NeighbourCardView>
            )}
          </For>
        </ul>
      )}
    </ByBenefit>
  )
}

/** One tap adds somebody; the focus goes back to the heading, since the button does not stay. */
function Add(props: Known & { neighbour: Neighbour; label: string; home: string }) {
  const [isAdded, setAdded] = createSignal(false)
  const { send, busy, faults } = useSending(() => ({}), '')
  const add = () => {
    void send(() => addNeighbour(props.fund, props.neighbour), () => {
      setAdded(true)
      document.getElementById(props.home)?.focus({ preventScroll: true })
    })
  }
  return (
    <Show when={props.neighbours.mayAdd && !isAdded()} fallback={<Show when={isAdded()}><span role="status">{words().added}</span></Show>}>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <button type="button" class="neighbours-act" onClick={add}>{busy() ? words().saving : props.label}<span class="only-heard">{words().of(props.neighbour.name[language()])}</span></button>
    </Show>
  )
}

function Unseen(props: { of: Gaps['unseen'] }) {
  return (
    <Fold reading label={`${words().unseen} (${props.of.length})`}>
      <ul><For each={props.of}>{({ name, never }) => <li class="small">{never === 'met' ? words().neverMet(name[language()]) : words().neverUnmet(name[language()])}</li>}</For></ul>
    </Fold>
  )
}
