import './value.css'
import { Show } from 'solid-js'
import { digits } from './paper.ts'

/** How a value is changed: `before` is what stood there, where that was something else. */
export interface Tapping {
  /** Which value it is, for finding it again. */
  id: string
  before: string | undefined
  isChanged: boolean
  isOpen: boolean
  label: string
  /** Absent for a reader who may not change it. */
  onTap?: (() => void) | undefined
}

/** A value that a fund has set: black, without dots, for those who may not change it. One that is not set yet is a blank. */
export function Value(props: { text: string; open: boolean; tapping?: Tapping | undefined }) {
  return (
    <Show when={props.tapping} fallback={<b class="value" classList={{ 'value-open': props.open }}>{digits(props.text)}</b>}>
      {(tapping) => (
        <>
          <Show when={tapping().before}>{(before) => <del class="value-was">{digits(before())}</del>}</Show>
          <Show when={tapping().onTap} fallback={<b class="value" classList={{ 'value-open': props.open, 'value-now': tapping().isChanged }}>{digits(props.text)}</b>}>
            {(tap) => (
              <button
                type="button" class="value value-tap" classList={{ 'value-open': props.open, 'value-now': tapping().isChanged }}
                data-value={tapping().id} aria-expanded={tapping().isOpen} aria-label={`${tapping().label} ${props.text}`} onClick={() => tap()()}
              >
                {digits(props.text)}
              </button>
            )}
          </Show>
        </>
      )}
    </Show>
  )
}
