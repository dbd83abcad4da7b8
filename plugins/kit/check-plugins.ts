import { z } from 'zod'
import { BadInput } from './bad-input.ts'
import { Cases } from './cases.ts'
import { checkCases } from './check-cases.ts'
import { checkCircles } from './check-facts.ts'
import { checkMeasure } from './check-terms.ts'
import { check } from './check.ts'
import { unguarded, type Guard } from './contained.ts'
import { DerivedFact } from './fact.ts'
import { error, type Finding } from './finding.ts'
import { findingsOf } from './issue.ts'
import { PluginOperator } from './operator.ts'
import { Pack, PackId, Version } from './pack.ts'
import { vocabularyOf, type Plugin, type Vocabulary } from './plugin.ts'
import { Id, Name } from './value.ts'

/** What a plugin may hold: these drawers and no others. */
export const Drawers = z.strictObject({
  meta: z.strictObject({ id: PackId, version: Version, title: Name, maintainer: z.string().min(1).max(100) }),
  packs: z.array(Pack).optional(),
  cases: z.array(Cases).optional(),
  facts: z.record(Id, DerivedFact).optional(),
  operators: z.record(Id, PluginOperator).optional(),
} satisfies Record<keyof Plugin, z.ZodType>)

/** What is wrong with an installed plugin; `at` is the place in its object. */
export interface PluginFinding extends Finding {
  plugin: string
}

/**
 * Checks what is installed before anyone is judged by it: the drawers of each plugin, its words, that each pack has no error by `check`, and
 * that the cases of each pack pass with its newest version. What is found in one plugin alone names it; a word claimed twice names the second.
 */
export async function checkPlugins(plugins: readonly Plugin[], guard: Guard = unguarded): Promise<PluginFinding[]> {
  const shapes = plugins.flatMap((plugin, place) => within(nameOf(plugin, place), shapeOf(plugin)))
  if (shapes.length > 0) return shapes
  const named = plugins.flatMap(({ meta: { id } }, place) => within(id, plugins.findIndex(({ meta }) => meta.id === id) < place ? [error('taken', 'meta.id', `มีส่วนเสริมชื่อ "${id}" อยู่แล้ว`, `another plugin is called "${id}"`)] : []))
  if (named.length > 0) return named
  const vocabulary = vocabularyOrTaken(plugins, guard)
  if (Array.isArray(vocabulary)) return vocabulary
  const words = plugins.flatMap((plugin) => within(plugin.meta.id, [...checkWords(plugin, vocabulary)]))
  if (words.length > 0) return words
  const found: PluginFinding[] = []
  for (const plugin of plugins) found.push(...within(plugin.meta.id, await checkPacks(plugin, vocabulary)))
  return found
}

function vocabularyOrTaken(plugins: readonly Plugin[], guard: Guard): Vocabulary | PluginFinding[] {
  try {
    return vocabularyOf(plugins, guard)
  } catch (reason) {
    if (reason instanceof BadInput) return within(reason.where, [{ level: 'error', code: 'taken', at: 'facts', text: reason.text }])
    throw reason
  }
}

const within = (plugin: string, findings: readonly Finding[]): PluginFinding[] => findings.map((finding) => ({ ...finding, plugin }))

function nameOf(plugin: Plugin, place: number): string {
  const named = z.object({ meta: z.object({ id: z.string() }) }).safeParse(plugin)
  return named.success ? named.data.meta.id : `plugins.${place}`
}

function shapeOf(plugin: unknown): Finding[] {
  const { error: wrong } = Drawers.safeParse(plugin)
  return wrong ? findingsOf(wrong, plugin) : []
}

function* checkWords({ facts = {}, operators = {} }: Plugin, vocabulary: Vocabulary): Generator<Finding> {
  for (const [id, fact] of Object.entries(facts)) yield* checkMeasure(`facts.${id}`, fact)
  yield* checkCircles(Object.keys(facts), vocabulary.facts)
  for (const [id, operator] of Object.entries(operators)) {
    const opposite = vocabulary.operators[operator.opposite]
    if (opposite?.opposite !== id) yield error('unknownOperator', `operators.${id}.opposite`, `"${operator.opposite}" ต้องเป็นการเปรียบเทียบที่ตรงข้ามกับ "${id}" ทั้งสองทาง`, `"${operator.opposite}" must be an operator whose own opposite is "${id}"`)
  }
}

async function checkPacks({ packs = [], cases = [] }: Plugin, vocabulary: Vocabulary): Promise<Finding[]> {
  const wrong = packs.flatMap((pack, place) => check(pack, vocabulary).filter(({ level }) => level === 'error').map((finding) => ({ ...finding, at: `packs.${place}.${finding.at}` })))
  if (wrong.length > 0) return wrong
  const failed: Finding[] = []
  for (const [place, each] of cases.entries()) {
    const pack = packs.findLast(({ id }) => id === each.pack)
    const found = pack ? await checkCases(each, pack, vocabulary) : [error('badValue', 'pack', `ส่วนเสริมนี้ไม่มีชุดกติกา "${each.pack}"`, `this plugin has no pack "${each.pack}"`)]
    failed.push(...found.map((finding) => ({ ...finding, at: `cases.${place}.${finding.at}` })))
  }
  return failed
}
