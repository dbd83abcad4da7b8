import type { Text } from '../../../plugins/kit/text.ts'
import { formOf } from '../../../plugins/kit/wording/forms.ts'
import { templateOf, type Piece, type Slot } from '../../../plugins/kit/wording/form.ts'
import type { Line, SlotToken, Token } from '../../../plugins/kit/wording/line.ts'
import { language } from '../../device.ts'

/** A part of a sentence on the bench: words, or a slot that opens. */
export type Said = { words: string } | { token: SlotToken; slot: Slot; text: string }

/** What a question on the bench does not say of itself: a claim asks it, of the claim. */
const UNSAID = ['of', 'asOf']

/** A line as it stands on the bench: without its ids and the name of a comparison, which its sentence says, and each name in the language of the reader alone. */
export function saidIn({ form, tokens: all }: Line): Said[] {
  const { slots } = formOf(form)
  const isUnsaid = (token: Token | undefined) => form === 'asked' && typeof token === 'object' && UNSAID.includes(token.slot)
  const said = all.filter((token, i) => !isUnsaid(token) && !(typeof token === 'string' && isUnsaid(all[i + 1])))
  const tokens = form === 'comparison' ? all.slice(0, all.findIndex((token) => typeof token === 'string' && token.includes('—'))) : said
  return tokens.flatMap((token, i): Said[] => {
    if (typeof token === 'string') return [{ words: withoutBrackets(token, isId(form, tokens[i - 1]), isId(form, tokens[i + 1])) }]
    const slot = slots[token.slot]
    return !slot || isId(form, token) ? [] : [{ token, slot, text: textOf(token, slot) }]
  }).filter((each) => !('words' in each) || each.words.trim() !== '')
}

const isId = (form: string, token: Line['tokens'][number] | undefined) => typeof token === 'object' && ['id', 'declared'].includes(formOf(form).slots[token.slot]?.kind ?? '')

const withoutBrackets = (words: string, after: boolean, before: boolean) => (before ? words.replace(/ ?\($/, '') : words).replace(after ? /^\) ?/ : /^$/, '').replace(/^:/, '')

function textOf({ value, text }: SlotToken, { kind }: Slot): string {
  if (kind === 'name') return (value as unknown as Text)[language()] // a name is a text
  const said = text.replaceAll(/[“”]/g, '').replace(/ \([A-Za-z0-9-]+\)(?=,|$)/g, '').replaceAll(/\\(.)/g, '$1')
  return kind === 'wanted' && typeof value === 'object' ? said.replace(/^(?:รายการ|ค่า|these:|the term) /, '') : said
}

/** A line as it is read aloud. */
export const spoken = (line: Line) => saidIn(line).map((each) => ('words' in each ? each.words : each.text)).join(' ').replaceAll(/\s+/g, ' ')

/** The line that says what stands at a place, or comes nearest to it: the first of those that speak of the node around it. */
export function lineAbout(lines: readonly Line[], at: string): Line | undefined {
  const holds = (place: string) => at === place || at.startsWith(`${place}.`)
  const nearness = ({ at: own, tokens }: Line) => Math.max(...[own, ...tokens.flatMap((token) => (typeof token === 'string' ? [] : [token.at]))].map((place) => (holds(place) ? place.length : -1)))
  const nearest = Math.max(...lines.map(nearness))
  return nearest < 0 ? undefined : lines.find((line) => nearness(line) === nearest)
}

/** The parts of a form that a line may still be given: the words before its first slot, and its slots. */
export function addableTo({ form, tokens }: Line): { words: string; slots: string[] }[] {
  const there = new Set(tokens.flatMap((token) => (typeof token === 'string' ? [] : [token.slot])))
  return templateOf(formOf(form), language()).flatMap((piece) => {
    if (!('maybe' in piece)) return []
    const slots = slotsIn(piece.maybe)
    const words = piece.maybe.find((each): each is Extract<Piece, { words: string }> => 'words' in each)?.words ?? ''
    return slots.some((slot) => there.has(slot)) ? [] : [{ words: words.replace(/^[, ]+/, '').trim(), slots }]
  })
}

const slotsIn = (pieces: readonly Piece[]) => pieces.flatMap((piece) => ('slot' in piece ? [piece.slot] : []))

/** The slots that stand or fall with one. Undefined: the line cannot go without it. */
export function partWith(form: string, slot: string): string[] | undefined {
  for (const piece of templateOf(formOf(form), 'th')) if ('maybe' in piece && slotsIn(piece.maybe).includes(slot)) return slotsIn(piece.maybe)
  return undefined
}
