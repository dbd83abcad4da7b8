import { Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { votesInWords } from '../../../plugins/kit/votes.ts'
import type { Draft } from '../../api-rules.ts'
import { inLanguage, language } from '../../device.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'

const words = inLanguage({ th, en })

/** From when a draft is meant to hold, and before which meeting it stands. */
export function Standing(props: { draft: Draft }) {
  return (
    <>
      <p>{words().meansFrom(formatDay(props.draft.fromOn, language(), 'long'))}</p>
      <Show when={props.draft.state === 'at-meeting' && props.draft.resolution}>
        {(met) => <><p><b>{words().states['at-meeting']}</b> · {words().atMeeting(met().number, formatDay(met().heldOn, language(), 'long'))}</p><Show when={met().votes}>{(votes) => <p class="small">{votesInWords(votes())[language()]}</p>}</Show></>}
      </Show>
    </>
  )
}
