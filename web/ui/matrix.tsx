import './matrix.css'
import { For, Show } from 'solid-js'

export interface MatrixColumn {
  id: string
  label: string
  /** Short words under the label, none of which is broken. */
  below: string[]
  /** The way to the same, sorted by this column; `label` says so to those who hear it. */
  sort: { href: string; label: string; isNow: boolean }
}

/** A cell: what is written in it, how long its bar is beside the longest of its column, and whether it is as the model has it. */
export interface MatrixCell {
  text: string
  share: number
  isSame: boolean
  href: string
}

export interface MatrixRow {
  name: string
  /** One a column; undefined where there is no such thing. */
  cells: (MatrixCell | undefined)[]
  last: string
}

/** Rows by columns of sums, each with a thin bar up to its column's largest. The last column is never a sum that one could be ranked by. */
export function Matrix(props: { caption: string; corner: { label: string; href: string; sortLabel: string; isNow: boolean }; columns: readonly MatrixColumn[]; last: { label: string; below: string[] }; none: string; rows: readonly MatrixRow[] }) {
  return (
    <div class="matrix-scroll" role="region" aria-label={props.caption} tabindex="0">
      <table class="matrix">
        <caption class="only-heard">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col" aria-sort={props.corner.isNow ? 'ascending' : undefined}><a href={props.corner.href} aria-label={props.corner.sortLabel}>{props.corner.label}</a></th>
            <For each={props.columns}>
              {(column) => <th scope="col" aria-sort={column.sort.isNow ? 'descending' : undefined}><a href={column.sort.href} aria-label={column.sort.label}>{column.label}</a><Below of={column.below} /></th>}
            </For>
            <th scope="col">{props.last.label}<Below of={props.last.below} /></th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row">{row.name}</th>
                <For each={row.cells}>{(cell) => <Show when={cell} fallback={<td class="matrix-none">{props.none}</td>}>{(cell) => <Cell of={cell()} />}</Show>}</For>
                <td class="small">{row.last}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function Below(props: { of: readonly string[] }) {
  return <span class="matrix-below"><For each={props.of}>{(words) => <> <span class="clause">{words}</span></>}</For></span>
}

function Cell(props: { of: MatrixCell }) {
  return <td classList={{ 'matrix-same': props.of.isSame }}><a href={props.of.href}>{props.of.text}</a><Bar share={props.of.share} isSame={props.of.isSame} /></td>
}

/** As long as its share of the longest; grey where it is as the model has it. */
export function Bar(props: { share: number; isSame: boolean }) {
  return <span class="bar" classList={{ 'bar-same': props.isSame }} aria-hidden="true" style={{ '--share': `${Math.round(props.share * 100)}%` }} />
}
