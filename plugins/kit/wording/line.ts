import { formOf } from './forms.ts'
import { join, type Json } from './form.ts'

/** What stands in a slot: `at` is the place in the model of what it says, `text` how it is said. */
export interface SlotToken {
  slot: string
  at: string
  value: Json
  text: string
}

/** Words, or a slot of the line's form. */
export type Token = string | SlotToken

/** One line of a wording: what it says stands in the model at `at`. */
export interface Line {
  form: string
  at: string
  indent: number
  tokens: readonly Token[]
}

type Branch = Record<string, unknown>

/** The model that lines say: each puts what its slots hold and what its words mean at its place. */
export function modelOf(lines: readonly Line[]): unknown {
  const top: Branch = {}
  for (const { form, at, tokens } of lines) {
    const { base, sets, opens } = formOf(form)
    const inside = join(at, base)
    for (const path of Object.keys(opens)) put(top, join(inside, path), opens[path])
    for (const path of Object.keys(sets)) put(top, join(inside, path), sets[path])
    for (const token of tokens) if (typeof token !== 'string' && token.slot !== 'key') put(top, token.at, token.value)
  }
  return top
}

/** An empty list or record opens a place; what fills it may stand there already. */
function put(top: Branch, at: string, value: Json | undefined): void {
  const keys = at.split('.')
  const last = keys.length - 1
  let node = top
  for (let i = 0; i < last; i += 1) {
    const key = keys[i] ?? ''
    if (!Object.hasOwn(node, key)) node[key] = isIndex(keys[i + 1]) ? [] : {}
    node = node[key] as Branch // a list takes indices as a record takes keys
  }
  const key = keys[last] ?? ''
  if (!isEmpty(value)) node[key] = value
  else if (!Object.hasOwn(node, key)) node[key] = Array.isArray(value) ? [] : {}
}

const isIndex = (key = '') => key >= '0' && key < ':'
const isEmpty = (value: Json | undefined) => typeof value === 'object' && value !== null && Object.keys(value).length === 0
