import { Choices } from './choice-field.tsx'
import type { Asking } from './field.tsx'

/** Any of several: boxes to tick. */
export function SomeOf(props: { asking: Asking; options: { id: string; label: string }[]; chosen: readonly string[]; onInput: (ids: string[]) => void }) {
  const turn = (id: string, on: boolean) => props.onInput(props.options.map((each) => each.id).filter((each) => (each === id ? on : props.chosen.includes(each))))
  return <Choices asking={props.asking} options={props.options} box={({ id }, first) => <input type="checkbox" id={first()} checked={props.chosen.includes(id)} onChange={(event) => turn(id, event.currentTarget.checked)} />} />
}
