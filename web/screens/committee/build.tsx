import './rules.css'
import './build.css'
import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createEffect, For, on, Show } from 'solid-js'
import type { Benefit } from '../../../plugins/kit/pack.ts'
import type { AdoptedPack } from '../../../plugins/kit/regulation.ts'
import { withoutBenefit } from '../../../plugins/kit/structure.ts'
import { getDrafts, rewriteDraft, type Draft } from '../../api-rules.ts'
import { getFund, type Fund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { categoryIcon } from '../../ui/category-icon.ts'
import { Faults } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Nothing } from '../../ui/state.tsx'
import { BenefitBench } from './build-benefit.tsx'
import { NewBenefitForm, takingAgain } from './build-new.tsx'
import { useDesk } from './desk.tsx'
import { openWorkshop, words, WorkshopContext } from './build-workshop.ts'

const rules = inLanguage({ th, en })

/** Benefits are built: which there are, or one of them on the bench. What is open stands in the address. */
export default function BuildScreen(props: RouteSectionProps) {
  const desk = useDesk()
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const drafts = createAsync(() => getDrafts(slug(), desk.network))
  const all = allOf({ fund, drafts })
  const asked = (name: string) => { const value = props.location.query[name]; return typeof value === 'string' && value !== '' ? value : undefined }
  onArrival(() => `${words().title} · ${fund()?.name[language()] ?? ''}`)
  const changeable = () => { const draft = all()?.drafts.current; return draft?.can.includes('change') ? draft : undefined }
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.draft(desk)}>{words().back}</a>}>
          <Show when={changeable()} fallback={<Nothing title={words().closed}><p>{words().closedWhy}</p><ButtonLink href={paths.draft(desk)}>{words().back}</ButtonLink></Nothing>}>
            {(draft) => <Building fund={all().fund} draft={draft()} benefit={asked('benefit')} open={asked('open')} />}
          </Show>
        </Page>
      )}
    </Show>
  )
}

interface Open {
  fund: Fund
  draft: Draft
  /** `pack.benefit`; `new` where one is being made. */
  benefit: string | undefined
  open: string | undefined
}

function Building(props: Open) {
  const navigate = useNavigate()
  const desk = useDesk()
  const go = (at: Parameters<typeof paths.build>[1]) => navigate(paths.build(desk, at), { scroll: false })
  const chosen = () => {
    const [pack, id] = [props.benefit?.slice(0, props.benefit.lastIndexOf('.')), props.benefit?.slice(props.benefit.lastIndexOf('.') + 1)]
    return props.draft.regulation.packs.some((adopted) => adopted.pack.id === pack && adopted.pack.benefits.some((benefit) => benefit.id === id)) ? props.benefit : undefined
  }
  return (
    <Show
      when={props.benefit === 'new'}
      fallback={<Show when={chosen()} keyed fallback={<Benefits {...props} />}>{(benefit) => <OnBench {...props} benefit={benefit} />}</Show>}
    >
      <NewBenefitForm slug={props.fund.slug} draft={props.draft} onMade={(pack, id) => go({ benefit: `${pack}.${id}` })} onCancel={() => go({})} />
    </Show>
  )
}

function OnBench(props: Open & { benefit: string }) {
  const navigate = useNavigate()
  const desk = useDesk()
  const at = props.benefit.lastIndexOf('.')
  const workshop = openWorkshop({
    slug: props.fund.slug, draft: () => props.draft, pack: props.benefit.slice(0, at), benefit: props.benefit.slice(at + 1), open: () => props.open,
    go: (open) => navigate(paths.build(desk, { benefit: props.benefit, ...(open !== undefined && { open }) }), { scroll: false }),
  })
  createEffect(on(() => props.open, (open) => { if (open !== undefined) queueMicrotask(() => document.querySelector('.build-open')?.scrollIntoView({ block: 'nearest' })) }))
  return (
    <WorkshopContext value={workshop}>
      <p class="draft-banner only-screen" role="status">
        <span><b>{rules().banner}</b> · {rules().changes(props.draft.changed.length)} · {rules().saved}</span>
        <span class="draft-links"><a href={paths.build(desk)}>{words().all}</a></span>
      </p>
      <BenefitBench />
    </WorkshopContext>
  )
}

/** Every benefit of the draft, pack by pack, those left out too. */
function Benefits(props: Open) {
  const desk = useDesk()
  const { send, faults } = useSending(() => ({ regulation: words().refused }), 'benefits')
  const keep = (regulation: Draft['regulation']) => { void send(() => rewriteDraft(props.fund.slug, props.draft, regulation), () => undefined) }
  return (
    <Sheet labelledBy="benefits">
      <div class="rules-stack">
        <h1 id="benefits" tabindex="-1">{words().title}</h1>
        <p>{words().intro}</p>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <div class="build-create"><ButtonLink href={paths.build(desk, { benefit: 'new' })} icon="plus">{words().create}</ButtonLink></div>
        <For each={props.draft.regulation.packs.toReversed()}>
          {(adopted) => (
            <section class="rules-stack" aria-label={adopted.pack.title[language()]}>
              <h2>{adopted.pack.title[language()]}</h2>
              <ul class="build-list"><For each={adopted.pack.benefits}>{(benefit, at) => <Listed {...props} adopted={adopted} listed={benefit} at={`packs.${props.draft.regulation.packs.indexOf(adopted)}.pack.benefits.${at()}`} onKeep={keep} />}</For></ul>
            </section>
          )}
        </For>
      </div>
    </Sheet>
  )
}

function Listed(props: Open & { adopted: AdoptedPack; listed: Benefit; at: string; onKeep: (regulation: Draft['regulation']) => void }) {
  const desk = useDesk()
  const pack = () => props.adopted.pack.id
  const isLeftOut = () => props.adopted.without?.includes(props.listed.id) === true
  const unfinished = () => props.draft.findings.filter(({ level, at }) => level === 'error' && at.startsWith(`${props.at}.`)).length
  return (
    <li class="build-listed">
      <Icon name={categoryIcon[props.listed.category]} />
      <a href={paths.build(desk, { benefit: `${pack()}.${props.listed.id}` })}>{props.listed.title[language()]}</a>
      <Show when={isLeftOut()}><span class="small">{words().leftOut}</span></Show>
      <Show when={unfinished() > 0}><span class="field-error">{words().unfinished(unfinished())}</span></Show>
      <Show when={isLeftOut()}><Button quiet onClick={() => props.onKeep(takingAgain(props.draft.regulation, pack(), props.listed.id))}>{words().takeBack}</Button></Show>
      <Show when={pack().endsWith('/own')}><Button quiet onClick={() => props.onKeep(withoutBenefit(props.draft.regulation, pack(), props.listed.id))}>{words().removeOwn}</Button></Show>
    </li>
  )
}
