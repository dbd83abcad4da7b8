import { createAsync } from '@solidjs/router'
import { onCleanup, onMount, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { getDraftEvents, redo, undo, type Draft, type DraftEvent, type DraftStep } from '../../api-rules.ts'
import { inLanguage, language } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { guests as enGuests } from '../../text/en/guests.ts'
import { rules as en } from '../../text/en/rules.ts'
import { guests as thGuests } from '../../text/th/guests.ts'
import { rules as th } from '../../text/th/rules.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'

const words = inLanguage({ th, en })
const ofGuests = inLanguage({ th: thGuests, en: enGuests })

/** The name of who did something, and that they are of the network. */
export const nameIn = ({ by, asGuest }: Pick<DraftEvent, 'by' | 'asGuest'>) => (asGuest ? ofGuests().ofNetwork(by) : by)

/** The name of who led a draft to a version. */
export function useNames(fund: string, draft: () => Draft) {
  const events = createAsync(() => getDraftEvents(fund, draft().id))
  return (version: number) => {
    const event = events()?.find((each) => each.version === version)
    return event === undefined ? '' : nameIn(event)
  }
}

/** A change in one line: the first of its sentences, and how many more there are. */
export function stepInWords({ act, fromOn, difference, changed }: DraftStep): string {
  const [first] = difference
  if (first) {
    const said = [first.about?.[language()], (first.after ?? first.before)?.[language()]].filter((part) => part !== undefined).join(': ')
    return difference.length > 1 ? words().andMore(said, difference.length - 1) : said
  }
  return act === 'moved' && fromOn !== undefined ? words().movedTo(formatDay(fromOn, language(), 'long')) : changed.length === 0 ? words().sameWords : words().changes(changed.length)
}

const typesIn = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** Takes back the last change of a draft and makes it again, by button or Ctrl+Z and Ctrl+Shift+Z. The keys leave another's change alone. */
export function UndoRedo(props: { fund: string; draft: Draft }) {
  const nameAt = useNames(props.fund, () => props.draft)
  const { send, busy, faults } = useSending(() => ({}), 'undo')
  const said = (step: DraftStep) => (step.isMine ? stepInWords(step) : words().byOther(stepInWords(step), nameAt(step.version)))
  const back = () => { void send(() => undo(props.fund, props.draft), () => undefined) }
  const forth = () => { void send(() => redo(props.fund, props.draft), () => undefined) }
  const keys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || typesIn(event.target) || busy()) return
    const step = event.shiftKey ? props.draft.redo : props.draft.undo
    if (!step?.isMine) return
    event.preventDefault()
    if (event.shiftKey) forth()
    else back()
  }
  onMount(() => document.addEventListener('keydown', keys))
  onCleanup(() => document.removeEventListener('keydown', keys))
  return (
    <Show when={props.draft.undo ?? props.draft.redo}>
      <div class="draft-steps" id="undo" tabindex="-1">
        <Show when={props.draft.undo}><Button quiet onClick={back}>{words().undo}</Button></Show>
        <Show when={props.draft.redo}><Button quiet onClick={forth}>{words().redo}</Button></Show>
        <span class="small draft-steps-what">
          {[props.draft.undo && words().wouldUndo(said(props.draft.undo)), props.draft.redo && words().wouldRedo(said(props.draft.redo))].filter((part) => part !== undefined).join(' · ')}
        </span>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      </div>
    </Show>
  )
}
