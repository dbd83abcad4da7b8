import { revalidate, useIsRouting, type RouteSectionProps } from '@solidjs/router'
import { ErrorBoundary, Show, Suspense } from 'solid-js'
import { BadInput } from '../plugins/kit/bad-input.ts'
import { PluginFailed } from '../plugins/kit/contained.ts'
import { ApiTrouble } from './api.ts'
import { inLanguage, language } from './device.ts'
import { paths } from './paths.ts'
import { Nowhere } from './screens/public/no-such-page.tsx'
import { trouble as en } from './text/en/trouble.ts'
import { trouble as th } from './text/th/trouble.ts'
import { ButtonLink } from './ui/button.tsx'
import { Page } from './ui/page.tsx'
import { Nothing, Trouble, Waiting } from './ui/state.tsx'

const words = inLanguage({ th, en })

/** What every screen stands in: one line while it is fetched, and a plain word when it cannot be. */
export function Shell(props: RouteSectionProps) {
  const routing = useIsRouting()
  return (
    <ErrorBoundary fallback={(error, reset) => <Failed error={error} onRetry={() => { void retry(reset) }} />}>
      <Show when={routing()}><div class="routing"><Waiting /></div></Show>
      <Suspense fallback={<Page title={words().product} href={paths.funds()}><Waiting /></Page>}>{props.children}</Suspense>
    </ErrorBoundary>
  )
}

async function retry(reset: () => void): Promise<void> {
  await revalidate()
  reset()
}

function Failed(props: { error: unknown; onRetry: () => void }) {
  const happened = () => (props.error instanceof ApiTrouble || props.error instanceof BadInput || props.error instanceof PluginFailed ? props.error.text[language()] : words().fault)
  const takesSignIn = () => props.error instanceof ApiTrouble && props.error.takesSignIn
  const leadsNowhere = () => props.error instanceof ApiTrouble && props.error.leadsNowhere
  return (
    <Show when={!leadsNowhere()} fallback={<Nowhere title={happened()} />}>
      <Page title={words().product} href={paths.funds()}>
        <Show when={takesSignIn()} fallback={<Trouble happened={happened()} safe={words().safe} onRetry={props.onRetry} />}>
          <Nothing title={happened()}><ButtonLink href={paths.signIn(location.pathname)}>{words().signIn}</ButtonLink></Nothing>
        </Show>
      </Page>
    </Show>
  )
}
