import './fund.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, lazy, Show, Suspense } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { noticeOf } from '../../../plugins/kit/notice.ts'
import { inForceOn } from '../../../plugins/kit/regulation.ts'
import { getFund, type Fund } from '../../api.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { fund as en } from '../../text/en/fund.ts'
import { fund as th } from '../../text/th/fund.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { digits } from '../../ui/paper.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Nothing } from '../../ui/state.tsx'
import { vocabulary } from '../../vocabulary.ts'

const words = inLanguage({ th, en })

/** Who reads the notice does not wait for what prints it. */
const Papers = lazy(async () => ({ default: (await import('../papers/papers.tsx')).Papers }))

export default function FundScreen(props: RouteSectionProps) {
  const fund = createAsync(() => getFund(props.params['fund'] ?? ''))
  onArrival(() => fund()?.name[language()] ?? '')
  return (
    <Show when={fund()}>
      {(fund) => {
        const publication = () => inForceOn(fund().publications, fund().today)
        return (
          <Page title={fund().name[language()]} href={paths.fund(fund().slug)} below={<a href={paths.funds()}>{fund().network.name[language()]}</a>} beside>
            <Show when={publication()} fallback={<NotYet />}>{(publication) => <Rules fund={fund()} publication={publication()} />}</Show>
          </Page>
        )
      }}
    </Show>
  )
}

function Rules(props: { fund: Fund; publication: Fund['publications'][number] }) {
  const notice = () => noticeOf(props.publication.regulation, props.fund.today, vocabulary)
  const name = () => props.fund.name[language()]
  const below = () => words().inForce(formatDay(props.publication.fromOn, language(), 'long'), props.publication.resolution.title[language()])
  return (
    <>
      <Notice kicker={words().kicker} paperKicker={words().kickerOf(name())} title={words().title} below={below()} general={notice().general} benefits={notice().benefits}>
        <ul class="fund-notes"><For each={notice().notes}>{(note) => <li class="small">{digits(note[language()])}</li>}</For></ul>
        <Signatures />
        <p class="fund-foot only-paper"><span>{digits(words().edition(props.publication.number))}</span><span>{words().ask}</span></p>
      </Notice>
      <aside class="fund-side only-screen" aria-label={words().tryFirst}>
        <Sheet>
          <h2>{words().tryFirst}</h2>
          <p>{words().tryIntro}</p>
          <Foot><ButtonLink href={paths.events(props.fund.slug)}>{words().try}</ButtonLink></Foot>
        </Sheet>
        <Suspense><Papers fund={props.fund} number={props.publication.number} /></Suspense>
        <Show when={props.fund.contact}>{(contact) => <Sheet><h2>{words().ask}</h2><p>{contact()[language()]}</p></Sheet>}</Show>
      </aside>
    </>
  )
}

function Signatures() {
  return (
    <div class="fund-sign only-paper">
      <For each={[words().chair, words().secretary]}>
        {(office) => <p>{words().sign} ........................................<br />( ............................................... )<br />{office}</p>}
      </For>
    </div>
  )
}

function NotYet() {
  return <Nothing title={words().noRules}><p>{words().noRulesYet}</p><ButtonLink href={paths.funds()}>{words().all}</ButtonLink></Nothing>
}
