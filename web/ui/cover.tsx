import './cover.css'
import { Show, type JSX } from 'solid-js'

/** The passbook's cover: whose fund this is, always. `children` are the controls that lie on it. */
export function Cover(props: { title: string; href: string; below?: JSX.Element; children?: JSX.Element }) {
  return (
    <header class="cover only-screen">
      <div class="cover-inside">
        <div class="cover-name">
          <a class="cover-title" href={props.href}>{props.title}</a>
          <Show when={props.below}><span class="cover-below">{props.below}</span></Show>
        </div>
        {props.children}
      </div>
    </header>
  )
}
