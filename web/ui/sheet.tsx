import './sheet.css'
import { type JSX } from 'solid-js'

/** A sheet of paper on the desk. Inside it are rules, never another box. */
export function Sheet(props: { labelledBy?: string; roomy?: true; children: JSX.Element }) {
  return <section class="sheet" classList={{ 'sheet-roomy': props.roomy === true }} aria-labelledby={props.labelledBy}>{props.children}</section>
}

/** A label at the left, a number at the right, and what there is to say about it below. */
export function Line(props: { label: JSX.Element; figure: JSX.Element; note?: JSX.Element }) {
  return (
    <li class="line">
      <span class="line-label">{props.label}</span>
      <span class="line-figure figure">{props.figure}</span>
      {props.note && <span class="line-note small">{props.note}</span>}
    </li>
  )
}
