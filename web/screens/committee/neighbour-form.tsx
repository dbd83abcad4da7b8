import './claim.css'
import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'
import { heldFrom } from '../../../plugins/kit/draft.ts'
import { asExpected, foundIn, type Expectation, type Neighbour } from '../../../plugins/kit/neighbour.ts'
import { inventedName } from '../../../plugins/kit/neighbour-words.ts'
import { addNeighbour, getNeighbours, type Neighbours } from '../../api-neighbours.ts'
import { getDrafts } from '../../api-rules.ts'
import { getFund, type Fund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { inBoth } from '../../both-languages.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { neighbours as en } from '../../text/en/neighbours.ts'
import { neighbours as th } from '../../text/th/neighbours.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Faults, type Fault } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Foot } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { vocabulary } from '../../vocabulary.ts'
import { follow, type Trail } from '../enquiry/enquiry.ts'
import { Remembering, useMemory } from '../enquiry/memory.tsx'
import { grantsOf } from '../enquiry/past.ts'
import { Steps } from '../enquiry/steps.tsx'
import { VerdictSlip } from '../enquiry/verdict-slip.tsx'
import { useDesk } from './desk.tsx'
import { resultOf } from './neighbour-cards.tsx'
import { rulesFor, type Rules } from './neighbour-rules.ts'

const words = inLanguage({ th, en })

/** An example person made by hand: the questions that anyone is asked, judged by the draft, and then what is meant. */
export default function NeighbourForm(props: RouteSectionProps) {
  const desk = useDesk()
  const slug = () => props.params['fund'] ?? ''
  const benefit = () => props.params['benefit'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const drafts = createAsync(() => getDrafts(slug(), desk.network))
  const neighbours = createAsync(() => getNeighbours(slug()))
  const all = allOf({ fund, drafts, neighbours })
  return (
    <Show when={benefit()} keyed>
      {(benefit) => (
        <Show when={all()}>
          {(all) => (
            <Remembering>
              <Show when={rulesFor(all().fund, all().drafts)}>
                {(rules) => <Walk fund={all().fund} rules={rules()} neighbours={all().neighbours} benefit={benefit} step={String(props.location.query['step'] ?? '')} />}
              </Show>
            </Remembering>
          )}
        </Show>
      )}
    </Show>
  )
}

/** The day before any that can be told of: the draft is asked as if it had always been. */
const EVER = '1800-01-01'

function Walk(props: { fund: Fund; rules: Rules; neighbours: Neighbours; benefit: string; step: string }) {
  const [memory] = useMemory()
  const desk = useDesk()
  const publications = createMemo(() => [{ fromOn: EVER, regulation: heldFrom(props.rules.regulation, props.rules.fromOn) }])
  const enquiry = () => ({ publications: publications(), today: props.fund.today, benefitId: props.benefit, answers: { ...memory.answers }, past: grantsOf(memory.past[props.benefit], props.benefit), vocabulary })
  const trail = createAsync(() => follow(enquiry()))
  return (
    <Show when={trail.latest}>
      {(trail) => (
        <Steps
          fund={props.fund} trail={trail()} step={props.step} walk={() => follow(enquiry())} to={(step) => paths.neighbourStep(desk, props.benefit, step)}
          from={paths.newNeighbour(desk)} home={paths.fund(props.fund.slug)} last={words().toExpect}
        >
          <Expecting fund={props.fund} neighbours={props.neighbours} trail={trail()} />
        </Steps>
      )}
    </Show>
  )
}

const SATANG = 100
type Meant = 'so' | 'another' | 'nothing'

/** Who they are, and what is meant: what the rules say, another amount, or nothing. */
function Expecting(props: { fund: Fund; neighbours: Neighbours; trail: Trail }) {
  const navigate = useNavigate()
  const desk = useDesk()
  const { claim, verdict, benefit } = props.trail
  const found = asExpected(foundIn(verdict))
  const invented = inventedName(claim.member.facts, verdict.eventOn, props.neighbours.neighbours.map(({ neighbour: { person } }) => person.name))
  const [name, setName] = createSignal(invented[language()])
  const [story, setStory] = createSignal(words().storyOf(invented[language()], benefit.title[language()]))
  const [meant, setMeant] = createSignal<Meant>('so')
  const [satang, setSatang] = createSignal<number>()
  const names = () => ({ 'neighbour.person.name': words().name, 'neighbour.name': words().story, 'neighbour.expect': words().expectTitle })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'neighbour.person.name')
  const expected = (): Expectation | undefined => {
    if (meant() === 'so') return found
    if (meant() === 'nothing') return { outcome: 'ineligible' }
    const amount = satang()
    return amount === undefined || Number.isNaN(amount) ? undefined : { outcome: 'eligible', satang: amount }
  }
  const wrong = (): Fault[] => [
    ...(name().trim() === '' ? [{ id: 'neighbour.person.name', name: words().name, error: words().noName }] : []),
    ...(story().trim() === '' ? [{ id: 'neighbour.name', name: words().story, error: words().noStory }] : []),
    ...(expected() === undefined ? [{ id: 'neighbour.expect', name: words().howMuch, error: words().noAmount }] : []),
  ]
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const expect = expected()
    if (expect === undefined || wrong().length > 0) return setFaults(wrong())
    void send(() => addNeighbour(props.fund.slug, neighbourOf(props.trail, inBoth(name(), invented), inBoth(story(), undefined), expect)), () => navigate(paths.neighbours(desk)))
  }
  const options = () => [
    { id: 'so', label: words().soItShouldBe(resultOf(found)) },
    { id: 'another', label: words().another },
    ...(found.outcome === 'ineligible' ? [] : [{ id: 'nothing', label: words().nothing }]),
  ]
  return (
    <form class="question" onSubmit={save} noValidate>
      <Sheet roomy>
        <div class="question-body">
          <h1 tabindex="-1">{words().expectTitle}</h1>
          <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
          <ChoiceField asking={{ id: 'meant', label: `${words().rulesSay} ${resultOf(found)}` }} options={options()} value={meant()} onInput={(id) => setMeant(id as Meant)} />
          <Show when={meant() === 'another'}>
            <NumberField asking={{ id: 'neighbour.expect', label: words().howMuch, error: errorAt('neighbour.expect') }} value={satang() === undefined ? undefined : (satang() ?? 0) / SATANG} unit={words().baht} step={100} scale={2} onInput={(baht) => setSatang(baht === undefined ? undefined : Math.round(baht * SATANG))} />
          </Show>
          <TextField asking={{ id: 'neighbour.person.name', label: words().name, hint: words().nameHint, error: errorAt('neighbour.person.name') }} value={name()} onInput={setName} />
          <TextField asking={{ id: 'neighbour.name', label: words().story, error: errorAt('neighbour.name') }} value={story()} onInput={setStory} />
        </div>
      </Sheet>
      <VerdictSlip fund={props.fund} trail={props.trail} />
      <Foot>
        <ButtonLink quiet href={paths.neighbourStep(desk, benefit.id, props.trail.asked.at(-1)?.id)}>{words().back}</ButtonLink>
        <Button submit>{busy() ? words().saving : words().keep}</Button>
      </Foot>
    </form>
  )
}

function neighbourOf({ claim }: Trail, name: Neighbour['name'], story: Neighbour['name'], expect: Expectation): Neighbour {
  return {
    name: story,
    person: { name, facts: { ...claim.member.facts } },
    benefit: claim.benefitId,
    facts: { ...claim.answers },
    ...(Object.keys(claim.fund).length > 0 && { fund: { ...claim.fund } }),
    ...(claim.history.length > 0 && { history: claim.history.map(({ benefitId, eventOn, of, uses }) => ({ benefit: benefitId, on: eventOn, of, uses: { ...uses } })) }),
    ...(claim.claimedOn !== undefined && { claimedOn: claim.claimedOn }),
    expect,
  }
}
