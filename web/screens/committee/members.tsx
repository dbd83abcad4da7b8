import './members.css'
import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { getCentres, getMembers, type ListedMembers } from '../../api-members.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { members as en } from '../../text/en/members.ts'
import { members as th } from '../../text/th/members.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { NoneFound, Search } from '../../ui/search.tsx'
import { Sheet } from '../../ui/sheet.tsx'

const words = inLanguage({ th, en })

/** The register, a page at a time; what was typed to find somebody, and the centre whose members are shown, stand in the address. */
export default function Members(props: RouteSectionProps) {
  const navigate = useNavigate()
  const slug = () => props.params['fund'] ?? ''
  const asked = (name: string) => String(props.location.query[name] ?? '')
  const narrowed = () => ({ q: asked('q'), centre: asked('centre') })
  const fund = createAsync(() => getFund(slug()))
  const page = createAsync(() => getMembers(slug(), { ...narrowed(), after: asked('after') }))
  const all = allOf({ fund, page: () => page.latest })
  onArrival(() => `${words().title} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={words().title}>
          <h1 tabindex="-1">{words().title}</h1>
          <Show when={narrowed().centre}>{(centre) => <OfCentre fund={slug()} centre={centre()} />}</Show>
          <Search words={words()} typed={narrowed().q} onSearch={(q) => navigate(paths.members(slug(), { ...narrowed(), q }))} />
          <Found fund={slug()} narrowed={narrowed()} page={all().page} />
          <nav class="members-ways" aria-label={words().ways}>
            <ButtonLink quiet href={paths.arrears(slug())}>{words().arrearsList}</ButtonLink>
            <ButtonLink quiet href={paths.centres(slug())}>{words().centres}</ButtonLink>
            <Show when={all().page.can.includes('carry-over')}><ButtonLink quiet href={paths.carryOver(slug())}>{words().carryOver}</ButtonLink></Show>
          </nav>
          <Show when={all().page.can.includes('add')}><Foot><ButtonLink icon="plus" href={paths.newMember(slug())}>{words().add}</ButtonLink></Foot></Show>
        </Page>
      )}
    </Show>
  )
}

/** Whose members are shown, and the way back to everybody. */
function OfCentre(props: { fund: string; centre: string }) {
  const found = createAsync(() => getCentres(props.fund))
  const centre = () => found()?.centres.find(({ id }) => id === props.centre)
  return (
    <Show when={found()}>
      <p class="members-centre" role="status">
        <span>{centre() ? words().ofCentre(centre()?.name ?? '') : words().noSuchCentre}</span>
        <a href={paths.members(props.fund)}>{words().allCentres}</a>
      </p>
    </Show>
  )
}

interface Narrowed {
  /** What was typed. */
  q: string
  centre: string
}

function Found(props: { fund: string; narrowed: Narrowed; page: ListedMembers }) {
  return (
    <Show when={props.page.members.length > 0} fallback={<Nobody fund={props.fund} narrowed={props.narrowed} />}>
      <Sheet>
        <ul class="members"><For each={props.page.members}>{(member) => <Row fund={props.fund} member={member} />}</For></ul>
      </Sheet>
      <Show when={props.page.next}>{(next) => <ButtonLink quiet href={paths.members(props.fund, { ...props.narrowed, after: next() })}>{words().more}</ButtonLink>}</Show>
    </Show>
  )
}

function Row(props: { fund: string; member: ListedMembers['members'][number] }) {
  const facts = () => [words().number(props.member.number), props.member.centre?.name, props.member.standing === 'member' ? undefined : words().standing[props.member.standing]]
  return (
    <li>
      <a class="members-row" href={paths.member(props.fund, props.member.id)}>
        <span class="members-name">{props.member.name}</span>
        <span class="small">{facts().filter((fact) => fact !== undefined).join(' · ')}</span>
        <Icon name="caret-right" />
      </a>
    </li>
  )
}

function Nobody(props: { fund: string; narrowed: Narrowed }) {
  const nobody = () => (props.narrowed.centre === '' ? words() : { ...words(), none: words().noneInCentre, noneYet: words().noneInCentreHint })
  return (
    <NoneFound words={nobody()} typed={props.narrowed.q}>
      <Show when={props.narrowed.q !== ''}><ButtonLink quiet href={paths.members(props.fund, { centre: props.narrowed.centre })}>{words().all}</ButtonLink></Show>
    </NoneFound>
  )
}
