import { createMemo, For, Show } from 'solid-js'
import { canonicalJson } from '../../../plugins/kit/canonical.ts'
import { formatAmount } from '../../../plugins/kit/money.ts'
import { capital } from '../../../plugins/kit/sentence.ts'
import type { Draft } from '../../api-rules.ts'
import { tryChoice, type Choices, type PossibleUpgrade, type UpgradeTrial } from '../../api-upgrades.ts'
import { inLanguage, language } from '../../device.ts'
import { upgrade as en } from '../../text/en/upgrade.ts'
import { upgrade as th } from '../../text/th/upgrade.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { digits } from '../../ui/paper.ts'
import { askedAnew, type AskedAnew } from './asked-anew.ts'
import { findingInWords } from './draft-effect.tsx'
import { resultOf } from './neighbour-cards.tsx'

const words = inLanguage({ th, en })

type Choice = Choices[string]
type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** One trial after another: each has the server judge a year of claims twice. */
export function queueOfTrials(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next
    return next
  }
}

type Conflict = PossibleUpgrade['conflicts'][number]

interface Choosing {
  fund: string
  draft: Draft
  upgrade: PossibleUpgrade
  conflict: Conflict
  choices: Choices
  inTurn: InTurn
  onChoose: (choice: Choice) => void
}

/** What both have changed, in one sentence, and the two ways on, each with what it does for the fund's own people. */
export function ConflictCard(props: Choosing) {
  const trial = useTrial(props)
  const side = (choice: Choice) => <Side choice={choice} conflict={props.conflict} isChosen={props.choices[props.conflict.id] === choice} trial={trial.known()} onChoose={() => props.onChoose(choice)} />
  return (
    <fieldset class="sheet upgrade-conflict">
      <legend class="upgrade-about">{capital(props.conflict.about[language()])}</legend>
      <Sentence of={props.conflict} />
      <div class="upgrade-sides">{side('mine')}{side('theirs')}</div>
      <div aria-live="polite">
        <Show when={trial.state() === 'failed'} fallback={<p class="effect-thought">{trial.state() === 'thinking' ? <span class="small">{words().thinking}</span> : summed(trial.known())}</p>}>
          <div class="draft-acts"><p>{words().cannotThink}</p><Button quiet onClick={trial.again}>{words().again}</Button></div>
        </Show>
      </div>
    </fieldset>
  )
}

/** A ladder or a list is one line a step. */
const linesOf = (value: Conflict['mine']) => value[language()].split(' · ')

/** From what to what the model has changed it, and what is the fund's. What takes several lines to say stands behind a fold. */
function Sentence(props: { of: Conflict }) {
  const isLong = () => [props.of.base, props.of.mine, props.of.theirs].some((value) => linesOf(value).length > 1)
  return (
    <Show when={isLong()} fallback={<p>{digits(words().sentence(props.of.base[language()], props.of.theirs[language()], props.of.mine[language()]))}</p>}>
      <p>{words().bothChanged}</p>
      <Fold reading label={words().base}><ul><For each={linesOf(props.of.base)}>{(line) => <li>{digits(line)}</li>}</For></ul></Fold>
    </Show>
  )
}

function Side(props: { choice: Choice; conflict: Conflict; isChosen: boolean; trial: UpgradeTrial | undefined; onChoose: () => void }) {
  const id = () => `${props.conflict.id}-${props.choice}`
  const others = () => linesOf(props.conflict[props.choice === 'mine' ? 'theirs' : 'mine'])
  return (
    <div class="upgrade-side">
      <label class="choice">
        <input type="radio" name={props.conflict.id} value={props.choice} checked={props.isChosen} onChange={() => props.onChoose()} aria-describedby={`${id()}-effect`} />
        <span class="choice-label">{words()[props.choice]}</span>
        <span class="choice-note upgrade-value">
          <For each={linesOf(props.conflict[props.choice])}>{(line) => <span classList={{ 'upgrade-unlike': others().length > 1 && !others().includes(line) }}>{digits(line)}</span>}</For>
        </span>
      </label>
      <div class="upgrade-effect" id={`${id()}-effect`}>
        <Show when={props.trial}>{(trial) => <SideEffect choice={props.choice} trial={trial()} />}</Show>
      </div>
    </div>
  )
}

const SHOWN_MAX = 3

function SideEffect(props: { choice: Choice; trial: UpgradeTrial }) {
  const costs = () => { const { claims } = props.trial; return claims && claims.beforeSatang !== claims.afterSatang ? claims : undefined }
  const people = () => peopleIn(props.trial)
  return (
    <>
      <Show when={costs()}>
        {(costs) => <p><span class="small">{words().lastYear}</span><span class="figure">{words().baht(formatAmount(props.choice === 'mine' ? costs().beforeSatang : costs().afterSatang))}</span></p>}
      </Show>
      <Show when={people().length > 0}>
        <ul class="upgrade-people" aria-label={words().people}>
          <For each={people().slice(0, SHOWN_MAX)}>{(person) => <li><span><b>{person.name}</b> <span class="small">{person.facts}</span></span><span class="figure">{person[props.choice]}</span></li>}</For>
        </ul>
        <Show when={people().length > SHOWN_MAX}><p class="small">{words().morePeople(people().length - SHOWN_MAX)}</p></Show>
      </Show>
    </>
  )
}

interface Person {
  name: string
  facts: string
  mine: string
  theirs: string
}

/** Whoever gets something else by the one choice than by the other, once each: the fund's own example people, then the model's. */
function peopleIn({ examples, neighbours }: UpgradeTrial): Person[] {
  const own = neighbours.map(({ neighbour, was, found }): Person => ({ name: neighbour.name[language()], facts: '', mine: resultOf(was), theirs: resultOf(found) }))
  const models = examples.map(({ person, facts, before, after }): Person => ({ name: person[language()], facts: facts[language()], mine: findingInWords(before), theirs: findingInWords(after) }))
  const unlike = [...own, ...models].filter(({ mine, theirs }) => mine !== theirs)
  return unlike.filter(({ name }, at) => unlike.findIndex((each) => each.name === name) === at)
}

/** What taking the model's comes to beside keeping one's own; to a guest, who is not told of claims, only whether it is all the same. */
function summed(trial: UpgradeTrial | undefined): string {
  if (!trial) return ''
  if (!trial.claims) return peopleIn(trial).length === 0 ? words().peopleSame : ''
  const { beforeSatang, afterSatang, count, changedCount, members } = trial.claims
  const more = afterSatang - beforeSatang
  const cost = more > 0 ? words().more(formatAmount(more)) : more < 0 ? words().less(formatAmount(-more)) : words().same
  if (count === 0) return words().noClaims
  if (changedCount === 0) return peopleIn(trial).length === 0 ? words().nobody : words().claimsSame
  return [cost, words().members(members.more, members.less), words().otherwise(changedCount, count)].filter((part) => part !== '').join(' · ')
}

const PAUSE_MS = 300

/** The effect of one conflict's choices, asked anew when the draft or another choice is another. */
function useTrial(props: Choosing): AskedAnew<UpgradeTrial> {
  const others = () => Object.fromEntries(Object.entries(props.choices).filter(([id]) => id !== props.conflict.id))
  const question = createMemo(() => canonicalJson({ others: others(), draft: props.draft.hash, to: props.upgrade.to }))
  return askedAnew(question, (isStillAsked) => {
    const { fund, draft, upgrade: { pack, to }, conflict } = props
    return props.inTurn(async () => (isStillAsked() ? tryChoice(fund, draft.id, { pack, to, conflict: conflict.id, choices: others() }) : undefined))
  }, (_, known) => (known ? PAUSE_MS : 0))
}
