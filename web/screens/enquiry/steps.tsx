import { createMemo, Show, type JSX } from 'solid-js'
import type { Fund } from '../../api.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { enquiry as en } from '../../text/en/enquiry.ts'
import { enquiry as th } from '../../text/th/enquiry.ts'
import { Page } from '../../ui/page.tsx'
import { Asking, RESULT } from './asking.tsx'
import type { Trail } from './enquiry.ts'

const words = inLanguage({ th, en })

interface Walk {
  fund: Fund
  trail: Trail
  /** The step that the address names. */
  step: string
  /** Walks the questions again, by what has been answered since. */
  walk: () => Promise<Trail>
  /** The address of a step. */
  to: (step: string) => string
  /** Where one came from, before the first question. */
  from: string
  /** Where the fund's name leads. */
  home: string
  above?: JSX.Element
  /** The word that leads to what comes after the last question. */
  last: string
  /** What comes after the last question. */
  children: JSX.Element
}

/** One question a screen, each at its own address, and what follows them. */
export function Steps(props: Walk) {
  const questions = () => [...props.trail.asked, ...(props.trail.next ? [props.trail.next] : [])]
  const atResult = () => props.step === RESULT && !props.trail.next
  const place = createMemo(() => (atResult() ? questions().length : Math.max(0, questions().findIndex((each) => each.id === props.step))))
  const lost = () => props.step !== '' && !atResult() && !questions().some((each) => each.id === props.step)
  const title = () => props.trail.benefit.title[language()]
  onArrival(() => `${title()} · ${props.fund.name[language()]}`, place)
  const before = () => {
    const question = questions()[place() - 1]
    return question ? props.to(question.id) : props.from
  }
  return (
    <Page title={props.fund.name[language()]} href={props.home} below={atResult() ? title() : `${words().question(place() + 1)} · ${title()}`} beside>
      <Show when={lost()}><p class="question-lost" role="status">{words().lost}</p></Show>
      <Show when={atResult() ? RESULT : questions()[place()]?.id} keyed>
        {(id) => (
          <Show when={questions().find((each) => each.id === id)} fallback={props.children}>
            {(question) => <Asking fund={props.fund} trail={props.trail} question={question()} walk={props.walk} before={before()} to={props.to} above={props.above} last={props.last} />}
          </Show>
        )}
      </Show>
    </Page>
  )
}
