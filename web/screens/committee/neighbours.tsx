import './rules.css'
import './neighbours.css'
import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { asExpected } from '../../../plugins/kit/neighbour.ts'
import { changeNeighbour, getNeighbours, removeNeighbour, type Neighbours } from '../../api-neighbours.ts'
import { getDrafts } from '../../api-rules.ts'
import { getFund, type Fund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { neighbours as en } from '../../text/en/neighbours.ts'
import { rules as enRules } from '../../text/en/rules.ts'
import { neighbours as th } from '../../text/th/neighbours.ts'
import { rules as thRules } from '../../text/th/rules.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { NeighbourCardView } from '../../ui/neighbour-card.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Nothing } from '../../ui/state.tsx'
import { FromDesk, useDesk } from './desk.tsx'
import { cardOf, useMet, type Met } from './neighbour-cards.tsx'
import { NeighbourGaps } from './neighbour-gaps.tsx'
import { rulesFor, type Rules } from './neighbour-rules.ts'

const words = inLanguage({ th, en })
const ofRules = inLanguage({ th: thRules, en: enRules })

/** The fund's own example people as cards, judged by the draft or by what is in force, and what none of them would notice. */
export default function NeighboursScreen(props: RouteSectionProps) {
  const desk = useDesk()
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const drafts = createAsync(() => getDrafts(slug(), desk.network))
  const neighbours = createAsync(() => getNeighbours(slug()))
  const all = allOf({ fund, drafts, neighbours })
  onArrival(() => `${words().title} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={desk.isGuest ? <a href={paths.draft(desk)}>{ofRules().draft}</a> : <FromDesk />}>
          <Show when={rulesFor(all().fund, all().drafts)} fallback={<Nothing title={words().noRules}><p>{words().noRulesYet}</p><ButtonLink href={paths.rules(slug())}>{words().toRules}</ButtonLink></Nothing>}>
            {(rules) => <People fund={all().fund} rules={rules()} neighbours={all().neighbours} />}
          </Show>
        </Page>
      )}
    </Show>
  )
}

function People(props: { fund: Fund; rules: Rules; neighbours: Neighbours }) {
  const met = useMet(() => props.neighbours.neighbours, () => props.rules)
  const count = (isMeant: boolean) => met()?.filter(({ passed, isUnfinished }) => !isUnfinished && passed === isMeant).length ?? 0
  return (
    <div class="neighbours">
      <div>
        <h1 tabindex="-1">{words().title}</h1>
        <p>{words().intro}</p>
      </div>
      <Sheet labelledBy="cards">
        <div class="neighbours-stack">
          <h2 id="cards">{props.rules.draft ? words().byDraft : words().byForce}</h2>
          <Show when={props.neighbours.neighbours.length > 0} fallback={<><p><b>{words().none}</b></p><p>{words().noneYet}</p><Show when={!props.neighbours.mayAdd}><p class="small">{words().noneKept}</p></Show></>}>
            <p role="status"><Show when={count(false) > 0}><b>{words().otherwise(count(false))}</b> · </Show>{words().asMeant(count(true))}</p>
            <ul class="cards neighbours-cards"><For each={met()}>{(each) => <Card fund={props.fund.slug} met={each} rules={props.rules} mayChange={props.neighbours.mayChange} />}</For></ul>
          </Show>
        </div>
      </Sheet>
      <Show when={props.neighbours.mayAdd}><Ways /></Show>
      <NeighbourGaps fund={props.fund.slug} rules={props.rules} neighbours={props.neighbours} />
    </div>
  )
}

/** A card with what can be done: say that it is meant, or take the person out. */
function Card(props: { fund: string; met: Met; rules: Rules; mayChange: boolean }) {
  const id = () => `card-${props.met.kept.id}`
  const { send, busy, faults } = useSending(() => ({}), '', id())
  const { kept, found } = props.met
  const heard = () => <span class="only-heard">{words().of(kept.neighbour.name[language()])}</span>
  const mean = () => { void send(() => changeNeighbour(props.fund, kept, { ...kept.neighbour, expect: asExpected(found) }), () => undefined) }
  const remove = () => { void send(() => removeNeighbour(props.fund, kept), () => undefined) }
  return (
    <NeighbourCardView of={cardOf(props.met, props.rules.regulation)}>
      <Show when={props.mayChange}>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <Show when={!props.met.passed && found.outcome !== 'refused'}><button type="button" class="neighbours-act" onClick={mean}>{busy() ? words().saving : words().soBeIt}{heard()}</button></Show>
        <button type="button" class="neighbours-act" id={id()} onClick={remove}>{words().remove}{heard()}</button>
      </Show>
    </NeighbourCardView>
  )
}

function Ways() {
  const desk = useDesk()
  const ways = () => [
    { href: paths.newNeighbour(desk), name: words().byHand, note: words().byHandNote },
    ...(desk.isGuest ? [] : [{ href: paths.neighbourOfClaims(desk.fund), name: words().ofClaims, note: words().ofClaimsNote }]),
    { href: '#proposals', name: words().proposed, note: words().proposedNote },
  ]
  return (
    <Sheet labelledBy="add">
      <h2 id="add">{words().add}</h2>
      <ul class="neighbours-ways"><For each={ways()}>{({ href, name, note }) => <li><a href={href}><b>{name}</b><span class="small">{note}</span><Icon name="caret-right" /></a></li>}</For></ul>
    </Sheet>
  )
}
