import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { foundIn } from '../../../plugins/kit/draft.ts'
import type { Benefit, Pack } from '../../../plugins/kit/pack.ts'
import { benefitsOf, inForceOn, type Regulation } from '../../../plugins/kit/regulation.ts'
import { capital } from '../../../plugins/kit/sentence.ts'
import type { TermValue } from '../../../plugins/kit/term.ts'
import { termsBehind } from '../../../plugins/kit/terms-used.ts'
import { adopt, type LibraryPack, type NewAdoption } from '../../api-library.ts'
import type { Drafts } from '../../api-rules.ts'
import type { Fund } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { library as en } from '../../text/en/library.ts'
import { library as th } from '../../text/th/library.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Foot } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { nextMonth } from './draft-begin.tsx'
import { OthersRange } from './draft-range.tsx'
import { isAllowed } from './draft-value.tsx'
import { OpenTerms } from './open-terms.tsx'
import { LaterModels } from './upgrade-ways.tsx'

const words = inLanguage({ th, en })

interface Adopting {
  fund: Fund
  drafts: Drafts
  pack: LibraryPack
}

/** What a pack would be taken into: the draft that is open, or what one would begin from. */
const taking = ({ fund, drafts }: Adopting): Regulation | undefined => drafts.current?.regulation ?? inForceOn(fund.publications, nextMonth(fund.today))?.regulation

/** Whether the fund would begin its first regulation with it. */
const isFirst = (props: Adopting) => taking(props) === undefined

function whyNot(props: Adopting): string | undefined {
  const { drafts: { current, mayBegin }, pack } = props
  if (pack.withdrawn) return words().whyNot.withdrawn
  if (current?.state === 'at-meeting') return words().whyNot.atMeeting
  return (current ? current.can.includes('change') : mayBegin) ? undefined : words().whyNot.keeper
}

/** The way to take a pack up, or to bring up what the fund has of it; nothing where it is the fund's own. */
export function Adopt(props: Adopting) {
  const isOwn = () => props.pack.by.kind === 'fund' && props.pack.by.slug === props.fund.slug && props.pack.signer === undefined
  const has = () => { const regulation = taking(props); return regulation !== undefined && foundIn(regulation, props.pack.pack) !== undefined }
  return (
    <Show when={has()} fallback={<Show when={!isOwn()}><Choosing {...props} /></Show>}>
      <Sheet><p><b>{words().have}</b></p></Sheet>
      <LaterModels draft={props.drafts.current} pack={props.pack.pack} />
    </Show>
  )
}

/** Which benefits, in place of which of the fund's own, and the values that the pack leaves to each fund. */
function Choosing(props: Adopting) {
  const navigate = useNavigate()
  const pack = () => props.pack.definition
  const ours = () => { const regulation = taking(props); return regulation ? benefitsOf(regulation).map(({ benefit, adopted }) => ({ id: `${adopted.pack.id}.${benefit.id}`, benefit })) : [] }
  const rivals = ({ category }: Benefit) => ours().filter(({ benefit }) => benefit.category === category)
  // Of several, first what the fund has nothing like: a rule of its own is given up by a choice only.
  const [left, setLeft] = createSignal<readonly string[]>(pack().benefits.length === 1 ? [] : pack().benefits.filter((benefit) => rivals(benefit).length > 0).map(({ id }) => id))
  const [kept, setKept] = createSignal<readonly string[]>([])
  const [values, setValues] = createSignal<Readonly<Record<string, TermValue>>>({})
  const benefits = () => pack().benefits.filter(({ id }) => !left().includes(id))
  const instead = () => ours().filter(({ id, benefit }) => !kept().includes(id) && benefits().some(({ category }) => category === benefit.category)).map(({ id }) => id)
  const openTerms = () => openOf(pack(), props.pack.openTerms, benefits())

  const names = () => ({ benefits: words().benefits, pack: words().refused, instead: words().refused, ...Object.fromEntries(openTerms().map(({ id, term }) => [placeOf(id), capital(term.label[language()])])) })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'benefits')
  const take = (event: SubmitEvent) => {
    event.preventDefault()
    if (whyNot(props) !== undefined) return
    if (benefits().length === 0) return setFaults([{ id: 'benefits', name: words().benefits, error: words().chooseSome }])
    if (isFirst(props)) return navigate(paths.draft({ fund: props.fund.slug }, { from: props.pack.pack, benefits: benefits().map(({ id }) => id).join(',') }))
    const set = openTerms().flatMap(({ id, term }) => { const value = values()[id]; return value !== undefined && isAllowed(term, value) ? [[id, value] as const] : [] })
    const asked = { pack: props.pack.pack, benefits: benefits().map(({ id }) => id), instead: instead(), values: Object.fromEntries(set) as NonNullable<NewAdoption['values']> } // the fields give values of their terms
    void send(() => adopt(props.fund.slug, props.drafts.current, { fromOn: nextMonth(props.fund.today) }, asked), () => navigate(paths.draft({ fund: props.fund.slug })))
  }
  const turn = (ids: readonly string[], id: string, on: boolean) => (on ? [...ids, id] : ids.filter((each) => each !== id))
  return (
    <form class="library-form" onSubmit={take} noValidate aria-labelledby="adopt">
      <Sheet>
        <div class="library-form">
          <h2 id="adopt">{words().adopt}</h2>
          <p>{isFirst(props) ? words().beginIntro : words().adoptIntro}</p>
          <Show when={faults().length > 0}><Faults title={words().cannotAdopt} faults={faults()} /></Show>
          <fieldset class="field" aria-describedby={errorAt('benefits') === undefined ? undefined : 'benefits-error'}>
            <legend><span class="field-label">{words().benefits}</span></legend>
            <Show when={errorAt('benefits')}>{(error) => <p class="field-error" id="benefits-error">{error()}</p>}</Show>
            <ul class="library-stack">
              <For each={pack().benefits}>
                {(benefit, at) => (
                  <li class="library-stack">
                    <Box id={at() === 0 ? 'benefits' : undefined} label={benefit.title[language()]} checked={!left().includes(benefit.id)} onTurn={(on) => setLeft(turn(left(), benefit.id, !on))} />
                    <Show when={!left().includes(benefit.id)}>
                      <For each={rivals(benefit)}>{(rival) => <div class="library-instead"><Box label={words().instead(rival.benefit.title[language()])} note={words().insteadNote} checked={!kept().includes(rival.id)} onTurn={(on) => setKept(turn(kept(), rival.id, !on))} /></div>}</For>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </fieldset>
          <Show when={!isFirst(props) && openTerms().length > 0}>
            <section class="library-stack" aria-labelledby="open-terms">
              <h3 id="open-terms">{words().openTerms}</h3>
              <p class="small">{words().openTermsNote}</p>
              <OpenTerms
                of={openTerms()} values={values()} place={placeOf} errorAt={errorAt} beside={({ id }) => <OthersRange fund={props.fund.slug} pack={pack()} term={id} />}
                onSet={(id, value) => setValues(({ [id]: _before, ...rest }) => (value === undefined ? rest : { ...rest, [id]: value }))}
              />
            </section>
          </Show>
        </div>
      </Sheet>
      <Foot><Button submit whyNot={whyNot(props)}>{isFirst(props) ? words().beginWith : busy() ? words().adopting : words().adoptInto}</Button></Foot>
    </form>
  )
}

/** The terms that each fund sets for itself, as far as what is taken reads them. */
function openOf(pack: Pack, open: readonly string[], benefits: readonly Benefit[]) {
  const read = new Set(benefits.flatMap((benefit) => [...termsBehind(benefit, pack)]))
  return Object.entries(pack.terms).filter(([id]) => open.includes(id) && read.has(id)).map(([id, term]) => ({ id, term }))
}

const placeOf = (term: string) => `values.${term}`

function Box(props: { id?: string | undefined; label: string; note?: string; checked: boolean; onTurn: (on: boolean) => void }) {
  return (
    <label class="choice">
      <input type="checkbox" id={props.id} checked={props.checked} onChange={(event) => props.onTurn(event.currentTarget.checked)} />
      <span class="choice-label">{props.label}</span>
      <Show when={props.note}><span class="choice-note small">{props.note}</span></Show>
    </label>
  )
}
