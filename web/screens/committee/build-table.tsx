import { For, Show, type ComponentProps } from 'solid-js'
import type { TermValue } from '../../../plugins/kit/term.ts'
import type { Name } from '../../../plugins/kit/value.ts'
import { language } from '../../device.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { AmountField } from './draft-amount.tsx'
import { NameFields } from './build-form.tsx'
import type { TermChoice } from './build-terms.tsx'
import { words } from './build-workshop.ts'

type Rows = Readonly<Record<string, Name>>

const amountsIn = (value: TermValue | undefined) => (value ?? {}) as Readonly<Record<string, number>> // a table's value is of this shape

/** Whether a table has an amount for each of its rows. */
export const isTable = (rows: Rows, value: TermValue | undefined) => Object.keys(rows).every((id) => Object.hasOwn(amountsIn(value), id) && !Number.isNaN(amountsIn(value)[id]))

/** A table, row by row: what it is called and its amount. `rows` are the answers it goes by; what is none of them can go. */
export function TableFields(props: { rows: Rows; measure: ComponentProps<typeof AmountField>['measure']; choice: TermChoice; onInput: (choice: TermChoice) => void }) {
  const items = () => props.choice.items ?? {}
  const amounts = () => amountsIn(props.choice.value)
  const without = <T,>(record: Readonly<Record<string, T>>, id: string) => Object.fromEntries(Object.entries(record).filter(([each]) => each !== id))
  const name = (id: string, name: Name) => props.onInput({ ...props.choice, items: { ...items(), [id]: name } })
  const pay = (id: string, amount: number | undefined) => props.onInput({ ...props.choice, value: { ...amounts(), [id]: amount ?? Number.NaN } })
  const drop = (id: string) => props.onInput({ ...props.choice, items: without(items(), id), value: without(amounts(), id) })
  return (
    <div class="build-table" id="term-value" tabindex="-1">
      <For each={Object.keys(items())}>
        {(id, at) => (
          <div class="build-table-row">
            <AmountField asking={{ id: `amount-${id}`, label: items()[id]?.[language()] || words().row(at() + 1) }} measure={props.measure} value={amounts()[id]} onInput={(amount) => pay(id, amount)} />
            <Fold label={words().rowName}><NameFields id={`row-${id}`} value={items()[id] ?? { th: '', en: '' }} onInput={(next) => name(id, next)} /></Fold>
            <Show when={!Object.hasOwn(props.rows, id)}><Button quiet onClick={() => drop(id)}>{words().remove}</Button></Show>
          </div>
        )}
      </For>
    </div>
  )
}
