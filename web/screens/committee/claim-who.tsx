import './members.css'
import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { getMembers } from '../../api-members.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { claims as en } from '../../text/en/claims.ts'
import { members as enMembers } from '../../text/en/members.ts'
import { claims as th } from '../../text/th/claims.ts'
import { members as thMembers } from '../../text/th/members.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { NoneFound, Search } from '../../ui/search.tsx'
import { Sheet } from '../../ui/sheet.tsx'

const words = inLanguage({ th, en })
const ofMembers = inLanguage({ th: thMembers, en: enMembers })

/** The first question of a claim: whom it is for. */
export default function ClaimWho(props: RouteSectionProps) {
  const navigate = useNavigate()
  const slug = () => props.params['fund'] ?? ''
  const typed = () => String(props.location.query['q'] ?? '')
  const fund = createAsync(() => getFund(slug()))
  const page = createAsync(() => getMembers(slug(), { q: typed() }))
  const all = allOf({ fund, page: () => page.latest })
  onArrival(() => `${words().who} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.claims(slug())}>{words().title}</a>}>
          <h1 tabindex="-1">{words().who}</h1>
          <Search words={ofMembers()} typed={typed()} onSearch={(q) => navigate(paths.newClaim(slug(), { q }))} />
          <Show when={all().page.members.length > 0} fallback={<Nobody fund={slug()} typed={typed()} />}>
            <Sheet>
              <ul class="members">
                <For each={all().page.members}>
                  {({ id, name, number, centre }) => (
                    <li>
                      <a class="members-row" href={paths.claimFor(slug(), id)}>
                        <span class="members-name">{name}</span>
                        <span class="small">{[ofMembers().number(number), centre?.name].filter((fact) => fact !== undefined).join(' · ')}</span>
                        <Icon name="caret-right" />
                      </a>
                    </li>
                  )}
                </For>
              </ul>
            </Sheet>
          </Show>
        </Page>
      )}
    </Show>
  )
}

/** Whom to claim for is in the register first. */
function Nobody(props: { fund: string; typed: string }) {
  return (
    <NoneFound words={ofMembers()} typed={props.typed}>
      <Show when={props.typed === ''}><ButtonLink quiet href={paths.members(props.fund)}>{ofMembers().title}</ButtonLink></Show>
    </NoneFound>
  )
}
