import './rules.css'
import { createAsync, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { getComparison, getDrafts, getHistory, type Draft, type PastRegulation } from '../../api-rules.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { BeforeAfterList } from '../../ui/before-after.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { digits, print } from '../../ui/paper.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'

const words = inLanguage({ th, en })
const DRAFT = 'draft'

/** Any two of a fund's regulations beside each other, or one and the draft, in sentences. The address holds which. */
export default function CompareRulesScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const history = createAsync(() => getHistory(slug()))
  const drafts = createAsync(() => getDrafts(slug()))
  const asked = (name: string) => { const value = props.location.query[name]; return typeof value === 'string' ? value : undefined }
  const all = allOf({ fund, history, drafts })
  onArrival(() => `${words().compare} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.rules(slug())}>{words().title}</a>}>
          <Compared fund={slug()} of={all().history} draft={all().drafts.current} from={asked('from')} to={asked('to')} />
        </Page>
      )}
    </Show>
  )
}

const day = (on: string) => formatDay(on, language(), 'long')

function Compared(props: { fund: string; of: readonly PastRegulation[]; draft: Draft | undefined; from: string | undefined; to: string | undefined }) {
  const navigate = useNavigate()
  const options = () => [
    ...props.of.map(({ number, fromOn }) => ({ id: String(number), label: `${words().edition(number)} · ${words().from(day(fromOn))}` })),
    ...(props.draft ? [{ id: DRAFT, label: words().draftOf(day(props.draft.fromOn)) }] : []),
  ]
  const known = (id: string | undefined) => options().find((option) => option.id === id)?.id
  const from = () => known(props.from) ?? options().at(-2)?.id ?? ''
  const to = () => known(props.to) ?? options().at(-1)?.id ?? ''
  const go = (search: { from?: string; to?: string }) => navigate(paths.compareRules(props.fund, { from: from(), to: to(), ...search }), { replace: true, scroll: false })
  const compared = createAsync(async () => (from() === '' || to() === '' ? undefined : getComparison(props.fund, from(), to(), props.draft)))
  const nameOf = (id: string) => (id === DRAFT ? words().draft : words().edition(Number(id)))
  return (
    <Sheet roomy>
      <div class="rules-form">
        <h1 tabindex="-1">{words().compare}</h1>
        <div class="rules-stack only-screen">
          <SelectField none={words().choose} asking={{ id: 'from', label: words().compareFrom }} options={options().filter(({ id }) => id !== DRAFT)} value={from()} onInput={(id) => go({ from: id })} />
          <SelectField none={words().choose} asking={{ id: 'to', label: words().compareTo }} options={options()} value={to()} onInput={(id) => go({ to: id })} />
        </div>
        <h2>{digits(words().comparing(nameOf(from()), nameOf(to())))}</h2>
        <Show when={compared()}>
          {(found) => (
            <>
              <p class="small">{digits(words().onDay(day(found().on)))}</p>
              <Show when={found().difference.length > 0} fallback={<p>{words().sameText}</p>}><BeforeAfterList of={found().difference} elsewhere={words().elsewhere} level={3} /></Show>
            </>
          )}
        </Show>
        <span class="only-screen"><Button quiet icon="printer" onClick={() => { void print() }}>{words().print}</Button></span>
      </div>
    </Sheet>
  )
}
