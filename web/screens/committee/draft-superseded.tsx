import { Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { foundIn } from '../../../plugins/kit/draft.ts'
import { rebase, type Draft } from '../../api-rules.ts'
import { inLanguage, language } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { BeforeAfterList } from '../../ui/before-after.tsx'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'

const words = inLanguage({ th, en })

/** Another regulation has come before a draft: what has changed in between, and the way to go on from it. */
export function Superseded(props: { fund: string; draft: Draft; by: NonNullable<Draft['superseded']> }) {
  const { send, busy, faults } = useSending(() => ({}), 'rebase')
  const again = () => { void send(() => rebase(props.fund, props.draft), () => undefined) }
  const clashing = () => props.by.clashing.map((part) => partInWords(props.draft, part)).join(', ')
  return (
    <section class="draft-meanwhile" id="rebase" tabindex="-1">
      <p><b>{words().superseded(props.by.number, formatDay(props.by.fromOn, language(), 'long'))}</b></p>
      <Show when={props.by.difference.length > 0}><Fold label={words().changedBetween}><BeforeAfterList of={props.by.difference} elsewhere={words().elsewhere} level={3} /></Fold></Show>
      <Show when={clashing() !== ''}><p>{words().clashing(clashing())}</p></Show>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <Show when={props.draft.can.includes('rebase')}><Button onClick={again}>{busy() ? words().using : words().rebase}</Button></Show>
    </section>
  )
}

/** What a part of a draft's rules is called. */
function partInWords({ regulation, origin }: Draft, part: Draft['changed'][number]): string {
  if ('of' in part) return words().elsewhere
  const pack = (foundIn(regulation, part.pack) ?? foundIn(origin, part.pack))?.pack
  if ('term' in part) return pack?.terms[part.term]?.label[language()] ?? part.term
  if ('benefit' in part) return pack?.benefits.find(({ id }) => id === part.benefit)?.title[language()] ?? part.benefit
  if ('fact' in part) return pack?.facts?.[part.fact]?.label[language()] ?? part.fact
  return pack?.title[language()] ?? part.pack
}
