import type { z } from 'zod'
import { error, type Finding } from './finding.ts'
import { findingsOf, newerFormat } from './issue.ts'
import { checkDepth, readJson } from './json.ts'
import { PACK_FORMAT, Pack } from './pack.ts'
import { checkBounds, isOver, PACK_BYTES_MAX, REGULATION_BYTES_MAX, tooLarge } from './pack-bounds.ts'
import { Regulation, REGULATION_FORMAT } from './regulation.ts'

export type PackRead = { ok: true; pack: Pack } | { ok: false; findings: Finding[] }
export type RegulationRead = { ok: true; regulation: Regulation } | { ok: false; findings: Finding[] }

/** Reads a pack from JSON text of at most 256 KB. What comes out has the shape of a pack and clean texts; whether it makes sense is for `check` to say. */
export function readPack(text: string): PackRead {
  const read = readText(text, PACK_BYTES_MAX)
  return read.ok ? parsePack(read.value) : read
}

/** Reads a pack from JSON that is already parsed; see readPack. */
export function parsePack(value: unknown): PackRead {
  const read = parse(value, PACK_FORMAT, Pack)
  if (!read.ok) return read
  const findings = checkBounds(read.data)
  return findings.length > 0 ? { ok: false, findings } : { ok: true, pack: read.data }
}

/** Reads a regulation from JSON text of at most 2 MB; each of its packs keeps to the bounds of a pack. */
export function readRegulation(text: string): RegulationRead {
  const read = readText(text, REGULATION_BYTES_MAX)
  return read.ok ? parseRegulation(read.value) : read
}

/** Reads a regulation from JSON that is already parsed; see readRegulation. */
export function parseRegulation(value: unknown): RegulationRead {
  const read = parse(value, REGULATION_FORMAT, Regulation)
  if (!read.ok) return read
  const findings = read.data.packs.flatMap(({ pack }, i) => checkBounds(pack).map((each) => ({ ...each, at: `packs.${i}.pack${each.at === '' ? '' : `.${each.at}`}` })))
  return findings.length > 0 ? { ok: false, findings } : { ok: true, regulation: read.data }
}

function readText(text: string, bytesMax: number): ReturnType<typeof readJson> {
  return isOver(text, bytesMax) ? { ok: false, findings: [tooLarge(bytesMax)] } : readJson(text)
}

function parse<T>(value: unknown, format: string, schema: z.ZodType<T>): { ok: true; data: T } | { ok: false; findings: Finding[] } {
  const refused = [...checkDepth(value), ...newer(value, format)]
  if (refused.length > 0) return { ok: false, findings: refused }
  const result = schema.safeParse(value)
  return result.success ? { ok: true, data: result.data } : { ok: false, findings: findingsOf(result.error, value) }
}

/** What is of a later format is not looked at any further. */
function newer(value: unknown, format: string): Finding[] {
  const said = newerFormat(typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined, format)
  return said ? [error(said.code, 'format', said.th, said.en)] : []
}
