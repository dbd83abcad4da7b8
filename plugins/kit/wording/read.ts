import { brief, error, type Finding } from '../finding.ts'
import type { Vocabulary } from '../plugin.ts'
import type { Lang, Text } from '../text.ts'
import { afterWords, join, keyOf, says, skipSpace, templateOf, valueAt, type Form, type Part, type Piece } from './form.ts'
import { formsOf } from './forms.ts'
import { readSlot, subjectAfter, whatOf, type Place } from './kinds.ts'
import { modelOf, type Line, type Token } from './line.ts'
import type { Written } from './outline.ts'
import { scopeOf, type Declared } from './scope.ts'
import { placeOf } from './write.ts'

const PROBLEMS_MAX = 20

/** What has been read: its lines, where each stands in the text, and what was wrong. */
export interface LinesRead {
  lines: Line[]
  written: Map<Line, Written>
  findings: Finding[]
}

interface Reading extends Place, LinesRead {
  lang: Lang
  vocabulary: Vocabulary
  /** Only the heads of what is declared, before what refers to it is read. */
  onlyDeclared: boolean
}

/** Reads what stands in a text, line by line, by the forms of a rule. */
export function readLines(rule: string, top: readonly Written[], lang: Lang, vocabulary: Vocabulary): LinesRead {
  const reading: Reading = { lang, vocabulary, onlyDeclared: false, lines: [], written: new Map(), findings: [], scope: scopeOf({}, vocabulary, lang), subject: undefined }
  readUnder(top, [{ at: '', rule }], '', reading)
  return reading
}

interface Candidate {
  part: Part
  form: Form
}

const candidates = new WeakMap<readonly Part[], Candidate[]>()

/** The forms that lines here may have. */
function candidatesOf(parts: readonly Part[]): Candidate[] {
  const known = candidates.get(parts) ?? parts.flatMap((part) => formsOf(part.rule).map((form) => ({ part, form })))
  candidates.set(parts, known)
  return known
}

function readUnder(block: readonly Written[], parts: readonly Part[], at: string, reading: Reading): void {
  const all = candidatesOf(parts)
  const possible = reading.onlyDeclared ? all.filter(({ form }) => form.declares) : all
  const said: Said = { places: new Set(), lists: new Map() }
  for (const written of block) {
    if (reading.findings.length >= PROBLEMS_MAX) return
    const found = matchLine(written, possible, reading)
    if (found) readNode(written, found, at, said, reading)
  }
}

interface Match extends Candidate {
  tokens: Token[]
  subject: Place['subject']
}

/** What the lines of a block have said so far: single places, and how much of each list or record. */
interface Said {
  places: Set<string>
  lists: Map<string, number>
}

function readNode(written: Written, { part, form, tokens, subject }: Match, above: string, said: Said, reading: Reading): void {
  const at = placeIn(part, above, tokens, said)
  const line: Line = { form: form.id, at, indent: written.depth, tokens: tokens.map((token) => (typeof token === 'string' ? token : { ...token, at: placeOf(token.slot, form, at) })) }
  if (isSaidAgain(part, form, line, join(above, part.at), said)) reading.findings.push(problem(written, 0, 'twice', at, says('บรรทัดนี้มีแล้ว หรือขัดกับบรรทัดก่อนหน้า', 'this is said already, or goes against a line before')))
  reading.lines.push(line)
  reading.written.set(line, written)
  const inside: Reading = { ...reading, subject }
  if (form.scope && !reading.onlyDeclared) inside.scope = scopeOf(declaredIn(written, form, line, reading), reading.vocabulary, reading.lang)
  readUnder(written.under, form.under, at, inside)
}

/** Whether a line says what another of its block has said; a line "no limits" and a limit go against each other. */
function isSaidAgain({ each, maybe }: Part, form: Form, line: Line, list: string, { places, lists }: Said): boolean {
  const own = each === 'list' ? [] : maybe ? placesOf(form, line) : [line.at]
  const isAgain = own.some((place) => places.has(place) || (maybe && lists.has(place))) || (each !== undefined && places.has(list))
  for (const place of own) places.add(place)
  if (each !== undefined) lists.set(list, (lists.get(list) ?? 0) + 1)
  return isAgain
}

/** What the lines under a pack declare. */
function declaredIn(written: Written, form: Form, line: Line, reading: Reading): Declared {
  const heads: Reading = { ...reading, onlyDeclared: true, lines: [line], written: new Map(), findings: [], subject: undefined }
  readUnder(written.under, form.under, line.at, heads)
  return valueAt(modelOf(heads.lines) as never, join(line.at, form.base)) as Declared // the heads say what is declared, each of its shape
}

function placeIn({ at: path, each }: Part, above: string, tokens: readonly Token[], { lists }: Said): string {
  const place = join(above, path)
  if (each === undefined) return place
  const key = tokens.find((token) => typeof token !== 'string' && token.slot === 'key')
  return join(place, each === 'list' ? String(lists.get(place) ?? 0) : typeof key === 'object' ? String(key.value) : '')
}

/** The places that a line of the node itself speaks of. */
function placesOf({ base, sets, has }: Form, { at, tokens }: Line): string[] {
  const slots = tokens.flatMap((token) => (typeof token === 'string' ? [] : [token.at]))
  return [...Object.keys(sets).map((path) => join(at, join(base, path))), ...(has === undefined ? [] : [join(at, has)]), ...slots]
}

/** The furthest that any form came in a line, and what it would have taken there. */
interface Furthest {
  at: number
  wanted: Text[]
  problem: Text | undefined
}

interface Matching extends Place {
  line: string
  at: number
  tokens: Token[]
  form: Form
  /** Absent as long as only the form is looked for, which is nearly always there. */
  furthest?: Furthest
}

function matchLine({ text, number, column }: Written, possible: readonly Candidate[], reading: Reading): Match | undefined {
  const match = firstMatch(text, possible, reading)
  if (match || reading.onlyDeclared) return match
  const furthest: Furthest = { at: -1, wanted: [], problem: undefined }
  firstMatch(text, possible, reading, furthest)
  reading.findings.push(problem({ number, column }, Math.max(0, furthest.at), 'unreadable', '', furthest.problem ?? expected(text, furthest)))
  return undefined
}

function firstMatch(line: string, possible: readonly Candidate[], { lang, scope, subject }: Reading, furthest?: Furthest): Match | undefined {
  for (const candidate of possible) {
    const template = templateOf(candidate.form, lang)
    const [first] = template
    if (!furthest && first && 'words' in first && afterWords(line, 0, first.key) < 0) continue // before anything is made for it: most forms begin otherwise
    const matching: Matching = { line, at: 0, tokens: [], form: candidate.form, scope, subject, ...(furthest ? { furthest } : {}) }
    if (!matchPieces(template, matching)) continue
    const end = skipSpace(line, matching.at)
    if (end === line.length || /^\. *$/.test(line.slice(end))) return { ...candidate, tokens: matching.tokens, subject: matching.subject }
    failed(matching, matching.at, END)
  }
  return undefined
}

const END = says('จบบรรทัด', 'the end of the line')

function matchPieces(pieces: readonly Piece[], matching: Matching): boolean {
  return pieces.every((piece) => {
    if ('words' in piece) return matchWords(piece, matching)
    return 'slot' in piece ? matchSlot(piece.slot, matching) : matchMaybe(piece.maybe, matching)
  })
}

function matchWords({ words, key }: Extract<Piece, { words: string }>, matching: Matching): boolean {
  const { line, at, furthest } = matching
  const end = afterWords(line, at, key)
  if (end < 0 && furthest) {
    const { found, missing } = partOf(line, at, words)
    failed(matching, found, says(missing, missing))
  }
  if (end < 0) return false
  matching.at = end
  matching.tokens.push(words)
  return true
}

/** Where the words stop being there, and those that are missing, the first of them whole. */
function partOf(line: string, at: number, words: string): { found: number; missing: string } {
  let said = words.length
  while (said > 0 && afterWords(line, at, keyOf(words.slice(0, said))) < 0) said -= 1
  said = words.lastIndexOf(' ', said) + 1
  return { found: afterWords(line, at, keyOf(words.slice(0, said))), missing: words.slice(said).trim() }
}

function matchSlot(slot: string, matching: Matching): boolean {
  const kind = matching.form.slots[slot]
  const found = kind && readSlot(matching.line, matching.at, kind, matching)
  if (!kind || !found || 'problem' in found) {
    if (kind) failed(matching, matching.at, whatOf(kind), found && 'problem' in found ? found.problem : undefined)
    return false
  }
  matching.subject = subjectAfter(kind, found.value, matching)
  matching.tokens.push({ slot, at: '', value: found.value, text: matching.line.slice(skipSpace(matching.line, matching.at), found.at) })
  matching.at = found.at
  return true
}

function matchMaybe(pieces: readonly Piece[], matching: Matching): boolean {
  const { at, tokens, subject } = matching
  matching.tokens = [...tokens]
  if (!matchPieces(pieces, matching)) Object.assign(matching, { at, tokens, subject })
  return true
}

function failed({ line, furthest }: Matching, at: number, wanted: Text, problemHere?: Text): void {
  if (!furthest) return
  const place = skipSpace(line, at)
  if (place > furthest.at) Object.assign(furthest, { at: place, wanted: [], problem: undefined })
  if (place < furthest.at) return
  furthest.problem ??= problemHere
  if (!furthest.wanted.some((each) => each.th === wanted.th)) furthest.wanted.push(wanted)
}

function expected(line: string, { at, wanted }: Furthest): Text {
  const seen = at < line.length ? brief(line.slice(Math.max(0, at), at + 30)) : undefined
  const [th, en] = [wanted.slice(0, 6).map((each) => each.th).join(' หรือ '), wanted.slice(0, 6).map((each) => each.en).join(' or ')]
  return says(`ตรงนี้ควรเป็น ${th}${seen === undefined ? ' แต่จบบรรทัดก่อน' : ` แต่พบ ‘${seen}’`}`, `${en} should stand here${seen === undefined ? ', but the line ends' : `, not ‘${seen}’`}`)
}

/** What is wrong at a place of a line. */
export function problem({ number, column }: Pick<Written, 'number' | 'column'>, at: number, code: Finding['code'], place: string, { th, en }: Text): Finding {
  return error(code, place, `บรรทัด ${number} ช่องที่ ${column + at}: ${th}`, `line ${number}, column ${column + at}: ${en}`)
}
