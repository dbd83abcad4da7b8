import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import { ApiTrouble } from '../../api.ts'

export interface AskedAnew<T> {
  /** What is known stays until something else is. */
  known: Accessor<T | undefined>
  state: Accessor<'thinking' | 'known' | 'failed'>
  again: () => void
}

/** An answer that is asked for anew whenever the question is another, after a pause of so many milliseconds; an answer that came too late is dropped. */
export function askedAnew<Question, T>(question: Accessor<Question>, ask: (stillAsked: () => boolean) => Promise<T | undefined>, pauseMs: (question: Question, known: T | undefined) => number): AskedAnew<T> {
  const [known, setKnown] = createSignal<T>()
  const [state, setState] = createSignal<'thinking' | 'known' | 'failed'>('thinking')
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function send(): Promise<void> {
    const mine = asked += 1
    const isStillAsked = () => mine === asked
    try {
      const found = await ask(isStillAsked)
      if (!isStillAsked() || found === undefined) return
      setKnown(() => found)
      setState('known')
    } catch (error) {
      if (!(error instanceof ApiTrouble)) throw error
      if (isStillAsked()) setState('failed')
    }
  }
  const begin = (ms: number) => {
    clearTimeout(timer)
    setState('thinking')
    timer = setTimeout(() => { void send() }, ms)
  }
  createEffect(on(question, (asking) => begin(pauseMs(asking, known()))))
  onCleanup(() => { asked += 1; clearTimeout(timer) })
  return { known, state, again: () => begin(0) }
}
