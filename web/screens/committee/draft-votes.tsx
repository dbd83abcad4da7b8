import { For, Show } from 'solid-js'
import { notesOn, type Votes } from '../../../plugins/kit/votes.ts'
import { inLanguage, language } from '../../device.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { Fold } from '../../ui/fold.tsx'
import { NumberField } from '../../ui/number-field.tsx'

const words = inLanguage({ th, en })

export type TypedVotes = { [Key in keyof Votes]?: number | undefined }

const FIELDS = ['called', 'present', 'for', 'against', 'abstained'] as const satisfies (keyof Votes)[]
const labels = (): Record<keyof Votes, string> => ({ called: words().called, present: words().present, for: words().votesFor, against: words().against, abstained: words().abstained })

/** The fields of a vote, each as the server calls it: `resolution.votes.for`. */
export const voteNames = (at: string) => Object.fromEntries(FIELDS.map((field) => [`${at}.${field}`, labels()[field]]))

/** What was typed, once every field is; undefined where none is, and 'partly' where some are. */
export function readVotes(typed: TypedVotes): Votes | 'partly' | undefined {
  const { called, present, for: yes, against, abstained } = typed
  if (FIELDS.every((field) => typed[field] === undefined)) return undefined
  const isRead = (value: number | undefined): value is number => value !== undefined && !Number.isNaN(value)
  return isRead(called) && isRead(present) && isRead(yes) && isRead(against) && isRead(abstained) ? { called, present, for: yes, against, abstained } : 'partly'
}

/** Who was present and how they voted, with what a committee should look at before it relies on that. */
export function VoteFields(props: { at: string; typed: TypedVotes; errorAt: (id: string) => string | undefined; onInput: (typed: TypedVotes) => void }) {
  const notes = () => { const votes = readVotes(props.typed); return votes === undefined || votes === 'partly' ? [] : notesOn(votes) }
  return (
    <Fold label={words().votes} open={FIELDS.some((field) => props.errorAt(`${props.at}.${field}`) !== undefined)}>
      <div class="draft-votes">
        <For each={FIELDS}>
          {(field) => <NumberField asking={{ id: `${props.at}.${field}`, label: labels()[field], error: props.errorAt(`${props.at}.${field}`) }} value={props.typed[field]} unit={words().persons} step={1} onInput={(value) => props.onInput({ ...props.typed, [field]: value })} />}
        </For>
        <Warnings of={notes().map((note) => note[language()])} />
      </div>
    </Fold>
  )
}

/** What forbids nothing and should be looked at. */
export function Warnings(props: { of: readonly string[] }) {
  return <Show when={props.of.length > 0}><div role="status"><ul class="draft-warnings small"><For each={props.of}>{(note) => <li>{note}</li>}</For></ul></div></Show>
}
