import './rules.css'
import './upgrade.css'
import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { beginDraft, getDrafts, meanwhileIn, type Draft, type Drafts } from '../../api-rules.ts'
import { getUpgrades, getUpgradesInForce, upgradeDraft, type Choices, type PossibleUpgrade } from '../../api-upgrades.ts'
import { ApiTrouble, getFund, type Fund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { upgrade as en } from '../../text/en/upgrade.ts'
import { upgrade as th } from '../../text/th/upgrade.ts'
import { BeforeAfterList } from '../../ui/before-after.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Nothing } from '../../ui/state.tsx'
import { useDesk } from './desk.tsx'
import { nextMonth } from './draft-begin.tsx'
import { DraftMeanwhile } from './draft-meanwhile.tsx'
import { ConflictCard, queueOfTrials } from './upgrade-conflict.tsx'

const words = inLanguage({ th, en })

/** A draft's copy of a model is brought up to a later version: what follows by itself, and a choice wherever both have changed something. What is chosen stands in the address. */
export default function UpgradeScreen(props: RouteSectionProps) {
  const desk = useDesk()
  const slug = () => desk.fund
  const fund = createAsync(() => getFund(slug()))
  const drafts = createAsync(() => getDrafts(slug(), desk.network))
  const found = createAsync(async () => {
    const draft = (await getDrafts(slug(), desk.network)).current
    return draft ? getUpgrades(slug(), draft.id, draft.version) : getUpgradesInForce(slug())
  })
  const all = allOf({ fund, drafts, upgrades: () => found.latest })
  const upgrade = () => all()?.upgrades.find(({ pack }) => pack === props.params['pack'])
  const draft = () => { const current = all()?.drafts.current; return current?.can.includes('change') ? current : undefined }
  const asked = (name: string) => { const value = props.location.query[name]; return typeof value === 'string' && value !== '' ? value.split(',').map(decodeURIComponent) : [] }
  const chosen = (): Choices => Object.fromEntries([...asked('mine').map((id) => [id, 'mine'] as const), ...asked('theirs').map((id) => [id, 'theirs'] as const)])
  onArrival(() => `${words().title} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.draft(desk)}>{words().back}</a>}>
          <Show when={upgrade()} fallback={<Nothing title={words().upToDate}><p>{words().upToDateWhy}</p><ButtonLink href={paths.draft(desk)}>{words().back}</ButtonLink></Nothing>}>
            {(upgrade) => (
              <Show when={draft()} fallback={<NoDraft fund={all().fund} drafts={all().drafts} upgrade={upgrade()} />}>
                {(draft) => <Upgrading fund={slug()} draft={draft()} upgrade={upgrade()} chosen={chosen()} />}
              </Show>
            )}
          </Show>
        </Page>
      )}
    </Show>
  )
}

/** Nothing is being drafted, or not by this reader. */
function NoDraft(props: { fund: Fund; drafts: Drafts; upgrade: PossibleUpgrade }) {
  const desk = useDesk()
  const { send, busy, faults } = useSending(() => ({}), 'begin')
  const begin = () => { void send(() => beginDraft(props.fund.slug, { fromOn: nextMonth(props.fund.today) }), () => undefined) }
  return (
    <Show when={props.drafts.mayBegin} fallback={<Nothing title={words().closed}><p>{words().closedWhy}</p><ButtonLink href={desk.isGuest ? paths.draft(desk) : paths.rules(desk.fund)}>{desk.isGuest ? words().back : words().toRules}</ButtonLink></Nothing>}>
      <Nothing title={words().title}>
        <p>{words().later(props.upgrade.title[language()], props.upgrade.to)}</p>
        <p>{words().inDraft}</p>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <div id="begin" tabindex="-1"><Button onClick={begin}>{busy() ? words().upgrading : words().begin}</Button></div>
      </Nothing>
    </Show>
  )
}

interface Open {
  fund: string
  draft: Draft
  upgrade: PossibleUpgrade
  chosen: Choices
}

function Upgrading(props: Open) {
  const navigate = useNavigate()
  const desk = useDesk()
  const go = (choices: Choices, upgrade = props.upgrade) => {
    const ids = (choice: 'mine' | 'theirs') => upgrade.conflicts.filter(({ id }) => choices[id] === choice).map(({ id }) => id)
    navigate(paths.upgrade(desk, upgrade.pack, { mine: ids('mine'), theirs: ids('theirs') }), { replace: true, scroll: false })
  }
  const choices = (): Choices => Object.fromEntries(props.upgrade.conflicts.flatMap(({ id }) => { const choice = props.chosen[id]; return choice ? [[id, choice] as const] : [] }))
  const open = () => props.upgrade.conflicts.length - Object.keys(choices()).length
  const inTurn = queueOfTrials()

  // A model that has moved on takes back only the choices whose sides say something else now.
  const [moved, setMoved] = createSignal<{ to: string; kept: number }>()
  createEffect(on(() => props.upgrade, (now, before) => {
    if (!before || before.pack !== now.pack || before.to === now.to) return
    const still = Object.entries(choices()).filter(([id]) => isAsBefore(id, before, now))
    setMoved({ to: now.to, kept: still.length })
    go(Object.fromEntries(still), now)
  }))

  const { send, busy, faults } = useSending(() => ({ choices: words().refused, to: words().refused, pack: words().refused }), 'choices')
  const [meanwhile, setMeanwhile] = createSignal<ReturnType<typeof meanwhileIn>>()
  const upgradeAll = (version: number) => {
    const { pack, to } = props.upgrade
    void send(() => upgradeDraft(props.fund, { id: props.draft.id, version }, { pack, to, choices: choices() }), () => navigate(paths.draft(desk)), (error) => {
      const since = meanwhileIn(error)
      setMeanwhile(since)
      return since !== undefined || isMovedOn(error)
    })
  }
  return (
    <>
      <Sheet labelledBy="upgrade" roomy>
        <div class="rules-stack">
          <h1 id="upgrade" tabindex="-1">{words().title}</h1>
          <p>{words().below(props.upgrade.title[language()], props.upgrade.from, props.upgrade.to)}</p>
          <Show when={moved()}>{(moved) => <div class="draft-meanwhile" role="alert"><p><b>{words().movedOn(moved().to)}</b></p><p>{words().movedOnNote(moved().kept, open())}</p></div>}</Show>
          <Show when={props.upgrade.brings.length > 0} fallback={<p>{words().bringsNothing}</p>}><h2>{words().brings}</h2><BeforeAfterList of={props.upgrade.brings} elsewhere={words().elsewhere} level={3} /></Show>
        </div>
      </Sheet>
      <section class="upgrade-conflicts" id="choices" tabindex="-1" aria-labelledby="to-choose">
        <h2 id="to-choose">{props.upgrade.conflicts.length > 0 ? words().toChoose(props.upgrade.conflicts.length) : words().noConflict}</h2>
        <Show when={props.upgrade.conflicts.length > 0}><p>{words().intro}</p></Show>
        <For each={props.upgrade.conflicts.map(({ id }) => id)}>
          {(id) => <Show when={props.upgrade.conflicts.find((each) => each.id === id)}>{(conflict) => <ConflictCard fund={props.fund} draft={props.draft} upgrade={props.upgrade} conflict={conflict()} choices={choices()} inTurn={inTurn} onChoose={(choice) => go({ ...choices(), [id]: choice })} />}</Show>}
        </For>
      </section>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <Show
        when={meanwhile()}
        fallback={<><p class="small">{words().allAtOnce}</p><Foot><Button whyNot={open() > 0 ? words().notChosen(open()) : undefined} onClick={() => upgradeAll(props.draft.version)}>{busy() ? words().upgrading : words().upgrade}</Button></Foot></>}
      >
        {(found) => <DraftMeanwhile fund={props.fund} draft={props.draft} since={found().since} mine={words().chosen(Object.keys(choices()).length)} busy={busy()} onPut={() => { if (open() === 0) upgradeAll(Math.max(props.draft.version, found().version)); else setMeanwhile(undefined) }} onDrop={() => navigate(paths.draft(desk))} />}
      </Show>
    </>
  )
}

/** The model has come out anew, which the screen tells by itself once it knows the new version. */
const isMovedOn = (error: unknown) => error instanceof ApiTrouble && error.places.some(({ at }) => at === 'to')

/** Whether a conflict says the same on both sides as it did. */
function isAsBefore(id: string, before: PossibleUpgrade, now: PossibleUpgrade): boolean {
  const [was, is] = [before, now].map(({ conflicts }) => conflicts.find((each) => each.id === id))
  return was !== undefined && is !== undefined && was.mine.th === is.mine.th && was.theirs.th === is.theirs.th
}
