import './value.css'
import { digits } from './paper.ts'

/** A value that a fund has set, for those who may not change it: black, without dots. One that is not set yet is a blank. */
export function Value(props: { text: string; open: boolean }) {
  return <b class="value" classList={{ 'value-open': props.open }}>{digits(props.text)}</b>
}
