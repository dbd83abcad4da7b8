import './arrears.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { formatAmount } from '../../../plugins/kit/money.ts'
import { getArrears, type Arrears } from '../../api-receipts.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { arrears as en } from '../../text/en/arrears.ts'
import { members as enMembers } from '../../text/en/members.ts'
import { arrears as th } from '../../text/th/arrears.ts'
import { members as thMembers } from '../../text/th/members.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { unbroken } from '../../ui/thai.ts'

const words = inLanguage({ th, en })
const register = inLanguage({ th: thMembers, en: enMembers })

/** Who is behind, to be called before arrears end their membership. */
export default function ArrearsScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const arrears = createAsync(() => getArrears(slug()))
  const all = allOf({ fund, arrears })
  onArrival(() => `${words().title} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.members(slug())}>{register().title}</a>}>
          <h1 tabindex="-1">{words().title}</h1>
          <Show when={all().arrears.members.length > 0} fallback={<Nobody />}><Behind fund={slug()} arrears={all().arrears} /></Show>
        </Page>
      )}
    </Show>
  )
}

function Behind(props: { fund: string; arrears: Arrears }) {
  const isCut = () => props.arrears.count > props.arrears.members.length
  return (
    <>
      <div><p>{unbroken(words().intro(props.arrears.count))}</p><Show when={isCut()}><p class="small">{words().shown(props.arrears.members.length)}</p></Show></div>
      <Sheet>
        <ul class="arrears"><For each={props.arrears.members}>{(member) => <Row fund={props.fund} member={member} today={props.arrears.today} />}</For></ul>
      </Sheet>
    </>
  )
}

function Row(props: { fund: string; member: Arrears['members'][number]; today: string }) {
  const lapse = (day: string) => unbroken((day > props.today ? words().lapses : words().lapsed)(formatDay(day, language(), 'long')))
  return (
    <li class="arrears-row">
      <div>
        <a class="arrears-name" href={paths.member(props.fund, props.member.id)}>{props.member.name}</a>
        <p class="small">{words().number(props.member.number)}</p>
        <p class="arrears-owes">{words().owes(props.member.instalmentsMissed, formatAmount(props.member.arrearsSatang))}</p>
        <Show when={props.member.lapsesOn}>{(day) => <p class="small">{lapse(day())}</p>}</Show>
      </div>
      <Show when={props.member.phone} fallback={<span class="small">{words().noPhone}</span>}>
        {(phone) => <a class="button quiet" href={`tel:${phone().replaceAll(/[^\d+]/g, '')}`}><Icon name="phone" /><span>{words().call(phone())}</span></a>}
      </Show>
    </li>
  )
}

function Nobody() {
  return <Sheet roomy><div role="status"><h2>{words().none}</h2><p>{words().noneYet}</p></div></Sheet>
}
