import { createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { getClaims, getEntitlements } from '../../api-claims.ts'
import type { Member } from '../../api-members.ts'
import { getFund } from '../../api.ts'
import { inLanguage } from '../../device.ts'
import { paths } from '../../paths.ts'
import { claims as en } from '../../text/en/claims.ts'
import { claims as th } from '../../text/th/claims.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { ClaimRows } from './claim-rows.tsx'
import { Entitlements } from './entitlements.tsx'

const words = inLanguage({ th, en })
const SHOWN = 3

/** What a member could ask for today, and what was asked for before. It comes after the rest of the page, which does not wait for it. */
export function MemberEntitlements(props: { fund: string; member: Member }) {
  const fund = createAsync(() => getFund(props.fund))
  const entitlements = createAsync(() => getEntitlements(props.fund, props.member.id))
  return (
    <Show when={fund()}>
      {(fund) => (
        <Show when={entitlements()}>
          {(entitlements) => (
            <Sheet labelledBy="entitlements">
              <h2 id="entitlements">{words().entitlements}</h2>
              <Entitlements fund={fund()} member={props.member.id} entitlements={entitlements()} beneficiaries={props.member.beneficiaries} />
            </Sheet>
          )}
        </Show>
      )}
    </Show>
  )
}

export function MemberClaims(props: { fund: string; member: string }) {
  const page = createAsync(() => getClaims(props.fund, { member: props.member }))
  return (
    <Show when={page()}>
      {(page) => (
        <Sheet labelledBy="had">
          <h2 id="had">{words().had}</h2>
          <Show when={page().claims.length > 0} fallback={<p>{words().hadNone}</p>}>
            <ClaimRows fund={props.fund} claims={page().claims.slice(0, SHOWN)} of="one member" />
            <Show when={page().claims.length > SHOWN}><p class="claims-more"><a href={paths.claims(props.fund, { state: 'all', member: props.member })}>{words().allOf}</a></p></Show>
          </Show>
        </Sheet>
      )}
    </Show>
  )
}
