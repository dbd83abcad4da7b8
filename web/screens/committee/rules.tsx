import './rules.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { noticeOf } from '../../../plugins/kit/notice.ts'
import { inForceOn } from '../../../plugins/kit/regulation.ts'
import { draftPaperAddress } from '../../api-papers.ts'
import { getDrafts, getHistory, type Drafts, type PastRegulation } from '../../api-rules.ts'
import { getFund, type Fund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { fund as enFund } from '../../text/en/fund.ts'
import { neighbours as enNeighbours } from '../../text/en/neighbours.ts'
import { papers as enPapers } from '../../text/en/papers.ts'
import { rules as en } from '../../text/en/rules.ts'
import { fund as thFund } from '../../text/th/fund.ts'
import { neighbours as thNeighbours } from '../../text/th/neighbours.ts'
import { papers as thPapers } from '../../text/th/papers.ts'
import { rules as th } from '../../text/th/rules.ts'
import { BeforeAfterList } from '../../ui/before-after.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { dayOf } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { digits } from '../../ui/paper.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { vocabulary } from '../../vocabulary.ts'
import { Papers } from '../papers/papers.tsx'

const words = inLanguage({ th, en })
const neighbourWords = inLanguage({ th: thNeighbours, en: enNeighbours })
const noticeWords = inLanguage({ th: thFund, en: enFund })
const paperWords = inLanguage({ th: thPapers, en: enPapers })

/** The regulation as it hangs in the temple hall, what became of it so far, and the way to change it. */
export default function RulesScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const drafts = createAsync(() => getDrafts(slug()))
  const history = createAsync(() => getHistory(slug()))
  const all = allOf({ fund, drafts, history })
  onArrival(() => `${words().title} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={words().title} beside>
          <div class="rules-main">
            <Show when={inForceOn(all().fund.publications, all().fund.today)} fallback={<Sheet roomy><h1 tabindex="-1">{words().noRules}</h1><p>{words().noRulesYet}</p></Sheet>}>
              {(publication) => <InForce fund={all().fund} publication={publication()} />}
            </Show>
            <Show when={all().history.length > 0 || all().drafts.past.length > 0}><History fund={slug()} of={all().history} drafts={all().drafts} /></Show>
          </div>
          <aside class="rules-side only-screen" aria-label={words().draft}>
            <DraftSheet fund={all().fund} drafts={all().drafts} />
          </aside>
        </Page>
      )}
    </Show>
  )
}

function InForce(props: { fund: Fund; publication: Fund['publications'][number] }) {
  const notice = () => noticeOf(props.publication.regulation, props.fund.today, vocabulary)
  const below = () => noticeWords().inForce(formatDay(props.publication.fromOn, language(), 'long'), props.publication.resolution.title[language()])
  return (
    <Notice kicker={words().kicker} paperKicker={noticeWords().kickerOf(props.fund.name[language()])} title={words().notice} below={below()} general={notice().general} benefits={notice().benefits}>
      <ul class="rules-notes"><For each={notice().notes}>{(note) => <li class="small">{digits(note[language()])}</li>}</For></ul>
    </Notice>
  )
}

function DraftSheet(props: { fund: Fund; drafts: Drafts }) {
  return (
    <>
      <Sheet>
        <div class="rules-stack">
          <h2>{words().draft}</h2>
          <Show
            when={props.drafts.current}
            fallback={
              <Show when={props.drafts.mayBegin} fallback={<p>{words().noDraft} · {words().onlyKeeper}</p>}>
                <p>{words().beginIntro}</p>
                <Foot><ButtonLink href={paths.draft(props.fund.slug)}>{props.fund.publications.length > 0 ? words().begin : words().beginFirst}</ButtonLink></Foot>
              </Show>
            }
          >
            {(draft) => (
              <>
                <p><b>{words().states[draft().state]}</b> · {words().changes(draft().changed.length)}</p>
                <p class="small">{words().meansFrom(formatDay(draft().fromOn, language(), 'long'))}</p>
                <p><a href={paths.readDraft(props.fund.slug, draft().id)}>{words().whoDidWhat}</a></p>
                <Foot><ButtonLink href={paths.draft(props.fund.slug)}>{words().openDraft}</ButtonLink></Foot>
                <ButtonLink quiet beside icon="printer" href={draftPaperAddress(props.fund.slug, draft().id, 'regulation', language())}>{paperWords().draft}</ButtonLink>
                <ButtonLink quiet beside icon="printer" href={draftPaperAddress(props.fund.slug, draft().id, 'notice', language())}>{paperWords().draftNotice}</ButtonLink>
              </>
            )}
          </Show>
        </div>
      </Sheet>
      <ButtonLink quiet href={paths.neighbours(props.fund.slug)}>{neighbourWords().title}</ButtonLink>
      <Show when={inForceOn(props.fund.publications, props.fund.today)}><Papers fund={props.fund.slug} /></Show>
    </>
  )
}

/** The latest first: what each changed, in sentences. */
function History(props: { fund: string; of: readonly PastRegulation[]; drafts: Drafts }) {
  const day = (on: string) => formatDay(on, language(), 'long').replaceAll(' ', '\u00a0')
  return (
    <Sheet labelledBy="history">
      <div class="rules-stack only-screen">
        <h2 id="history">{words().history}</h2>
        <ol class="rules-history">
          <For each={props.of.toReversed()}>
            {(past) => (
              <li class="rules-stack">
                <div>
                  <h3>{words().edition(past.number)}</h3>
                  <p>{past.untilOn === undefined ? words().from(day(past.fromOn)) : words().between(day(past.fromOn), day(past.untilOn))}</p>
                  <p class="small">{past.resolution.title[language()]}</p>
                </div>
                <Show when={past.difference} fallback={<p class="small">{words().firstEdition}</p>}>
                  {(difference) => <Show when={difference().length > 0} fallback={<p class="small">{words().sameWords}</p>}><BeforeAfterList of={difference()} elsewhere={words().elsewhere} level={4} /></Show>}
                </Show>
              </li>
            )}
          </For>
        </ol>
        <PastDrafts fund={props.fund} drafts={props.drafts} />
      </div>
    </Sheet>
  )
}

function PastDrafts(props: { fund: string; drafts: Drafts }) {
  const begun = (at: string) => formatDay(dayOf(at), language(), 'long')
  return (
    <Show when={props.drafts.past.length > 0}>
      <h3>{words().pastDrafts}</h3>
      <ul><For each={props.drafts.past}>{(each) => <li><a class="rules-past" href={paths.readDraft(props.fund, each.id)}>{words().pastDraft(begun(each.begunAt), words().states[each.state])}</a></li>}</For></ul>
    </Show>
  )
}
