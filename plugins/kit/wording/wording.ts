import type { Finding } from '../finding.ts'
import { error } from '../finding.ts'
import { Pack } from '../pack.ts'
import { isOver } from '../pack-bounds.ts'
import { kitVocabulary, type Vocabulary } from '../plugin.ts'
import { parsePack, parseRegulation, type PackRead, type RegulationRead } from '../read-pack.ts'
import { packHash, type Regulation } from '../regulation.ts'
import type { Lang } from '../text.ts'
import { afterWords, keyOf, type Json } from './form.ts'
import { formsOf } from './forms.ts'
import { modelOf, type Line } from './line.ts'
import { outlineOf, type Written } from './outline.ts'
import { problem, readLines } from './read.ts'
import { writeLines } from './write.ts'

const TEXT_BYTES_MAX = 8 * 1024 * 1024

/** A regulation as lines of sentences in one language, every value of it in a slot or in the words. */
export function regulationLines(regulation: Regulation, lang: Lang, vocabulary: Vocabulary = kitVocabulary): Line[] {
  const packs = regulation.packs.map(({ hash, ...adopted }) => (isOwn(adopted.pack.id) && packHash(adopted.pack) === hash ? adopted : { ...adopted, hash }))
  return writeLines('regulation', { ...regulation, packs } as unknown as Json, lang, vocabulary) // parsed from JSON
}

/** A fund's own pack is what it says: its fingerprint follows, and is written only where it is another. */
const isOwn = (packId: unknown) => typeof packId === 'string' && packId.endsWith('/own')

/** The regulation that lines say; see regulationLines. What is wrong is told as parseRegulation tells it. */
export function regulationOf(lines: readonly Line[]): RegulationRead {
  return parseRegulation(fingerprinted(modelOf(lines)))
}

function fingerprinted(model: unknown): unknown {
  const { packs } = model as { packs?: { pack?: { id?: unknown }; hash?: unknown }[] } // as lines say it; the schema judges it next
  for (const adopted of Array.isArray(packs) ? packs : []) {
    const pack = isOwn(adopted.pack?.id) && adopted.hash === undefined ? Pack.safeParse(adopted.pack) : undefined
    if (pack?.success) adopted.hash = packHash(pack.data)
  }
  return model
}

export const packLines = (pack: Pack, lang: Lang, vocabulary: Vocabulary = kitVocabulary): Line[] => writeLines('pack', pack as unknown as Json, lang, vocabulary) // parsed from JSON

/** Lines as a text that is read back to the same model by readRegulationText or readPackText. */
export function textOf(lines: readonly Line[]): string {
  return lines.map(({ indent, tokens }) => `${'  '.repeat(indent)}${tokens.map((token) => (typeof token === 'string' ? token : token.text)).join('')}\n`).join('')
}

/**
 * Reads a regulation from sentences, in Thai or English, of at most 8 MB. Spaces may stand anywhere but within a text, digits be of either
 * script, letters large or small; what is not a sentence is refused with its line and column and what was expected there.
 */
export function readRegulationText(text: string, vocabulary: Vocabulary = kitVocabulary): RegulationRead {
  return readText(text, 'regulation', vocabulary, regulationOf)
}

/** Reads a pack from sentences; see readRegulationText. */
export function readPackText(text: string, vocabulary: Vocabulary = kitVocabulary): PackRead {
  return readText(text, 'pack', vocabulary, (lines) => parsePack(modelOf(lines)))
}

function readText<T extends { ok: true } | { ok: false; findings: Finding[] }>(text: string, rule: string, vocabulary: Vocabulary, parse: (lines: readonly Line[]) => T): T | { ok: false; findings: Finding[] } {
  if (isOver(text, TEXT_BYTES_MAX)) return { ok: false, findings: [error('tooLarge', '', 'ข้อความยาวเกิน 8 เมกะไบต์', 'the text is larger than 8 MB')] }
  const { top, findings } = outlineOf(text)
  if (findings.length > 0) return { ok: false, findings }
  if (top.length !== 1) return { ok: false, findings: [error('unreadable', '', `ต้องมีบรรทัดแรกบรรทัดเดียวที่ไม่ย่อหน้า ขึ้นต้นว่า ${beginning(rule, 'th')}`, `one line alone stands at the margin, and begins with ${beginning(rule, 'en')}`)] }
  const read = readLines(rule, top, langOf(top, rule), vocabulary)
  if (read.findings.length > 0) return { ok: false, findings: read.findings }
  const parsed = parse(read.lines)
  return parsed.ok ? parsed : { ok: false, findings: parsed.findings.map((finding) => placed(finding, read)) }
}

const beginning = (rule: string, lang: Lang) => formsOf(rule)[0]?.[lang].replace(/ ?\{.*$/, '') ?? ''

const langOf = ([first]: readonly Written[], rule: string): Lang => (afterWords(first?.text ?? '', 0, keyOf(beginning(rule, 'en'))) < 0 ? 'th' : 'en')

/** A finding of the schema with the line that says what it finds wrong. */
function placed(finding: Finding, { lines, written }: { lines: readonly Line[]; written: ReadonlyMap<Line, Written> }): Finding {
  const isAt = (place: string) => finding.at === place || finding.at.startsWith(`${place}.`) || place === ''
  const said = lines.filter((line) => isAt(line.at)).toSorted((a, b) => b.at.length - a.at.length)
  const exact = lines.find((line) => line.tokens.some((token) => typeof token !== 'string' && token.slot !== 'key' && finding.at === token.at)) ?? said[0]
  const where = exact && written.get(exact)
  return where ? { ...problem(where, 0, finding.code, finding.at, finding.text), level: finding.level } : finding
}
