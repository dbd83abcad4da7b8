import { error, type Finding } from '../finding.ts'
import { cleanText } from '../text.ts'

/** A line as it stands in a text, with the lines that are set in under it. `column` is where it begins, from 1. */
export interface Written {
  text: string
  number: number
  column: number
  depth: number
  under: Written[]
}

/** Deeper than any regulation stands. */
const DEPTH_MAX = 40

/** The lines of a text, each under the one before it that is set in less. */
export function outlineOf(text: string): { top: Written[]; findings: Finding[] } {
  const top: Written[] = []
  const open: { column: number; under: Written[] }[] = [{ column: 0, under: top }]
  for (const [at, raw] of text.split(/\r\n?|\n|\u2028|\u2029/).entries()) {
    const clean = cleanText(raw).replace(/\t/g, '    ').replace(/[^\S ]/g, ' ').trimEnd()
    const said = clean.trimStart()
    if (said === '') continue
    const column = clean.length - said.length + 1
    while ((open.at(-1)?.column ?? 0) >= column) open.pop()
    const above = open.at(-1)
    if (!above || open.length > DEPTH_MAX) return { top, findings: [error('tooDeep', '', `บรรทัด ${at + 1}: ซ้อนกันลึกเกิน ${DEPTH_MAX} ชั้น`, `line ${at + 1}: nested more than ${DEPTH_MAX} levels deep`)] }
    const line: Written = { text: said, number: at + 1, column, depth: open.length - 1, under: [] }
    above.under.push(line)
    open.push({ column, under: line.under })
  }
  return { top, findings: [] }
}
