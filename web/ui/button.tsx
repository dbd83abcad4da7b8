import './button.css'
import { createUniqueId, Show, type JSX } from 'solid-js'
import { Icon, type IconName } from './icon.tsx'

interface Look {
  /** An outline; a screen has one filled button. */
  quiet?: boolean
  icon?: IconName
  children: JSX.Element
}

function Face(props: Look) {
  return <><Show when={props.icon}>{(name) => <Icon name={name()} />}</Show><span>{props.children}</span></>
}

/** A button for an act. `whyNot` is the reason it cannot be pressed now, which then stands under it. */
export function Button(props: Look & { onClick?: () => void; submit?: true; whyNot?: string | undefined }) {
  const reason = createUniqueId()
  const press = (event: MouseEvent) => {
    if (props.whyNot !== undefined) event.preventDefault()
    else props.onClick?.()
  }
  return (
    <span class="button-place">
      <button
        type={props.submit ? 'submit' : 'button'} class="button" classList={{ quiet: props.quiet === true }} onClick={press}
        aria-disabled={props.whyNot !== undefined} aria-describedby={props.whyNot === undefined ? undefined : reason}
      >
        <Face {...props} />
      </button>
      <Show when={props.whyNot}>{(why) => <span class="button-reason small" id={reason}>{why()}</span>}</Show>
    </span>
  )
}

/** A button that is a way to another address: in the console, or of a file of the server's, which opens `beside` it or is `saved`. */
export function ButtonLink(props: Look & { href: string; file?: 'beside' | 'saved' }) {
  const asFile = () => (props.file === 'beside' ? { target: '_blank', rel: 'external noopener' } : props.file === 'saved' ? { download: '' } : {})
  return <a class="button" classList={{ quiet: props.quiet === true }} href={props.href} {...asFile()}><Face {...props} /></a>
}
