import type { Lang } from '../text.ts'
import type { Vocabulary } from '../plugin.ts'
import { formsOf } from './forms.ts'
import { join, templateOf, valueAt, type Form, type Json, type Part, type Piece } from './form.ts'
import { subjectAfter, writeSlot, type Place } from './kinds.ts'
import type { Line, Token } from './line.ts'
import { scopeOf, type Declared } from './scope.ts'

interface Writing extends Place {
  lang: Lang
  vocabulary: Vocabulary
  lines: Line[]
}

/** The lines that say a node by the first form of a rule that fits it. Throws where none does: no model says what no form can. */
export function writeLines(rule: string, node: Json, lang: Lang, vocabulary: Vocabulary): Line[] {
  const writing: Writing = { lang, vocabulary, lines: [], scope: scopeOf({}, vocabulary, lang), subject: undefined }
  writeNode(rule, node, '', undefined, 0, writing)
  return writing.lines
}

function writeNode(rule: string, node: Json, at: string, key: string | undefined, indent: number, writing: Writing): boolean {
  const form = formsOf(rule).find((each) => isSaidBy(each, node))
  if (!form) return false
  const declared = form.scope ? { ...writing, scope: scopeOf(valueAt(node, form.base) as Declared, writing.vocabulary, writing.lang) } : writing // a pack declares
  const inside: Writing = { ...declared }
  const tokens: Token[] = []
  writePieces(templateOf(form, writing.lang), { form, node, at, key, tokens }, inside)
  writing.lines.push({ form: form.id, at, indent, tokens })
  for (const part of form.under) writePart(part, node, at, indent + 1, inside)
  return true
}

function writePart({ at: path, each, rule, maybe }: Part, node: Json, at: string, indent: number, writing: Writing): void {
  const value = valueAt(node, path)
  if (value === undefined) return
  const place = join(at, path)
  const said = each === undefined
    ? [writeNode(rule, value, place, undefined, indent, writing)]
    : Object.entries(value ?? {}).map(([key, child]) => writeNode(rule, child as Json, join(place, key), key, indent, writing)) // a list's keys are its indices
  if (!maybe && said.includes(false)) throw new Error(`no form of "${rule}" says what stands at ${place}`)
}

interface Filling {
  form: Form
  node: Json
  at: string
  key: string | undefined
  tokens: Token[]
}

function writePieces(pieces: readonly Piece[], filling: Filling, inside: Writing): void {
  for (const piece of pieces) {
    if ('words' in piece) filling.tokens.push(piece.words)
    else if ('slot' in piece) writePiece(piece.slot, filling, inside)
    else if (slotsIn(piece.maybe).every((slot) => contentOf(slot, filling.form, filling.node, filling.key) !== undefined)) writePieces(piece.maybe, filling, inside)
  }
}

function writePiece(slot: string, { form, node, at, key, tokens }: Filling, inside: Writing): void {
  const kind = form.slots[slot]
  const value = contentOf(slot, form, node, key)
  if (!kind || value === undefined) throw new Error(`the form "${form.id}" finds nothing for "${slot}" at ${at}`)
  inside.subject = subjectAfter(kind, value, inside)
  tokens.push({ slot, at: placeOf(slot, form, at), value, text: writeSlot(value, kind, inside) })
}

/** What a slot holds. */
const contentOf = (slot: string, { base }: Form, node: Json, key: string | undefined): Json | undefined =>
  slot === 'key' ? key : valueAt(node, join(base, pathOf(slot)))

const pathOf = (slot: string) => (slot === 'it' ? '' : slot)

/** Where in the model what a slot says stands. */
export const placeOf = (slot: string, { base }: Form, at: string): string => (slot === 'key' ? at : join(at, join(base, pathOf(slot))))

const slotsIn = (pieces: readonly Piece[]): string[] => pieces.flatMap((piece) => ('slot' in piece ? [piece.slot] : []))

function isSaidBy(form: Form, node: Json): boolean {
  const { base, has, sets, fits, slots } = form
  if (has !== undefined && valueAt(node, has) === undefined) return false
  if (!Object.entries(sets).every(([path, value]) => isSame(valueAt(node, join(base, path)), value))) return false
  if (fits && !fits(node)) return false
  return slotsIn(templateOf(form, 'th')).every((slot) => {
    const kind = slots[slot]
    const value = slot === 'key' ? '' : valueAt(node, join(base, pathOf(slot)))
    return value !== undefined && (slot === 'key' || kind?.kind !== 'choice' || Object.hasOwn(kind.words, String(value))) && !(Array.isArray(value) && value.length === 0)
  })
}

/** Whether a value is what a line says by its words: a plain value, or an empty list or record. */
function isSame(found: Json | undefined, said: Json): boolean {
  if (typeof said !== 'object' || said === null) return found === said
  return typeof found === 'object' && found !== null && Array.isArray(found) === Array.isArray(said) && Object.keys(found).length === 0
}
