import { onArrival } from '../../arrival.ts'
import { inLanguage } from '../../device.ts'
import { paths } from '../../paths.ts'
import { trouble as en } from '../../text/en/trouble.ts'
import { trouble as th } from '../../text/th/trouble.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Nothing } from '../../ui/state.tsx'

const words = inLanguage({ th, en })

export function NoSuchPage() {
  return <Nowhere title={words().noSuchPage} />
}

/** An address that leads nowhere: what is not there, and the way to the funds. */
export function Nowhere(props: { title: string }) {
  onArrival(() => props.title)
  return (
    <Page title={words().product} href={paths.funds()}>
      <Nothing title={props.title}>
        <p>{words().noSuchPageSafe}</p>
        <ButtonLink href={paths.funds()}>{words().toFunds}</ButtonLink>
      </Nothing>
    </Page>
  )
}
