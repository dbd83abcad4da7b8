import { strFromU8, unzipSync } from 'fflate'

/** A cell of a workbook as a spreadsheet opens it: words, or a number. A formula is none of these. */
type Cell = string | number | undefined

export interface OpenedSheet {
  name: string
  /** Rows and columns that stay in view. */
  frozen: { rows: number; columns: number }
  rows: Cell[][]
  /** What stands in cells that are marked as text, which stay words when they are edited. */
  textCells: Cell[]
}

const written = (xml: string) => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const attribute = (markup: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(markup)?.[1]

/** Opens a workbook by what its XML says, without the library that wrote it. Throws where a cell holds a formula. */
export function openWorkbook(bytes: Uint8Array): OpenedSheet[] {
  const files = unzipSync(bytes)
  const file = (name: string) => {
    const found = files[name]
    if (!found) throw new Error(`the workbook has no ${name}`)
    return strFromU8(found)
  }
  const strings = [...file('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, text]) => written(text ?? ''))
  const targets = new Map([...file('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]))
  const textFormats = [...file('xl/styles.xml').matchAll(/<numFmt [^>]*>/g)].filter(([tag]) => attribute(tag, 'formatCode') === '@').map(([tag]) => attribute(tag, 'numFmtId'))
  const isText = new Set([...(/<cellXfs.*<\/cellXfs>/s.exec(file('xl/styles.xml'))?.[0] ?? '').matchAll(/<xf [^>]*>/g)].flatMap(([tag], at) => (textFormats.includes(attribute(tag, 'numFmtId')) ? [String(at)] : [])))
  return [...file('xl/workbook.xml').matchAll(/<sheet [^>]*>/g)].map(([tag]) => {
    const xml = file(`xl/${targets.get(attribute(tag, 'r:id'))}`)
    if (xml.includes('<f>') || xml.includes('<f ')) throw new Error('a cell holds a formula')
    const [pane = ''] = /<pane [^>]*>/.exec(xml) ?? []
    return {
      name: written(attribute(tag, 'name') ?? ''),
      frozen: { rows: Number(attribute(pane, 'ySplit') ?? 0), columns: Number(attribute(pane, 'xSplit') ?? 0) },
      textCells: [...xml.matchAll(/<c ([^>]*)><v>(\d+)<\/v>/g)].filter(([, cell = '']) => isText.has(attribute(cell, 's') ?? '')).map(([, , value]) => strings[Number(value)]),
      rows: [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => cellsIn(row, strings)),
    }
  })
}

function cellsIn(row: string, strings: readonly string[]): Cell[] {
  const cells: Cell[] = []
  for (const [, attributes = '', value = ''] of row.matchAll(/<c ([^>]*)><v>([^<]*)<\/v><\/c>/g)) {
    const column = [...(attribute(attributes, 'r') ?? '').replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    cells[column] = attribute(attributes, 't') === 's' ? strings[Number(value)] : Number(value)
  }
  return [...cells]
}
