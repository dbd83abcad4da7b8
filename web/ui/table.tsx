import './table.css'
import { For, type JSX } from 'solid-js'

interface Column<Row> {
  label: string
  cell: (row: Row) => JSX.Element
}

/** A dense table, for those who read many rows at a desk. The first column names the row. On a phone each row is a few lines, told by the same roles. */
export function Table<Row>(props: { caption: string; columns: readonly Column<Row>[]; rows: readonly Row[] }) {
  return (
    <table class="table" role="table">
      <caption class="only-heard">{props.caption}</caption>
      <thead role="rowgroup"><tr role="row"><For each={props.columns}>{({ label }) => <th role="columnheader" scope="col">{label}</th>}</For></tr></thead>
      <tbody role="rowgroup">
        <For each={props.rows}>
          {(row) => (
            <tr role="row">
              <For each={props.columns}>
                {(column, at) => (at() === 0
                  ? <th role="rowheader" scope="row">{column.cell(row)}</th>
                  : <td role="cell"><span class="table-label" aria-hidden="true">{column.label}</span><span>{column.cell(row)}</span></td>)}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
