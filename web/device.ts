import { createSignal, type Accessor } from 'solid-js'

export type Language = 'th' | 'en'
export type Letters = 'normal' | 'large' | 'largest'

/** What this device last chose, or the first of the options. */
function kept<T extends string>(key: string, options: readonly [T, ...T[]]): [Accessor<T>, (option: T) => void] {
  const last = options.find((option) => option === remembered(key))
  const [chosen, choose] = createSignal<T>(last ?? options[0])
  return [chosen, (option) => { choose(() => option); remember(key, option) }]
}

// A browser may forbid storage altogether (it throws); the choice then lasts as long as the page.
function remembered(key: string): string | null {
  try { return localStorage.getItem(key) } catch { return null }
}
function remember(key: string, option: string): void {
  try { localStorage.setItem(key, option) } catch { return }
}

export const [language, setLanguage] = kept<Language>('sajja:language', ['th', 'en'])
export const [letters, setLetters] = kept<Letters>('sajja:letters', ['normal', 'large', 'largest'])

/** The words of a screen or part, in the language of the device. */
export function inLanguage<T>(words: Record<Language, T>): Accessor<T> {
  return () => words[language()]
}
