import './learning.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { noticeOf } from '../../../plugins/kit/notice.ts'
import { inForceOn } from '../../../plugins/kit/regulation.ts'
import { getLearning } from '../../api-learning.ts'
import { getFund, type Fund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { fund as enFund } from '../../text/en/fund.ts'
import { learning as en } from '../../text/en/learning.ts'
import { fund as thFund } from '../../text/th/fund.ts'
import { learning as th } from '../../text/th/learning.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Nothing } from '../../ui/state.tsx'
import { vocabulary } from '../../vocabulary.ts'
import { Questions } from './learning-questions.tsx'

const words = inLanguage({ th, en })
const noticeWords = inLanguage({ th: thFund, en: enFund })

/** A model area: its regulation as it hangs in the temple hall, beside what there is to learn and a place to ask. */
export default function ModelAreaScreen(props: RouteSectionProps) {
  const slug = () => props.params['network'] ?? ''
  const fund = createAsync(() => getFund(props.params['fund'] ?? ''))
  const learning = createAsync(() => getLearning(slug()))
  const all = allOf({ fund, learning: () => learning.latest })
  onArrival(() => `${words().areas} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().learning.network.name[language()]} href={paths.network(slug())} below={<a href={paths.learning(slug())}>{words().title}</a>} beside>
          <Show when={all().learning.areas.find(({ fund, agreedAt }) => fund.slug === all().fund.slug && agreedAt !== undefined)} fallback={<NoArea network={slug()} />}>
            {(area) => (
              <>
                <div class="learning-part learning-beside">
                  <Sheet labelledBy="special">
                    <div class="learning-one">
                      <h2 id="special">{words().special}</h2>
                      <p><a href={paths.fund(all().fund.slug)}>{all().fund.name[language()]}</a></p>
                      <p class="learning-words">{area().special}</p>
                    </div>
                  </Sheet>
                  <Sheet labelledBy="questions"><Questions learning={all().learning} of={all().fund.slug} /></Sheet>
                </div>
                <div class="learning-notice"><Rules fund={all().fund} /></div>
              </>
            )}
          </Show>
        </Page>
      )}
    </Show>
  )
}

function Rules(props: { fund: Fund }) {
  return (
    <Show when={inForceOn(props.fund.publications, props.fund.today)} fallback={<Nothing title={noticeWords().noRules}><p>{noticeWords().noRulesYet}</p></Nothing>}>
      {(publication) => {
        const notice = () => noticeOf(publication().regulation, props.fund.today, vocabulary)
        const below = () => noticeWords().inForce(formatDay(publication().fromOn, language(), 'long'), publication().resolution.title[language()])
        return <Notice kicker={words().areas} paperKicker={noticeWords().kickerOf(props.fund.name[language()])} title={noticeWords().title} below={below()} general={notice().general} benefits={notice().benefits} />
      }}
    </Show>
  )
}

function NoArea(props: { network: string }) {
  return <Nothing title={words().noArea}><p>{words().noAreaNow}</p><ButtonLink href={paths.learning(props.network)}>{words().back}</ButtonLink></Nothing>
}
