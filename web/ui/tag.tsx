import './tag.css'
import { type JSX } from 'solid-js'
import type { Tone } from './slip.tsx'

/** A word that says how something stands. */
export function Tag(props: { tone: Tone; children: JSX.Element }) {
  return <span class={`tag tag-${props.tone}`}>{props.children}</span>
}
