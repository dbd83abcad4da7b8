import './role-boxes.css'
import { Index } from 'solid-js'

interface Box<Id> {
  id: Id
  label: string
  note: string
}

/** Several of a few, each taking effect as it is ticked. */
export function RoleBoxes<Id extends string>(props: { legend: string; busy: boolean; boxes: Box<Id>[]; checked: readonly Id[]; onChange: (id: Id, isChecked: boolean) => void }) {
  const isChecked = (box: Box<Id>) => props.checked.includes(box.id)
  const change = (event: Event & { currentTarget: HTMLInputElement }, box: Box<Id>) => {
    const { checked } = event.currentTarget
    event.currentTarget.checked = isChecked(box) // what the server has not agreed to is not shown
    props.onChange(box.id, checked)
  }
  return (
    <fieldset class="role-boxes" disabled={props.busy}>
      <legend class="only-heard">{props.legend}</legend>
      <Index each={props.boxes}>
        {(box) => (
          <label class="role-box">
            <input type="checkbox" checked={isChecked(box())} onChange={(event) => change(event, box())} />
            <span>{box().label}</span>
            <span class="small">{box().note}</span>
          </label>
        )}
      </Index>
    </fieldset>
  )
}
