import { revalidate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { getMemberEvents, seeCitizenId, type Member } from '../../api-members.ts'
import { inLanguage } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { members as en } from '../../text/en/members.ts'
import { members as th } from '../../text/th/members.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'

const words = inLanguage({ th, en })

/** The citizen ID with its digits hidden; in full for who says why, which is recorded. */
export function CitizenIdLine(props: { fund: string; member: Member }) {
  const [asked, ask] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const [full, show] = createSignal<string>()
  const { send, busy, errorAt } = useSending(() => ({ reason: words().seeReason }), 'reason')
  const see = (event: SubmitEvent) => {
    event.preventDefault()
    void send(() => seeCitizenId(props.fund, props.member.id, reason()), ({ citizenId }) => {
      show(citizenId)
      void revalidate(getMemberEvents.key)
    })
  }
  return (
    <div>
      <dt class="small">{words().citizenId}</dt>
      <dd class="member-citizen-id">
        <span>{full() ?? props.member.citizenIdMasked ?? <span class="small">{words().notRecorded}</span>}</span>
        <Show when={props.member.can.includes('see-citizen-id') && full() === undefined}>
          <Show when={asked()} fallback={<Button quiet onClick={() => ask(true)}>{words().see}</Button>}>
            <form onSubmit={see} noValidate>
              <TextField asking={{ id: 'reason', label: words().seeReason, hint: words().seeHint, error: errorAt('reason') }} value={reason()} onInput={setReason} />
              <Button quiet submit>{busy() ? words().saving : words().see}</Button>
            </form>
          </Show>
        </Show>
      </dd>
    </div>
  )
}
