import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { Show } from 'solid-js'
import { getEntitlements } from '../../api-claims.ts'
import { getMember } from '../../api-members.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { claims as en } from '../../text/en/claims.ts'
import { claims as th } from '../../text/th/claims.ts'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Entitlements } from './entitlements.tsx'

const words = inLanguage({ th, en })

/** What happened: the benefits of the fund, with what each holds for this member. */
export default function ClaimWhat(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const id = () => props.params['member'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const member = createAsync(() => getMember(slug(), id()))
  const entitlements = createAsync(() => getEntitlements(slug(), id()))
  const all = allOf({ fund, member, entitlements })
  onArrival(() => `${words().what} · ${member()?.name ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.newClaim(slug())}>{words().who}</a>}>
          <Sheet roomy>
            <h1 tabindex="-1">{words().what}</h1>
            <p class="small">{words().whatFor(all().member.name)}</p>
            <Entitlements fund={all().fund} member={id()} entitlements={all().entitlements} />
          </Sheet>
        </Page>
      )}
    </Show>
  )
}
