import './neighbours.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { getClaims, type ListedClaim } from '../../api-claims.ts'
import { addNeighbourOfClaim, getNeighbours } from '../../api-neighbours.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { neighbours as en } from '../../text/en/neighbours.ts'
import { neighbours as th } from '../../text/th/neighbours.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { findingWords } from './claim-words.ts'

const words = inLanguage({ th, en })

/** Past claims, each of which can be made an example person. */
export default function NeighbourOfClaim(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const before = () => props.location.query['before']
  const fund = createAsync(() => getFund(slug()))
  const page = createAsync(() => { const from = before(); return getClaims(slug(), typeof from === 'string' ? { before: from } : {}) })
  const neighbours = createAsync(() => getNeighbours(slug()))
  const all = allOf({ fund, neighbours: () => neighbours.latest, page: () => page.latest })
  onArrival(() => `${words().claimsTitle} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.neighbours({ fund: slug() })}>{words().title}</a>}>
          <div><h1 tabindex="-1">{words().claimsTitle}</h1><p>{words().claimsIntro}</p></div>
          <Sheet>
            <Show when={all().page.claims.length > 0} fallback={<p>{words().noClaims}</p>}>
              <ul><For each={all().page.claims}>{(claim) => <Row fund={slug()} claim={claim} mayMake={all().neighbours.mayChange} />}</For></ul>
            </Show>
          </Sheet>
          <Show when={all().page.next}>{(next) => <ButtonLink quiet href={paths.neighbourOfClaims(slug(), { before: next() })}>{words().moreClaims}</ButtonLink>}</Show>
          <ButtonLink quiet href={paths.neighbours({ fund: slug() })}>{words().toNeighbours}</ButtonLink>
        </Page>
      )}
    </Show>
  )
}

function Row(props: { fund: string; claim: ListedClaim; mayMake: boolean }) {
  const [made, setMade] = createSignal<string>()
  const { send, busy, faults } = useSending(() => ({}), '', `claim-${props.claim.id}`)
  const title = () => `${props.claim.benefit.title[language()]} · ${formatDay(props.claim.eventOn, language(), 'short')}`
  const make = () => { void send(() => addNeighbourOfClaim(props.fund, props.claim.id), ({ neighbour }) => setMade(neighbour.name[language()])) }
  return (
    <li class="neighbours-claim">
      <span><b>{title()}</b><br /><span class="small">{props.claim.member.name} · {findingWords(props.claim.finding)}</span></span>
      <Show when={made()} fallback={<Show when={props.mayMake}><button type="button" class="neighbours-act" id={`claim-${props.claim.id}`} onClick={make}>{busy() ? words().saving : words().make}<span class="only-heard">{words().of(title())}</span></button></Show>}>
        {(name) => <span role="status">{words().made(name())}</span>}
      </Show>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
    </li>
  )
}
