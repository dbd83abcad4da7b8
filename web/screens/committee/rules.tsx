import './rules.css'
import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { noticeOf } from '../../../plugins/kit/notice.ts'
import { inForceOn } from '../../../plugins/kit/regulation.ts'
import type { ValuePart } from '../../../plugins/kit/sentence.ts'
import { draftPaperAddress } from '../../api-papers.ts'
import { beginDraft, getDrafts, getHistory, type Drafts } from '../../api-rules.ts'
import { getFund, type Fund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { fund as enFund } from '../../text/en/fund.ts'
import { neighbours as enNeighbours } from '../../text/en/neighbours.ts'
import { papers as enPapers } from '../../text/en/papers.ts'
import { rules as en } from '../../text/en/rules.ts'
import { fund as thFund } from '../../text/th/fund.ts'
import { neighbours as thNeighbours } from '../../text/th/neighbours.ts'
import { papers as thPapers } from '../../text/th/papers.ts'
import { rules as th } from '../../text/th/rules.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Notice, TappableValues } from '../../ui/notice.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { digits } from '../../ui/paper.ts'
import { Sheet } from '../../ui/sheet.tsx'
import type { Tapping } from '../../ui/value.tsx'
import { vocabulary } from '../../vocabulary.ts'
import { Papers } from '../papers/papers.tsx'
import { nextMonth } from './draft-begin.tsx'
import { marksOf } from './draft-marks.ts'
import { History, ResolutionLines } from './rules-history.tsx'
import { LaterModels } from './upgrade-ways.tsx'

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
              {(publication) => <InForce fund={all().fund} publication={publication()} mayBegin={all().drafts.mayBegin} />}
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

/** What is in force. Whoever may begin a draft taps a value to change it: that begins one, from the first of the next month. */
function InForce(props: { fund: Fund; publication: Fund['publications'][number]; mayBegin: boolean }) {
  const navigate = useNavigate()
  const notice = createMemo(() => noticeOf(props.publication.regulation, props.fund.today, vocabulary))
  const marks = createMemo(() => marksOf(notice(), notice()))
  const { send, faults } = useSending(() => ({}), 'in-force')
  const open = (value: string, step: string | undefined) => {
    const go = () => navigate(paths.draft({ fund: props.fund.slug }, { value, ...(step !== undefined && { step }) }))
    void send(() => beginDraft(props.fund.slug, { fromOn: nextMonth(props.fund.today) }), go)
  }
  const tapping = (part: ValuePart): Tapping | undefined => {
    const mark = marks().get(part)
    if (!mark || !props.mayBegin) return undefined
    const label = props.publication.regulation.packs.find(({ pack }) => pack.id === mark.pack)?.pack.terms[part.term]?.label[language()] ?? ''
    return { id: `${mark.pack}.${part.term}`, label, before: undefined, isChanged: false, isOpen: false, onTap: () => open(`${mark.pack}.${part.term}`, part.at) }
  }
  const below = () => noticeWords().inForce(formatDay(props.publication.fromOn, language(), 'long'), props.publication.resolution.title[language()])
  return (
    <>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <TappableValues value={tapping}>
        <Notice
          kicker={words().kicker} paperKicker={noticeWords().kickerOf(props.fund.name[language()])} title={words().notice} below={below()} hint={props.mayBegin ? words().atOnce : undefined}
          general={notice().general} benefits={notice().benefits}
        >
          <ul class="rules-notes"><For each={notice().notes}>{(note) => <li class="small">{digits(note[language()])}</li>}</For></ul>
          <div class="only-paper"><ResolutionLines of={props.publication.resolution} /></div>
        </Notice>
      </TappableValues>
    </>
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
                <LaterModels />
                <Foot><ButtonLink href={paths.draft({ fund: props.fund.slug })}>{props.fund.publications.length > 0 ? words().begin : words().beginFirst}</ButtonLink></Foot>
              </Show>
            }
          >
            {(draft) => (
              <>
                <p><b>{words().states[draft().state]}</b> · {words().changes(draft().changed.length)}</p>
                <p class="small">{words().meansFrom(formatDay(draft().fromOn, language(), 'long'))}</p>
                <p><a href={paths.readDraft({ fund: props.fund.slug }, draft().id)}>{words().whoDidWhat}</a></p>
                <Foot><ButtonLink href={paths.draft({ fund: props.fund.slug })}>{words().openDraft}</ButtonLink></Foot>
                <ButtonLink quiet file="beside" icon="printer" href={draftPaperAddress(props.fund.slug, draft().id, 'regulation', language())}>{paperWords().draft}</ButtonLink>
                <ButtonLink quiet file="beside" icon="printer" href={draftPaperAddress(props.fund.slug, draft().id, 'notice', language())}>{paperWords().draftNotice}</ButtonLink>
              </>
            )}
          </Show>
        </div>
      </Sheet>
      <ButtonLink quiet href={paths.library(props.fund.slug)}>{words().library}</ButtonLink>
      <ButtonLink quiet href={paths.neighbours({ fund: props.fund.slug })}>{neighbourWords().title}</ButtonLink>
      <Show when={inForceOn(props.fund.publications, props.fund.today)}>{(inForce) => <Papers fund={props.fund} number={inForce().number} />}</Show>
    </>
  )
}
