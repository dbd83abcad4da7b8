import { For, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import type { InvitedDraft } from '../../api-guests.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { guests as en } from '../../text/en/guests.ts'
import { guests as th } from '../../text/th/guests.ts'
import { dayOf } from '../../ui/moment.ts'
import { Sheet } from '../../ui/sheet.tsx'

const words = inLanguage({ th, en })

/** The drafts into which funds have invited whoever reads this: nothing where there are none. */
export function InvitedDrafts(props: { network: string; drafts: readonly InvitedDraft[] }) {
  return (
    <Show when={props.drafts.length > 0}>
      <Sheet labelledBy="invited">
        <h2 id="invited">{words().drafts}</h2>
        <ul class="network-invited">
          <For each={props.drafts}>
            {({ fund, invitedBy, invitedAt }) => <li><a class="network-name" href={paths.draft({ fund: fund.slug, network: props.network })}>{fund.name[language()]}</a><span class="network-under">{words().by(invitedBy, formatDay(dayOf(invitedAt), language(), 'long'))}</span></li>}
          </For>
        </ul>
      </Sheet>
    </Show>
  )
}
