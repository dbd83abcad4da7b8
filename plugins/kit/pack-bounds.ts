import { partsOf, type Amount } from './amount.ts'
import { childrenOf, leavesOf, type Condition } from './condition.ts'
import { error, type Finding } from './finding.ts'
import { tooDeep } from './json.ts'
import { conditionsIn, type Pack } from './pack.ts'

export const PACK_BYTES_MAX = 256 * 1024
export const REGULATION_BYTES_MAX = 8 * PACK_BYTES_MAX
/** A regulation, or a pack with its cases, and some words around it. */
export const FILE_BYTES_MAX = REGULATION_BYTES_MAX + PACK_BYTES_MAX + 4096
const LEAVES_MAX = 500
const CONDITION_DEPTH_MAX = 8
const AMOUNT_DEPTH_MAX = 6

/** Finds what of a pack is beyond the bounds that no schema sees: of the pack as a whole, and of trees. */
export function checkBounds(pack: Pack): Finding[] {
  const conditions = conditionsIn(pack)
  const leaves = conditions.flatMap(({ condition }) => leavesOf(condition)).length
  return [
    ...(isOver(JSON.stringify(pack), PACK_BYTES_MAX) ? [tooLarge(PACK_BYTES_MAX)] : []),
    ...(leaves > LEAVES_MAX ? [error('tooMany', '', `มีเงื่อนไข ${leaves} ข้อ เกิน ${LEAVES_MAX} ข้อ`, `${leaves} conditions, more than ${LEAVES_MAX}`)] : []),
    ...conditions.filter(({ condition }) => depthOf<Condition>(condition, childrenOf) > CONDITION_DEPTH_MAX).map(({ at }) => tooDeep(at, CONDITION_DEPTH_MAX)),
    ...pack.benefits.flatMap(({ amount }, i) => (depthOf<Amount>(amount, partsOf) > AMOUNT_DEPTH_MAX ? [tooDeep(`benefits.${i}.amount`, AMOUNT_DEPTH_MAX)] : [])),
  ]
}

/** A text has at least as many bytes as code units: what is far too long is not even encoded. */
export const isOver = (text: string, bytesMax: number) => text.length > bytesMax || new TextEncoder().encode(text).length > bytesMax

export const tooLarge = (bytesMax: number): Finding =>
  error('tooLarge', '', `ใหญ่เกิน ${bytesMax / 1024} กิโลไบต์`, `larger than ${bytesMax / 1024} KB`)

function depthOf<T>(tree: T, children: (tree: T) => readonly T[]): number {
  return 1 + Math.max(0, ...children(tree).map((child) => depthOf(child, children)))
}
