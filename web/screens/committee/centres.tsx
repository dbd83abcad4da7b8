import './centres.css'
import { createAsync, revalidate, type RouteSectionProps } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { getCentres, openCentre, renameCentre, type Centre } from '../../api-members.ts'
import { getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { centres as en } from '../../text/en/centres.ts'
import { members as enMembers } from '../../text/en/members.ts'
import { centres as th } from '../../text/th/centres.ts'
import { members as thMembers } from '../../text/th/members.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'

const words = inLanguage({ th, en })
const register = inLanguage({ th: thMembers, en: enMembers })

/** The centres of a fund: where money and forms are gathered. */
export default function CentresScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const found = createAsync(() => getCentres(slug()))
  const all = allOf({ fund, found })
  onArrival(() => `${words().title} · ${fund()?.name[language()] ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.members(slug())}>{register().title}</a>}>
          <header><h1 tabindex="-1">{words().title}</h1><p>{words().intro}</p></header>
          <div class="centres-page">
            <Sheet><Centres fund={slug()} centres={all().found.centres} mayChange={all().found.mayChange} /></Sheet>
            <Show when={all().found.mayChange}><Opening fund={slug()} /></Show>
          </div>
        </Page>
      )}
    </Show>
  )
}

/** By their ids, so that what is open stays open while a name changes. */
function Centres(props: { fund: string; centres: Centre[]; mayChange: boolean }) {
  const ids = () => props.centres.map(({ id }) => id)
  const centreOf = (id: string) => props.centres.find((centre) => centre.id === id)
  return (
    <Show when={props.centres.length > 0} fallback={<div role="status"><h2>{words().none}</h2><p>{words().noneYet}</p></div>}>
      <ul class="centres">
        <For each={ids()}>
          {(id) => (
            <Show when={centreOf(id)}>
              {(centre) => (
                <li>
                  <h2 class="centres-name" id={`centre-${id}`} tabindex="-1">{centre().name}</h2>
                  <p><Show when={centre().members > 0} fallback={<span class="small">{words().nobody}</span>}><a class="centres-members" href={paths.members(props.fund, { centre: id })}>{words().members(centre().members)}</a></Show></p>
                  <Show when={props.mayChange}><Renaming fund={props.fund} centre={centre()} /></Show>
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
    </Show>
  )
}

function Renaming(props: { fund: string; centre: Centre }) {
  const form = `${props.centre.id}-`
  const [name, setName] = createSignal(props.centre.name)
  const { send, busy, faults, errorAt } = useSending(() => ({ name: words().renamed(props.centre.name) }), 'name', form)
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    void send(() => renameCentre(props.fund, props.centre.id, name()), () => {
      void revalidate(getCentres.key)
      document.getElementById(`centre-${props.centre.id}`)?.focus()
    })
  }
  return (
    <Fold label={words().rename}>
      <form class="centres-form" onSubmit={save} noValidate>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <TextField asking={{ id: `${form}name`, label: words().renamed(props.centre.name), error: errorAt('name') }} value={name()} onInput={setName} />
        <Button quiet submit>{busy() ? words().saving : words().saveName}</Button>
      </form>
    </Fold>
  )
}

function Opening(props: { fund: string }) {
  const [name, setName] = createSignal('')
  const { send, busy, faults, errorAt } = useSending(() => ({ name: words().name }), 'name')
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    void send(() => openCentre(props.fund, name()), () => {
      setName('')
      void revalidate(getCentres.key)
    })
  }
  return (
    <Sheet labelledBy="open">
      <form class="centres-form" onSubmit={save} noValidate>
        <h2 id="open">{words().open}</h2>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <TextField asking={{ id: 'name', label: words().name, hint: words().nameHint, error: errorAt('name') }} value={name()} onInput={setName} />
        <Button submit>{busy() ? words().saving : words().open}</Button>
      </form>
    </Sheet>
  )
}
