import './rules.css'
import { createAsync, revalidate, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { withValue, type TermOfPack } from '../../../plugins/kit/draft.ts'
import { noticeOf } from '../../../plugins/kit/notice.ts'
import { soundPart } from '../../../plugins/kit/sound-part.ts'
import type { ValuePart } from '../../../plugins/kit/sentence.ts'
import { getNeighbours, type Neighbours } from '../../api-neighbours.ts'
import { getDrafts, getHistory, type Draft } from '../../api-rules.ts'
import { getFund, type Fund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { BeforeAfterList } from '../../ui/before-after.tsx'
import { wholeDay } from '../../ui/moment.ts'
import { Notice, TappableValues } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { digits } from '../../ui/paper.ts'
import { Sheet } from '../../ui/sheet.tsx'
import type { Tapping } from '../../ui/value.tsx'
import { vocabulary } from '../../vocabulary.ts'
import { FromDesk, useDesk } from './desk.tsx'
import { BeginDraft } from './draft-begin.tsx'
import { useEffectOf, type Tried } from './draft-effect.tsx'
import { GuestNote, GuestPanel } from './draft-guests.tsx'
import { marksOf } from './draft-marks.ts'
import { DraftPanel } from './draft-steps.tsx'
import { Superseded } from './draft-superseded.tsx'
import { UndoRedo } from './draft-undo.tsx'
import { ValuePanel } from './draft-value.tsx'
import { LaterModels } from './upgrade-ways.tsx'

const words = inLanguage({ th, en })

/** The draft: the notice whose values can be tapped, and beside it what a change would do. What is open stands in the address. */
export default function DraftScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const desk = useDesk()
  const drafts = createAsync(() => getDrafts(slug(), desk.network))
  const neighbours = createAsync(() => getNeighbours(slug()))
  const all = allOf({ fund, drafts, neighbours })
  const asked = (name: string) => { const value = props.location.query[name]; return typeof value === 'string' ? value : undefined }
  onArrival(() => `${words().draft} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<FromDesk />}>
          <Show when={all().drafts.current} fallback={<BeginDraft fund={all().fund} mayBegin={all().drafts.mayBegin} from={asked('from')} benefits={asked('benefits')} />}>
            {(draft) => <Drafting fund={all().fund} draft={draft()} neighbours={all().neighbours} value={asked('value')} step={asked('step')} act={asked('act')} />}
          </Show>
        </Page>
      )}
    </Show>
  )
}

interface Open {
  fund: Fund
  draft: Draft
  neighbours: Neighbours
  /** `pack.term` of the value that is open, the step of its ladder, or the act that is being prepared. */
  value: string | undefined
  step: string | undefined
  act: string | undefined
}

function Drafting(props: Open) {
  const navigate = useNavigate()
  const desk = useDesk()
  const go = (at: Parameters<typeof paths.draft>[1]) => navigate(paths.draft(desk, at), { scroll: false })
  const place = () => placeOf(props.draft, props.value)
  const [tried, setTried] = createSignal<Tried>()
  const effect = desk.isGuest ? undefined : useEffectOf(props.fund.slug, () => props.draft, tried)
  let closed: string | undefined
  const close = () => {
    closed = props.value
    go({})
  }
  // The focus goes back to the value that was closed, and stays there when the notice is written anew with what was saved.
  createEffect(on([() => props.value, () => props.draft], ([open]) => queueMicrotask(() => {
    if (open === undefined && closed !== undefined && !document.activeElement?.closest('.draft-panel')) findValue(closed)?.focus({ preventScroll: true })
  })))
  const leave = () => {
    void revalidate([getFund.key, getHistory.key])
    navigate(paths.rules(props.fund.slug))
  }
  createEffect(on(() => props.value, () => queueMicrotask(() => document.querySelector('.value-tap[aria-expanded="true"]')?.scrollIntoView({ block: 'nearest' }))))
  return (
    <>
      <Show when={desk.isGuest}><GuestNote /></Show>
      <div class="draft-banner only-screen">
        <span role="status"><b>{words().banner}</b> · {words().changes(props.draft.changed.length)} · {tried() === undefined ? words().saved : words().unsaved}</span>
        <span class="draft-links"><Show when={props.draft.can.includes('change')}><a href={paths.build(desk)}>{words().build}</a></Show><a href="#changed">{words().seeChanges}</a><a href="#next-step">{words().nextStep}</a></span>
        <UndoRedo fund={props.fund.slug} draft={props.draft} />
      </div>
      <LaterModels draft={props.draft} />
      <Show when={props.draft.superseded}>{(by) => <Superseded fund={props.fund.slug} draft={props.draft} by={by()} />}</Show>
      <div class="draft-page">
        <div class="rules-main">
          <DraftNotice {...props} tried={tried()} onTap={(value, step) => (value === props.value && step === props.step ? close() : go({ value, ...(step !== undefined && { step }) }))} />
          <Changed draft={props.draft} />
        </div>
        <Show
          when={place() && props.value} keyed
          fallback={
            <Show when={effect} fallback={<GuestPanel draft={props.draft} neighbours={props.neighbours} act={props.act} onAct={(act) => go(act === undefined ? {} : { act })} />}>
              {(effect) => <DraftPanel fund={props.fund.slug} draft={props.draft} neighbours={props.neighbours} today={props.fund.today} act={props.act} effect={effect()} onAct={(act) => go(act === undefined ? {} : { act })} onDone={() => go({})} onPublished={leave} />}
            </Show>
          }
        >
          {(value) => (
            <Show when={placeOf(props.draft, value)}>
              {(place) => (
                <ValuePanel
                  fund={props.fund.slug} draft={props.draft} neighbours={props.neighbours} tried={tried()} place={place()} step={props.step} effect={effect} onClose={close}
                  onStep={(step) => go({ value, ...(step !== undefined && { step }) })} onTry={(tried) => setTried(() => tried === undefined ? undefined : { ...place(), value: tried })}
                />
              )}
            </Show>
          )}
        </Show>
      </div>
    </>
  )
}

const findValue = (value: string) => [...document.querySelectorAll<HTMLElement>('.value-tap')].find((each) => each.dataset['value'] === value)

/** The term that an address names, if it may be changed. */
function placeOf({ can, regulation }: Draft, value: string | undefined): TermOfPack | undefined {
  if (value === undefined || !can.includes('change')) return undefined
  const [pack, term] = [value.slice(0, value.lastIndexOf('.')), value.slice(value.lastIndexOf('.') + 1)]
  return regulation.packs.some((adopted) => adopted.pack.id === pack && Object.hasOwn(adopted.pack.terms, term)) ? { pack, term } : undefined
}

function DraftNotice(props: Open & { tried: Tried | undefined; onTap: (value: string, step: string | undefined) => void }) {
  const mayChange = () => props.draft.can.includes('change')
  const before = createMemo(() => noticeOf(props.draft.origin, props.draft.fromOn, vocabulary))
  const notice = createMemo(() => {
    const { regulation, origin, fromOn, findings } = props.draft
    return noticeOf(soundPart(props.tried ? withValue(regulation, origin, props.tried, fromOn) : regulation, findings).regulation, fromOn, vocabulary)
  })
  const marks = createMemo(() => marksOf(notice(), before()))
  const tapping = (part: ValuePart): Tapping | undefined => {
    const mark = marks().get(part)
    if (!mark) return undefined
    const id = `${mark.pack}.${part.term}`
    const now = part.value[language()]
    const was = mark.before?.[language()]
    const label = props.draft.regulation.packs.find(({ pack }) => pack.id === mark.pack)?.pack.terms[part.term]?.label[language()] ?? ''
    return {
      id, label, before: was === now ? undefined : was, isChanged: was !== now,
      get isOpen() { return props.value === id && (props.step === undefined || props.step === part.at) },
      onTap: mayChange() ? () => props.onTap(id, part.at) : undefined,
    }
  }
  const day = () => wholeDay(props.draft.fromOn, language(), 'long')
  return (
    <TappableValues value={tapping}>
      <Notice
        kicker={words().kicker} paperKicker={props.fund.name[language()]} title={words().notice} draft={words().onPaper}
        below={words().notInForce(day())} hint={mayChange() ? words().tap : undefined} general={notice().general} benefits={notice().benefits}
      >
        <ul class="rules-notes"><For each={notice().notes}>{(note) => <li class="small">{digits(note[language()])}</li>}</For></ul>
      </Notice>
    </TappableValues>
  )
}

/** The same as sentences: as they were, and as they are. */
function Changed(props: { draft: Draft }) {
  return (
    <Sheet labelledBy="changed">
      <div class="rules-stack">
        <h2 id="changed" tabindex="-1">{words().changed}</h2>
        <Show when={props.draft.difference.length > 0} fallback={<p>{words().nothingChanged}</p>}><BeforeAfterList of={props.draft.difference} elsewhere={words().elsewhere} level={3} /></Show>
      </div>
    </Sheet>
  )
}
