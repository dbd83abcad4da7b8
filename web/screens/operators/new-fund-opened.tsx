import { createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { getOperatedFund } from '../../api-operator.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { newFund as en } from '../../text/en/new-fund.ts'
import { newFund as th } from '../../text/th/new-fund.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { InviteAdministrator } from './invite-administrator.tsx'

const words = inLanguage({ th, en })

/** The fund is there: how long it took, and who is to run it. */
export function Opened(props: { fund: string; minutes: number | undefined }) {
  const fund = createAsync(() => getOperatedFund(props.fund))
  return (
    <Show when={fund()}>
      {(fund) => (
        <div class="operators-form">
          <div>
            <h1 tabindex="-1">{words().opened(fund().name[language()])}</h1>
            <Show when={props.minutes}>{(minutes) => <p class="new-fund-done">{words().openedIn(minutes())}</p>}</Show>
          </div>
          <Sheet roomy><InviteAdministrator fund={props.fund} /></Sheet>
          <p class="new-fund-ways"><ButtonLink quiet href={paths.fund(props.fund)}>{words().toFund}</ButtonLink><ButtonLink quiet href={paths.operator()}>{words().toFunds}</ButtonLink></p>
        </div>
      )}
    </Show>
  )
}
