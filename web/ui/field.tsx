import './field.css'
import { For, Show, type JSX } from 'solid-js'

/** What every field says: its question (as the heading of its screen, or as a label), a hint, and what is wrong with the answer. */
export interface Asking {
  id: string
  label: string
  heading?: true
  hint?: string | undefined
  error?: string | undefined
}

/** The ids of what describes a field, for aria-describedby. */
export function describedBy(asking: Asking): string | undefined {
  const ids = [asking.hint && `${asking.id}-hint`, asking.error && `${asking.id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** A labelled control. `group` is for several controls that answer one question; its first control bears the field's id. */
export function Field(props: { asking: Asking; group?: true; children: JSX.Element }) {
  const remarks = () => (
    <>
      <Show when={props.asking.hint}><p class="small" id={`${props.asking.id}-hint`}>{props.asking.hint}</p></Show>
      <Show when={props.asking.error}><p class="field-error" id={`${props.asking.id}-error`}>{props.asking.error}</p></Show>
    </>
  )
  return (
    <Show
      when={props.group}
      fallback={
        <div class="field" classList={{ 'field-wrong': props.asking.error !== undefined }}>
          <Show when={props.asking.heading} fallback={<label class="field-label" for={props.asking.id}>{props.asking.label}</label>}>
            <h1 tabindex="-1"><label for={props.asking.id}>{props.asking.label}</label></h1>
          </Show>
          {remarks()}
          {props.children}
        </div>
      }
    >
      <fieldset class="field" classList={{ 'field-wrong': props.asking.error !== undefined }} aria-describedby={describedBy(props.asking)}>
        <legend><Show when={props.asking.heading} fallback={<span class="field-label">{props.asking.label}</span>}><h1 tabindex="-1">{props.asking.label}</h1></Show></legend>
        {remarks()}
        {props.children}
      </fieldset>
    </Show>
  )
}

/** What is wrong with the answer in one field. */
export interface Fault {
  id: string
  name: string
  error: string
  /** Where it is mended, if not in the field. */
  href?: string
}

/** What is wrong, in one place that takes the focus; each line leads to its field. */
export function Faults(props: { title: string; faults: Fault[] }) {
  const take = (element: HTMLElement) => queueMicrotask(() => element.focus())
  const lead = (event: MouseEvent, { id, href }: Fault) => {
    if (href !== undefined) return
    event.preventDefault()
    document.getElementById(id)?.focus()
  }
  return (
    <div class="faults" role="alert" tabindex="-1" ref={take}>
      <h2>{props.title}</h2>
      <ul><For each={props.faults}>{(fault) => <li><a href={fault.href ?? `#${fault.id}`} onClick={(event) => lead(event, fault)}>{fault.name}: {fault.error}</a></li>}</For></ul>
    </div>
  )
}
