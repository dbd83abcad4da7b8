import { createEffect, on, onMount } from 'solid-js'

let landed = false

/**
 * A screen is there: its title is the page's title, and its heading takes the focus, so that a screen reader reads it out. The
 * first page keeps the focus where the browser put it. `changes` names what else counts as arriving, such as the next question.
 */
export function onArrival(title: () => string, changes: () => unknown = () => undefined): void {
  createEffect(() => { document.title = title() })
  const land = () => {
    if (landed) document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    landed = true
  }
  onMount(land)
  createEffect(on(changes, () => queueMicrotask(land), { defer: true }))
}
