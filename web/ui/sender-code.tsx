import './sender-code.css'

/** The code of whoever has signed a file, to be compared on the telephone. */
export function SenderCode(props: { label: string; of: string; note: string }) {
  return <div><p>{props.label}</p><p class="sender-code">{props.of}</p><p class="small">{props.note}</p></div>
}
