import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { ErrorBoundary, Show } from 'solid-js'
import { getDrafts } from '../../api-rules.ts'
import { ApiTrouble } from '../../api.ts'
import { inLanguage } from '../../device.ts'
import { paths } from '../../paths.ts'
import { guests as en } from '../../text/en/guests.ts'
import { guests as th } from '../../text/th/guests.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Nothing } from '../../ui/state.tsx'

const words = inLanguage({ th, en })

/** The draft of a fund and its example people, for the network as a guest: as long as the fund's invitation stands. */
export default function GuestRoom(props: RouteSectionProps) {
  const network = () => props.params['network'] ?? ''
  const drafts = createAsync(() => getDrafts(props.params['fund'] ?? '', network()))
  const endedOr = (error: unknown) => {
    if (!(error instanceof ApiTrouble) || error.code !== 'unknown-fund') throw error
    return <Ended network={network()} />
  }
  return (
    <Show when={drafts.latest}>
      {(drafts) => (
        <Show when={drafts().current} fallback={<Ended network={network()} />}>
          <ErrorBoundary fallback={endedOr}>{props.children}</ErrorBoundary>
        </Show>
      )}
    </Show>
  )
}

function Ended(props: { network: string }) {
  return (
    <Page title={words().drafts} href={paths.network(props.network)}>
      <Nothing title={words().ended}><p>{words().endedWhy}</p><ButtonLink href={paths.network(props.network)}>{words().toNetwork}</ButtonLink></Nothing>
    </Page>
  )
}
