import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node'
import { asFile, fileOf } from '../http/file.ts'

/** Words, a number that the reader reckons with, or nothing. */
export type SheetCell = string | { baht: number } | { percent: number } | { year: number } | undefined

/** A sheet of a workbook. What stands above the table and its head stay in view, and so does the first column. */
export interface WorkbookSheet {
  /** At most 31 letters, none of which is one of []:*?/\. */
  name: string
  above: readonly string[]
  head: readonly { label: string; /** In letters. */ width: number }[]
  rows: readonly (readonly SheetCell[])[]
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook, in the document. */
export const xlsx = (description: string) => fileOf(TYPE, description)

export const asWorkbook = (name: string) => asFile(TYPE, name, 'attachment')

/** A workbook (.xlsx) of these sheets. No cell is a formula: what begins like one is words. */
export async function workbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = sheets.map(({ name, above, head, rows }) => ({
    sheet: name,
    orientation: 'landscape' as const,
    columns: head.map(({ width }) => ({ width })),
    stickyRowsCount: above.length + 1,
    stickyColumnsCount: 1,
    data: [
      ...above.map((line, at): CellObject[] => [{ ...words(line), ...(at === 0 && { fontWeight: 'bold' as const, fontSize: 16 }) }]),
      head.map(({ label }): CellObject => ({ ...words(label), fontWeight: 'bold', wrap: true, alignVertical: 'bottom', bottomBorderStyle: 'double' })),
      ...rows.map((row) => row.map((cell): CellObject | null => cell === undefined ? null : { ...cellOf(cell), alignVertical: 'top' })),
    ] satisfies SheetData,
  }))
  return new Uint8Array(await writeExcelFile(written, { fontFamily: 'Sarabun', fontSize: 12 }).toBuffer())
}

function cellOf(cell: Exclude<SheetCell, undefined>): CellObject {
  if (typeof cell === 'string') return { ...words(cell), wrap: true }
  if ('baht' in cell) return { value: cell.baht, format: Number.isInteger(cell.baht) ? '#,##0' : '#,##0.00' }
  return 'percent' in cell ? { value: cell.percent / 100, format: '0%' } : { value: cell.year, format: '0' }
}

/** Words that begin like a formula are marked as text, or they would become one when somebody edits their cell. */
const words = (text: string): CellObject => ({ value: text, type: String, ...(/^[=+\-@]/.test(text) && { format: '@' }) })
