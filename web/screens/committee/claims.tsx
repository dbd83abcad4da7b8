import './claims.css'
import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { getClaims, type ClaimsPage, type ClaimState } from '../../api-claims.ts'
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
import { Foot, Page } from '../../ui/page.tsx'
import { NoneFound, Search } from '../../ui/search.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { ClaimRows } from './claim-rows.tsx'

const words = inLanguage({ th, en })
const ofMembers = inLanguage({ th: thMembers, en: enMembers })
const FILTERS = ['submitted', 'approved', 'paid', 'refused', 'reversed', 'all'] as const satisfies (ClaimState | 'all')[]

/** The fund's claims: those that wait, unless others are asked for, or a claim is looked for. */
export default function Claims(props: RouteSectionProps) {
  const navigate = useNavigate()
  const slug = () => props.params['fund'] ?? ''
  const asked = (name: string) => String(props.location.query[name] ?? '')
  const narrowed = () => ({ member: asked('member'), q: asked('q') })
  const filter = () => FILTERS.find((each) => each === asked('state')) ?? (narrowed().q === '' ? 'submitted' : 'all')
  const search = () => Object.fromEntries(Object.entries({ ...narrowed(), before: asked('before'), state: filter() === 'all' ? '' : filter() }).filter(([, text]) => text !== ''))
  const fund = createAsync(() => getFund(slug()))
  const page = createAsync(() => getClaims(slug(), search()))
  const all = allOf({ fund, page: () => page.latest })
  onArrival(() => `${words().title} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={words().title}>
          <h1 tabindex="-1">{words().title}</h1>
          <Search words={{ ...ofMembers(), searchHint: words().searchHint }} typed={narrowed().q} onSearch={(q) => navigate(paths.claims(slug(), { member: asked('member'), q }))} />
          <nav class="claims-filters" aria-label={words().filter}>
            <For each={FILTERS}>
              {(each) => <a href={paths.claims(slug(), { ...narrowed(), state: each })} aria-current={each === filter() ? 'page' : undefined}>{words().filters[each]}{each === 'submitted' && all().page.waiting > 0 ? ` ${all().page.waiting}` : ''}</a>}
            </For>
          </nav>
          <Found fund={slug()} filter={filter()} narrowed={narrowed()} page={all().page} />
          <Foot><ButtonLink icon="plus" href={paths.newClaim(slug())}>{words().add}</ButtonLink></Foot>
        </Page>
      )}
    </Show>
  )
}

function Found(props: { fund: string; filter: ClaimState | 'all'; narrowed: { member: string; q: string }; page: ClaimsPage }) {
  return (
    <Show
      when={props.page.claims.length > 0}
      fallback={<NoneFound words={{ ...words(), none: props.filter === 'all' ? words().none : words().noneOfThese }} typed={props.narrowed.q} />}
    >
      <Sheet><ClaimRows fund={props.fund} claims={props.page.claims} /></Sheet>
      <Show when={props.page.next}>{(next) => <ButtonLink quiet href={paths.claims(props.fund, { ...props.narrowed, state: props.filter, before: next() })}>{words().more}</ButtonLink>}</Show>
    </Show>
  )
}
