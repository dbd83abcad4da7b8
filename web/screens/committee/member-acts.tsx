import { createAsync } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { getMemberEvents, type MemberEvent } from '../../api-members.ts'
import { inLanguage, language } from '../../device.ts'
import { members as en } from '../../text/en/members.ts'
import { members as th } from '../../text/th/members.ts'
import { ActList } from '../../ui/act-list.tsx'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'

const words = inLanguage({ th, en })
/** What is shown as it was and as it became; of anything else only that it changed. */
const LEGIBLE = ['number', 'title', 'firstName', 'lastName', 'phone', 'address']

/** What the register calls a particular, where it is kept under another name. */
const CALLED: Partial<Record<string, keyof typeof th>> = { number: 'numberLabel', title: 'titleLabel', centreId: 'centre' }

/** Who did what to a member's record, and why; for who asks. */
export function MemberActs(props: { fund: string; member: string }) {
  const [asked, ask] = createSignal(false)
  return (
    <Show when={asked()} fallback={<Button quiet onClick={() => ask(true)}>{words().recordHistory}</Button>}>
      <Sheet><h2>{words().recordHistory}</h2><Acts fund={props.fund} member={props.member} /></Sheet>
    </Show>
  )
}

function Acts(props: { fund: string; member: string }) {
  const events = createAsync(() => getMemberEvents(props.fund, props.member))
  return <ActList acts={(events.latest ?? []).map((event) => ({ at: event.at, what: words().acts[event.act], by: event.by, told: toldOf(event) }))} />
}

/** What of an act is worth a word, from what was kept of it. */
function toldOf({ act, changes }: MemberEvent): string {
  const text = (name: string) => (typeof changes[name] === 'string' ? changes[name] : '')
  if (act === 'edited') return Object.entries(changes as Record<string, { before?: unknown; after?: unknown }>).map(([name, change]) => changed(name, change)).join(', ')
  if (act === 'status-recorded') return [words().kind[text('kind') as keyof typeof th.kind], formatDay(text('happenedOn'), language(), 'long')].join(' ')
  return text('reason')
}

function changed(name: string, { before, after }: { before?: unknown; after?: unknown }): string {
  const label = String(words()[CALLED[name] ?? name as keyof typeof th])
  return LEGIBLE.includes(name) ? `${label}: ${String(before ?? words().notRecorded)} → ${String(after ?? words().notRecorded)}` : label
}
