import './claims.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { getClaims, type ClaimsPage, type ClaimState } from '../../api-claims.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { claims as en } from '../../text/en/claims.ts'
import { claims as th } from '../../text/th/claims.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { ClaimRows } from './claim-rows.tsx'

const words = inLanguage({ th, en })
const FILTERS = ['submitted', 'approved', 'paid', 'refused', 'reversed', 'all'] as const satisfies (ClaimState | 'all')[]

/** The fund's claims: those that wait, unless others are asked for. */
export default function Claims(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const filter = () => FILTERS.find((each) => each === props.location.query['state']) ?? 'submitted'
  const asked = (name: string) => String(props.location.query[name] ?? '')
  const search = () => {
    const [state, before, member] = [filter(), asked('before'), asked('member')]
    return { ...(state !== 'all' && { state }), ...(before !== '' && { before }), ...(member !== '' && { member }) }
  }
  const fund = createAsync(() => getFund(slug()))
  const page = createAsync(() => getClaims(slug(), search()))
  const all = allOf({ fund, page: () => page.latest })
  onArrival(() => `${words().title} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={words().title}>
          <h1 tabindex="-1">{words().title}</h1>
          <nav class="claims-filters" aria-label={words().filter}>
            <For each={FILTERS}>
              {(each) => <a href={paths.claims(slug(), { state: each, member: asked('member') })} aria-current={each === filter() ? 'page' : undefined}>{words().filters[each]}{each === 'submitted' && all().page.waiting > 0 ? ` ${all().page.waiting}` : ''}</a>}
            </For>
          </nav>
          <Found fund={slug()} filter={filter()} member={asked('member')} page={all().page} />
          <Foot><ButtonLink icon="plus" href={paths.newClaim(slug())}>{words().add}</ButtonLink></Foot>
        </Page>
      )}
    </Show>
  )
}

function Found(props: { fund: string; filter: ClaimState | 'all'; member: string; page: ClaimsPage }) {
  return (
    <Show
      when={props.page.claims.length > 0}
      fallback={<Sheet roomy><div class="claims-none" role="status"><h2>{props.filter === 'all' ? words().none : words().noneOfThese}</h2><p>{words().noneYet}</p></div></Sheet>}
    >
      <Sheet><ClaimRows fund={props.fund} claims={props.page.claims} /></Sheet>
      <Show when={props.page.next}>{(next) => <ButtonLink quiet href={paths.claims(props.fund, { state: props.filter, member: props.member, before: next() })}>{words().more}</ButtonLink>}</Show>
    </Show>
  )
}
