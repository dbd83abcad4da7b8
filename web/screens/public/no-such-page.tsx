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
  onArrival(() => words().noSuchPage)
  return (
    <Page title={words().product} href={paths.funds()}>
      <Nothing title={words().noSuchPage}>
        <p>{words().noSuchPageSafe}</p>
        <ButtonLink href={paths.funds()}>{words().toFunds}</ButtonLink>
      </Nothing>
    </Page>
  )
}
