import type { Pack } from './pack.ts'

/**
 * Which pack each of some packs goes back to, by its id: copies of one model have one root. A copy that a fund has changed names only the
 * copy that it was, so what is known of lineage is told by all of them together; a pack that names no other is its own root.
 */
export function rootsOf(packs: readonly Pick<Pack, 'id' | 'basedOn'>[]): (packId: string) => string {
  const models = new Map(packs.flatMap(({ id, basedOn }) => (basedOn && basedOn.pack !== id ? [[id, basedOn.pack] as const] : [])))
  return (packId) => {
    const line = new Set([packId])
    for (let model = models.get(packId); model !== undefined && !line.has(model); model = models.get(model)) line.add(model)
    return [...line].at(-1) ?? packId
  }
}
