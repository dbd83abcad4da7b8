import { revalidate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { getFund } from '../../api.ts'
import { getSettings, saveSettings, type Settings } from '../../api-settings.ts'
import { inLanguage } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { more as en } from '../../text/en/more.ts'
import { more as th } from '../../text/th/more.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

const words = inLanguage({ th, en })

/** What the fund's administrator sets outside the regulation. */
export function SettingsForm(props: { fund: string; settings: Settings }) {
  const [contactTh, setTh] = createSignal(props.settings.contact.th)
  const [contactEn, setEn] = createSignal(props.settings.contact.en)
  const [certifiers, setCertifiers] = createSignal<number | undefined>(props.settings.certifiersNeeded)
  const [isSaved, setSaved] = createSignal(false)
  const names = () => ({ 'contact.th': words().contact, 'contact.en': words().contactEn, certifiersNeeded: words().certifiers })
  const { send, busy, faults, setFaults, errorAt } = useSending(names, 'contact.th')
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    setSaved(false)
    const needed = certifiers()
    if (needed === undefined || Number.isNaN(needed)) return setFaults([{ id: 'certifiersNeeded', name: words().certifiers, error: words().noNumber }])
    void send(() => saveSettings(props.fund, { contact: { th: contactTh(), en: contactEn() }, certifiersNeeded: needed }), () => {
      setSaved(true)
      void revalidate([getSettings.key, getFund.key])
    })
  }
  return (
    <form class="more-form" onSubmit={save} noValidate>
      <h2 id="settings">{words().settings}</h2>
      <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
      <TextField asking={{ id: 'contact.th', label: words().contact, error: errorAt('contact.th') }} value={contactTh()} onInput={setTh} />
      <TextField asking={{ id: 'contact.en', label: words().contactEn, error: errorAt('contact.en') }} value={contactEn()} onInput={setEn} />
      <NumberField asking={{ id: 'certifiersNeeded', label: words().certifiers, hint: words().certifiersHint, error: errorAt('certifiersNeeded') }} value={certifiers()} unit={words().certifiersUnit} step={1} onInput={setCertifiers} />
      <Button submit>{busy() ? words().saving : words().save}</Button>
      <p role="status">{isSaved() ? words().saved : ''}</p>
    </form>
  )
}
