import '../library/library.css'
import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { adoptedIn } from '../../../plugins/kit/draft.ts'
import { inForceOn, termValueOn, type AdoptedPack, type Regulation } from '../../../plugins/kit/regulation.ts'
import { capital } from '../../../plugins/kit/sentence.ts'
import { termsBehind } from '../../../plugins/kit/terms-used.ts'
import { getLibrary, share, type Library } from '../../api-library.ts'
import { getFund, type Fund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { library as en } from '../../text/en/library.ts'
import { library as th } from '../../text/th/library.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Faults } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LongTextField } from '../../ui/long-text-field.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { SomeOf } from '../../ui/some-of.tsx'
import { Nothing } from '../../ui/state.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { inWords } from './draft-value.tsx'

const words = inLanguage({ th, en })

/** The fund's rules in force, or some of them, are shared with others. */
export default function ShareScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const library = createAsync(() => getLibrary(slug()))
  const all = allOf({ fund, library: () => library.latest })
  const inForce = () => { const known = all()?.fund; return known && inForceOn(known.publications, known.today)?.regulation }
  onArrival(() => `${words().share} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.library(slug())}>{words().back}</a>}>
          <Show when={all().library.mayWrite} fallback={<Nothing title={words().share}><p>{words().onlyKeeper}</p><ButtonLink href={paths.library(slug())}>{words().back}</ButtonLink></Nothing>}>
            <Show when={inForce()} fallback={<Nothing title={words().noRulesToShare}><p>{words().noRulesToShareYet}</p><ButtonLink href={paths.rules(slug())}>{words().toRules}</ButtonLink></Nothing>}>
              {(regulation) => <Sharing fund={all().fund} library={all().library} regulation={regulation()} />}
            </Show>
          </Show>
        </Page>
      )}
    </Show>
  )
}

const REACHES = ['province', 'all'] as const

function Sharing(props: { fund: Fund; library: Library; regulation: Regulation }) {
  const navigate = useNavigate()
  const [chosen, setChosen] = createSignal(props.regulation.packs[0]?.pack.id ?? '')
  const adopted = (): AdoptedPack => adoptedIn(props.regulation, chosen())
  const pack = () => adopted().pack
  const offered = () => pack().benefits.filter(({ id }) => !adopted().without?.includes(id))
  const [benefits, setBenefits] = createSignal<readonly string[]>(offered().map(({ id }) => id))
  const [open, setOpen] = createSignal<readonly string[]>([])
  const { name } = props.fund
  const [title, setTitle] = createSignal({ th: th.titleOf(name.th), en: en.titleOf(name.en) })
  const choose = (id: string) => {
    setChosen(id)
    setBenefits(offered().map((benefit) => benefit.id))
    setOpen([])
  }
  const terms = () => {
    const shared = offered().filter(({ id }) => benefits().includes(id))
    const read = new Set(shared.flatMap((benefit) => [...termsBehind(benefit, pack())]))
    return Object.entries(pack().terms).filter(([id]) => read.has(id))
  }
  const [word, setWord] = createSignal('')
  const last = () => props.library.packs.find((each) => each.pack === (word() === '' ? props.fund.slug : `${props.fund.slug}-${word()}`))?.version
  const [version, setVersion] = createSignal<string>()
  const shownVersion = () => version() ?? nextVersion(last())
  const [note, setNote] = createSignal('')
  const [reach, setReach] = createSignal<(typeof REACHES)[number]>('province')

  const names = () => ({ pack: words().shareWhich, benefits: words().shareBenefits, open: words().shareOpen, 'title.th': words().shareTitle, 'title.en': words().shareTitleEn, word: words().shareWord, version: words().shareVersion, note: words().shareNote, reach: words().shareReach })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'benefits')
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    if (benefits().length === 0) return setFaults([{ id: 'benefits', name: words().shareBenefits, error: words().chooseSome }])
    if (note().trim() === '') return setFaults([{ id: 'note', name: words().shareNote, error: words().write }])
    const json = { pack: chosen(), benefits: [...benefits()], open: open().filter((id) => terms().some(([term]) => term === id)), ...(word() !== '' && { word: word() }), version: shownVersion(), title: title(), note: { [language()]: note() }, reach: reach() }
    void send(() => share(props.fund.slug, json), (shared) => navigate(paths.libraryPack(props.fund.slug, shared.pack)))
  }
  return (
    <form class="library-form" onSubmit={save} noValidate>
      <header><h1 tabindex="-1">{words().share}</h1><p>{words().shareIntro}</p></header>
      <Sheet roomy>
        <div class="library-form">
          <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
          <Show when={props.regulation.packs.length > 1}>
            <ChoiceField asking={{ id: 'pack', label: words().shareWhich, error: errorAt('pack') }} options={props.regulation.packs.map((each) => ({ id: each.pack.id, label: each.pack.title[language()] }))} value={chosen()} onInput={choose} />
          </Show>
          <SomeOf asking={{ id: 'benefits', label: words().shareBenefits, error: errorAt('benefits') }} options={offered().map((benefit) => ({ id: benefit.id, label: benefit.title[language()] }))} chosen={benefits()} onInput={setBenefits} />
          <LongTextField asking={{ id: 'note', label: words().shareNote, hint: words().shareNoteHint, error: errorAt('note') }} value={note()} onInput={setNote} />
          <ChoiceField asking={{ id: 'reach', label: words().shareReach, error: errorAt('reach') }} options={REACHES.map((id) => ({ id, label: words().shareReaches[id] }))} value={reach()} onInput={(id) => setReach(REACHES.find((each) => each === id) ?? 'province')} />
          <Fold reading label={words().shareOpen} open={errorAt('open') !== undefined}>
            <SomeOf asking={{ id: 'open', label: words().shareOpenNote, error: errorAt('open') }} options={terms().map(([id, term]) => ({ id, label: `${capital(term.label[language()])}: ${inWords(term, termValueOn(adopted(), id, props.fund.today)?.value ?? undefined)}` }))} chosen={open()} onInput={setOpen} />
          </Fold>
          <TextField asking={{ id: 'title.th', label: words().shareTitle, error: errorAt('title.th') }} value={title().th} onInput={(text) => setTitle({ ...title(), th: text })} />
          <TextField asking={{ id: 'title.en', label: words().shareTitleEn, error: errorAt('title.en') }} value={title().en} onInput={(text) => setTitle({ ...title(), en: text })} />
          <TextField asking={{ id: 'word', label: words().shareWord, hint: words().shareWordHint(props.fund.slug), error: errorAt('word') }} value={word()} onInput={setWord} />
          <TextField asking={{ id: 'version', label: words().shareVersion, hint: words().shareVersionHint(last()), error: errorAt('version') }} value={shownVersion()} onInput={setVersion} />
        </div>
      </Sheet>
      <Foot>
        <ButtonLink quiet href={paths.library(props.fund.slug)}>{words().back}</ButtonLink>
        <Button submit>{busy() ? words().sharing : words().shareNow}</Button>
      </Foot>
    </form>
  )
}

/** What is shared again is a step above what was. */
function nextVersion(last: string | undefined): string {
  if (last === undefined) return '1.0.0'
  const [major = 1, minor = 0] = last.split('.').map(Number)
  return `${major}.${minor + 1}.0`
}
