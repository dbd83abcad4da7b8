import { For } from 'solid-js'
import { inLanguage, language } from '../../device.ts'
import { newFund as en } from '../../text/en/new-fund.ts'
import { newFund as th } from '../../text/th/new-fund.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { fill, work, type Draft } from './new-fund-draft.ts'

const words = inLanguage({ th, en })
const KINDS = ['subdistrict-organisation', 'subdistrict-municipality', 'town', 'city', 'network'] as const

type ErrorAt = (id: string) => string | undefined

/** The area: which network, what the fund is called, under which local government, where its members ask, and who certifies a claim. */
export function Area(props: { networks: readonly { slug: string; name: { th: string; en: string } }[]; errorAt: ErrorAt }) {
  return (
    <>
      <SelectField
        asking={{ id: 'network', label: words().network, error: props.errorAt('network') }} none={words().choose}
        options={props.networks.map(({ slug, name }) => ({ id: slug, label: name[language()] }))} value={work.draft.network} onInput={(slug) => fill('network', slug)}
      />
      <Both place="profiles.0.name" label={words().name} hint={words().nameHint} th="nameTh" en="nameEn" errorAt={props.errorAt} />
      <TextField asking={{ id: 'slug', label: words().slug, hint: words().slugHint, error: props.errorAt('slug') }} value={work.draft.slug} onInput={(text) => fill('slug', text)} />
      <Both place="profiles.0.localGovernment" label={words().government} th="governmentTh" en="governmentEn" errorAt={props.errorAt} />
      <ChoiceField
        asking={{ id: 'profiles.0.kind', label: words().kind, error: props.errorAt('profiles.0.kind') }}
        options={KINDS.map((id) => ({ id, label: words().kinds[id] }))} value={work.draft.kind} onInput={(kind) => fill('kind', kind)}
      />
      <TextField asking={{ id: 'profiles.0.tambonCodes', label: words().tambons, hint: words().tambonsHint, error: props.errorAt('profiles.0.tambonCodes') }} keyboard="numeric" value={work.draft.tambons} onInput={(text) => fill('tambons', text)} />
      <DayField asking={{ id: 'profiles.0.from', label: words().since, hint: words().sinceHint, error: props.errorAt('profiles.0.from') }} value={work.draft.since} onInput={(day) => fill('since', day)} />
      <Both place="contact" label={words().contact} hint={words().contactHint} th="contactTh" en="contactEn" errorAt={props.errorAt} />
      <NumberField asking={{ id: 'certifiersNeeded', label: words().certifiers, hint: words().certifiersHint, error: props.errorAt('certifiersNeeded') }} value={work.draft.certifiers} unit={words().certifiersUnit} step={1} onInput={(count) => fill('certifiers', count)} />
    </>
  )
}

type Written = { [Key in keyof Draft]: Draft[Key] extends string ? Key : never }[keyof Draft]

/** The same in both languages, side by side. */
export function Both(props: { place: string; label: string; hint?: string; th: Written; en: Written; errorAt: ErrorAt }) {
  const lines = () => [
    { id: `${props.place}.th`, in: props.th, label: `${props.label} (${words().inThai})`, hint: props.hint },
    { id: `${props.place}.en`, in: props.en, label: `${props.label} (${words().inEnglish})`, hint: undefined },
  ]
  return (
    <div class="operators-both">
      <For each={lines()}>
        {(line) => <TextField asking={{ id: line.id, label: line.label, hint: line.hint, error: props.errorAt(line.id) }} value={work.draft[line.in]} onInput={(text) => fill(line.in, text)} />}
      </For>
    </div>
  )
}
