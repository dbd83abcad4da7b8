import type { Lang, Text } from '../text.ts'

/** What a model holds: JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What stands in a slot. A `subject` is what the values after it, and on the lines under it, are values of. */
export type Slot =
  | { kind: 'name' | 'words' | 'id' | 'code' | 'whole' | 'day' }
  /** One of a closed list, each in its words. */
  | { kind: 'choice'; words: Readonly<Record<string, Text>> }
  /** What the pack declares, by its label; `many` are parted by commas. */
  | { kind: 'reference'; to: Referable; many?: true; subject?: true }
  /** Declares an id. */
  | { kind: 'declared'; to: 'term' | 'fact' }
  /** Read by the subject: how it compares, what it is compared with, its value, its bound, one of its options or items. */
  | { kind: 'operator' | 'wanted' | 'value' | 'bound' | 'option' }

export type Referable = 'term' | 'fact' | 'benefit' | 'standing'
export type Kind = Slot['kind']

/** Lines that may stand under a line, indented: for the node at a path of the line's own, for each of a list there, or for each member of a record. */
export interface Part {
  at: string
  each?: 'list' | 'record'
  /** The forms that a line here may have. */
  rule: string
  /** The node may go without such a line. */
  maybe?: true
}

/**
 * One way to say one thing, in both languages: words, slots in braces, and in brackets what may be left out. A slot's name is its path
 * in the node that the line says, `it` the node itself, `key` its name in the record that holds it. Both directions follow from the
 * form: a model is written by filling its slots, a line is read by finding them.
 */
export interface Form {
  id: string
  th: string
  en: string
  /** The path in the node that the slots are read from. */
  base: string
  slots: Readonly<Record<string, Slot>>
  /** The path whose presence tells this form from its neighbours. */
  has?: string
  /** What the line says by its words alone. */
  sets: Readonly<Record<string, Json>>
  /** Lists and records that the lines under it fill. */
  opens: Readonly<Record<string, Json>>
  /** Tells values of one place by their shape. */
  fits?: (value: Json) => boolean
  under: readonly Part[]
  /** Declares what other lines refer to. */
  declares?: true
  /** What the lines under it declare, they may refer to. */
  scope?: true
}

type Rest = Partial<Pick<Form, 'base' | 'has' | 'sets' | 'opens' | 'fits' | 'under' | 'declares' | 'scope'>>

export const form = (id: string, th: string, en: string, slots: Form['slots'] = {}, rest: Rest = {}): Form =>
  ({ id, th, en: en.charAt(0).toUpperCase() + en.slice(1), slots, base: '', sets: {}, opens: {}, under: [], ...rest })

/** A line that the node itself may have under it. */
export const line = (rule: string, at = ''): Part => ({ at, rule, maybe: true })
export const one = (at: string, rule: string): Part => ({ at, rule })
export const list = (at: string, rule: string): Part => ({ at, each: 'list', rule })
export const record = (at: string, rule: string): Part => ({ at, each: 'record', rule })

export const choice = (words: Readonly<Record<string, Text>>): Slot => ({ kind: 'choice', words })
export const name: Slot = { kind: 'name' }
export const words: Slot = { kind: 'words' }
export const id: Slot = { kind: 'id' }
export const code: Slot = { kind: 'code' }
export const whole: Slot = { kind: 'whole' }
export const term: Slot = { kind: 'reference', to: 'term' }
export const fact: Slot = { kind: 'reference', to: 'fact' }
export const says = (th: string, en: string): Text => ({ th, en })

/** A template taken apart. `key` is its words as they are compared: without spaces, dashes alike, letters small. */
export type Piece = { words: string; key: string } | { slot: string } | { maybe: Piece[] }

const templates = new WeakMap<Form, Record<Lang, Piece[]>>()

export function templateOf(each: Form, lang: Lang): Piece[] {
  const known = templates.get(each) ?? { th: piecesOf(each.th), en: piecesOf(each.en) }
  templates.set(each, known)
  return known[lang]
}

function piecesOf(template: string): Piece[] {
  return template.split(/(\[[^\]]*\]|\{[^}]*\})/).filter((part) => part !== '').map((part): Piece => {
    if (part.startsWith('[')) return { maybe: piecesOf(part.slice(1, -1)) }
    return part.startsWith('{') ? { slot: part.slice(1, -1) } : { words: part, key: keyOf(part) }
  })
}

export const keyOf = (text: string): string => [...text.replace(/\s/g, '')].map(folded).join('')

/** A character as words are compared: A as a, every dash as one. */
export function folded(char: string): string {
  if (char >= 'A' && char <= 'Z') return char.toLowerCase()
  return char === '—' || char === '–' || char === '−' ? '-' : char
}

/** Where words end that begin at a place of a line, whatever spaces stand between; -1 where they are not there. */
export function afterWords(text: string, at: number, key: string): number {
  let place = at
  for (let i = 0; i < key.length; i += 1) {
    while (text[place] === ' ') place += 1
    const found = text[place]
    if (found === undefined || (found !== key[i] && folded(found) !== key[i])) return -1
    place += 1
  }
  return place
}

export function skipSpace(text: string, at: number): number {
  let place = at
  while (text[place] === ' ') place += 1
  return place
}

/** What stands at a path of a node; undefined where nothing does. */
export function valueAt(node: Json, path: string): Json | undefined {
  if (path === '') return node
  let value: Json | undefined = node
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Readonly<Record<string, Json>>)[key] // a list is read by its indices as an object is by its keys
  }
  return value
}

export const join = (at: string, path: string): string => (at === '' ? path : path === '' ? at : `${at}.${path}`)
