import './rules.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Day } from '../../../plugins/kit/day.ts'
import { getDraft, getDraftEvents, type Draft, type DraftEvent } from '../../api-rules.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { BeforeAfterList } from '../../ui/before-after.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { dayOf, moment, wholeDay } from '../../ui/moment.ts'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { FromDesk, useDesk } from './desk.tsx'
import { nameIn } from './draft-undo.tsx'

const words = inLanguage({ th, en })
const long = (day: Day) => wholeDay(day, language(), 'long')

/** A draft to read, whatever became of it: what it changes, and who did what to it. */
export default function DraftReadScreen(props: RouteSectionProps) {
  const desk = useDesk()
  const slug = () => props.params['fund'] ?? ''
  const id = () => props.params['draft'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const draft = createAsync(() => getDraft(slug(), id()))
  const events = createAsync(() => getDraftEvents(slug(), id()))
  const all = allOf({ fund, draft, events })
  onArrival(() => `${words().draft} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<FromDesk />} beside>
          <div class="rules-main">
            <Sheet roomy><Standing draft={all().draft} /></Sheet>
            <Sheet labelledBy="changed">
              <div class="rules-stack">
                <h2 id="changed">{words().changed}</h2>
                <Show when={all().draft.difference.length > 0} fallback={<p>{words().changedNothing}</p>}><BeforeAfterList of={all().draft.difference} elsewhere={words().elsewhere} level={3} /></Show>
              </div>
            </Sheet>
          </div>
          <div class="rules-main">
            <Sheet labelledBy="events"><h2 id="events">{words().whoDidWhat}</h2><Events draft={all().draft} events={all().events} /></Sheet>
            <ButtonLink quiet href={desk.isGuest ? paths.draft(desk) : paths.rules(slug())}>{words().back}</ButtonLink>
          </div>
        </Page>
      )}
    </Show>
  )
}

function Standing(props: { draft: Draft }) {
  return (
    <div class="rules-stack">
      <h1 tabindex="-1">{words().draftBegun(long(dayOf(props.draft.begunAt)))}</h1>
      <p><b>{words().states[props.draft.state]}</b> · {words().meansFrom(long(props.draft.fromOn))}</p>
      <Show when={props.draft.resolution}>{(met) => <p>{words().atMeeting(met().number, long(met().heldOn))}</p>}</Show>
      <Show when={props.draft.base}>{(base) => <p class="small">{words().madeFrom(base().number)}</p>}</Show>
    </div>
  )
}

function Events(props: { draft: Draft; events: DraftEvent[] }) {
  /** What a changed term is called. A term of a pack that is gone keeps its id. */
  const label = (place: string) => {
    const at = place.lastIndexOf('.')
    const adopted = props.draft.regulation.packs.find(({ pack }) => pack.id === place.slice(0, at))
    return adopted?.pack.terms[place.slice(at + 1)]?.label[language()] ?? place
  }
  return (
    <ol class="draft-events">
      <For each={props.events}>
        {({ act, term, at, ...event }) => (
          <li>
            <b>{nameIn(event)}</b> {words().acts[act]}<Show when={term}>{(place) => <> “{label(place())}”</>}</Show>
            <p class="small">{moment(at, language())}</p>
          </li>
        )}
      </For>
    </ol>
  )
}
