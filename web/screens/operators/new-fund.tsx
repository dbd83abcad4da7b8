import './operators.css'
import './new-fund.css'
import { createAsync, revalidate, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createSignal, For, Match, onMount, Show, Switch } from 'solid-js'
import { allOf } from '../../all-of.ts'
import { getNetworks } from '../../api-network.ts'
import { addFund, getModels, getOperatedFund, getOperatedFunds, planFund, type FundPlan, type Model } from '../../api-operator.ts'
import { getFunds } from '../../api.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { newFund as en } from '../../text/en/new-fund.ts'
import { operator as enOperator } from '../../text/en/operator.ts'
import { newFund as th } from '../../text/th/new-fund.ts'
import { operator as thOperator } from '../../text/th/operator.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Faults, type Fault } from '../../ui/field.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { chosenFrom, definitionOf, fill, forget, STEPS, work, write, type Step } from './new-fund-draft.ts'
import { FIELDS, fieldNames, gapsIn } from './new-fund-fields.ts'
import { Area } from './new-fund-area.tsx'
import { FirstRules } from './new-fund-rules.tsx'
import { Opened } from './new-fund-opened.tsx'

const words = inLanguage({ th, en })
const host = inLanguage({ th: thOperator.host, en: enOperator.host })
const MINUTE_MS = 60_000

/** A fund is taken in: a step at a time, each with its address. What was filled in stays until the fund is there. */
export default function NewFund(props: RouteSectionProps) {
  const opened = () => (props.location.query['step'] === 'invite' ? String(props.location.query['fund'] ?? '') : '')
  const step = (): Step => (opened() === '' ? stepIn(props.location.query['step']) : 'invite')
  const networks = createAsync(() => getNetworks())
  const models = createAsync(() => getModels(step() === 'area' ? '' : work.draft.network))
  const all = allOf({ networks, models })
  const [minutes, setMinutes] = createSignal<number>()
  onArrival(() => `${words().title} · ${words().steps[step()]}`, step)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={host()} href={paths.operator()} below={words().title}>
          <div class="new-fund">
            <Steps step={step()} />
            <Show when={opened()} fallback={<Form step={step()} networks={all().networks} models={all().models} onOpened={setMinutes} />}>{(slug) => <Opened fund={slug()} minutes={minutes()} />}</Show>
          </div>
        </Page>
      )}
    </Show>
  )
}

/** The step in the address, if one has come that far. */
function stepIn(asked: string | string[] | undefined): Step {
  const at = STEPS.findIndex((each) => each === asked)
  return STEPS[Math.max(0, Math.min(at, work.reached))] ?? 'area'
}

const LAST = STEPS.length - 1

function Steps(props: { step: Step }) {
  const isOpened = () => props.step === 'invite'
  const isDone = (at: number) => (isOpened() ? at < LAST : at < work.reached)
  const name = (step: Step, at: number) => (
    <Show when={!isOpened() && at <= work.reached && step !== props.step} fallback={<span>{words().steps[step]}</span>}><a href={paths.newFund({ step })}>{words().steps[step]}</a></Show>
  )
  return (
    <nav class="sheet new-fund-steps" aria-label={words().title}>
      <p class="new-fund-at">{words().step(STEPS.indexOf(props.step) + 1, STEPS.length, words().steps[props.step])}</p>
      <ol>
        <For each={STEPS}>
          {(step, at) => <li aria-current={step === props.step ? 'step' : undefined}><span class="figure">{at() + 1}</span>{name(step, at())}<Show when={isDone(at())}><span class="new-fund-done">{words().done}</span></Show></li>}
        </For>
      </ol>
    </nav>
  )
}

interface Filling {
  step: Step
  networks: readonly { slug: string; name: { th: string; en: string } }[]
  models: readonly Model[]
  onOpened: (minutes: number) => void
}

function Form(props: Filling) {
  const navigate = useNavigate()
  const model = () => chosenFrom(props.models, work.draft)
  const { send, busy, faults, setFaults, errorAt } = useSending(() => fieldNames(model()), 'slug')
  onMount(() => {
    if (work.begunAt === undefined) write({ begunAt: Date.now() })
    const [only, ...others] = props.networks
    if (only && others.length === 0 && work.draft.network === '') fill('network', only.slug)
  })

  const at = () => STEPS.indexOf(props.step)
  const goOn = (plan: FundPlan) => {
    const next = at() + 1
    write({ plan, reached: Math.max(next, work.reached) })
    navigate(paths.newFund({ step: STEPS[next] ?? '' }))
  }
  const open = ({ slug }: { slug: string }) => {
    props.onOpened(Math.max(1, Math.round((Date.now() - (work.begunAt ?? Date.now())) / MINUTE_MS)))
    forget()
    void revalidate([getOperatedFunds.key, getFunds.key, getOperatedFund.key])
    navigate(paths.newFund({ step: 'invite', fund: slug }))
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const gaps = gapsIn(props.step, work.draft, props.models)
    if (gaps.length > 0) return setFaults(gaps)
    if (props.step === 'look') void send(() => addFund(definitionOf(work.draft, 'look', model())), open)
    else void send(() => planFund(definitionOf(work.draft, props.step, model())), goOn)
  }
  const label = () => (props.step === 'look' ? [words().openFund, words().opening] : [words().next, words().checking])
  return (
    <form class="operators-form" onSubmit={submit} noValidate>
      <Sheet roomy>
        <div class="operators-form">
          <h1 tabindex="-1">{{ area: words().areaTitle, rules: words().rulesTitle, look: words().lookTitle, invite: '' }[props.step]}</h1>
          <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults().map((fault) => placed(fault, props.step))} /></Show>
          <Switch>
            <Match when={props.step === 'area'}><p class="small">{words().kept}</p><Area networks={props.networks} errorAt={errorAt} /></Match>
            <Match when={props.step === 'rules'}><p>{words().rulesIntro}</p><FirstRules models={props.models} errorAt={errorAt} /></Match>
            <Match when={props.step === 'look'}><Look /></Match>
          </Switch>
        </div>
      </Sheet>
      <Foot>
        <Show when={at() > 0}><ButtonLink quiet href={paths.newFund({ step: STEPS[at() - 1] ?? '' })}>{words().back}</ButtonLink></Show>
        <Button submit>{label()[busy() ? 1 : 0]}</Button>
      </Foot>
    </form>
  )
}

/** A fault of another step leads there. */
function placed(fault: Fault, here: Step): Fault {
  const step = (['area', 'rules'] as const).find((each) => fault.id in FIELDS[each])
  return step === undefined || step === here || fault.href !== undefined ? fault : { ...fault, href: paths.newFund({ step }) }
}

/** What opening the fund will make, in the sentences of the server. */
function Look() {
  return (
    <>
      <p>{words().lookIntro}</p>
      <For each={work.plan?.changes}>
        {([head, ...rest]) => (
          <section class="new-fund-change">
            <h2>{head?.[language()]}</h2>
            <ul><For each={rest}>{(sentence) => <li>{sentence[language()]}</li>}</For></ul>
          </section>
        )}
      </For>
    </>
  )
}
