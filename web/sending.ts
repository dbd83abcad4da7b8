import { createSignal } from 'solid-js'
import { ApiTrouble } from './api.ts'
import { inLanguage, language } from './device.ts'
import { paths } from './paths.ts'
import { trouble as en } from './text/en/trouble.ts'
import { trouble as th } from './text/th/trouble.ts'
import type { Fault } from './ui/field.tsx'

const words = inLanguage({ th, en })

/**
 * What becomes of a form that is sent: whether it is on its way, and what was refused, at its fields. `names` are the fields, each as
 * the server calls what it holds and as the form does; `form` goes before their ids where a page has several. What was filled in stays.
 */
export function useSending(names: () => Record<string, string>, first: string, form = '') {
  const [busy, setBusy] = createSignal(false)
  const [faults, setFaults] = createSignal<Fault[]>([])

  /** `otherwise` may take a refusal upon itself, which is then not shown as a fault. */
  async function send<T>(work: () => Promise<T>, done: (answer: T) => void, otherwise: (error: unknown) => boolean = () => false): Promise<void> {
    if (busy()) return
    setBusy(true)
    setFaults([])
    try {
      done(await work())
    } catch (error) {
      if (!otherwise(error)) setFaults(faultsIn(error))
    } finally {
      setBusy(false)
    }
  }

  function faultsIn(error: unknown): Fault[] {
    if (!(error instanceof ApiTrouble)) throw error
    const atFields = error.places.map(({ at, text }) => {
      const id = fieldOf(at, Object.keys(names()))
      return { id: form + (id ?? first), name: names()[id ?? ''] ?? words().refused, error: text[language()] }
    }).filter(({ id, error }, index, all) => all.findIndex((other) => other.id === id && other.error === error) === index) // one field may hold both languages
    const way = error.takesSignIn ? { href: paths.signIn(location.pathname + location.search) } : {}
    return atFields.length > 0 ? atFields : [{ id: form + first, name: words().refused, error: error.text[language()], ...way }]
  }

  return { busy, faults, setFaults, send, errorAt: (id: string) => faults().find((fault) => fault.id === form + id)?.error }
}

/** The field that holds a place: itself, the one that it lies in, or the first that lies in it. */
function fieldOf(place: string, fields: readonly string[]): string | undefined {
  return fields.find((field) => field === place) ?? fields.find((field) => place.startsWith(`${field}.`)) ?? fields.find((field) => field.startsWith(`${place}.`))
}
