import { createSignal, Show } from 'solid-js'
import { dayQuestion, freeId, newBenefit } from '../../../plugins/kit/build.ts'
import { putAt } from '../../../plugins/kit/place.ts'
import { Category } from '../../../plugins/kit/pack.ts'
import { catalogueOf } from '../../../plugins/kit/plugin.ts'
import { draftedValues, ownPackId, withBenefit, withFact, withTerm } from '../../../plugins/kit/structure.ts'
import type { Regulation } from '../../../plugins/kit/regulation.ts'
import { rewriteDraft, type Draft } from '../../api-rules.ts'
import { inLanguage } from '../../device.ts'
import { useSending } from '../../sending.ts'
import { categories as enCategories } from '../../text/en/categories.ts'
import { build as th } from '../../text/th/build.ts'
import { categories as thCategories } from '../../text/th/categories.ts'
import { Button } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Foot } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { vocabulary } from '../../vocabulary.ts'
import { isNamed, NameFields } from './build-form.tsx'
import { ValueOf } from './build-value.tsx'
import { words } from './build-workshop.ts'

const kinds = inLanguage({ th: thCategories, en: enCategories })

/** A benefit of the fund's own, made from nothing: its name, its kind, the day of its event, and an amount. Conditions can follow. */
export function NewBenefitForm(props: { slug: string; draft: Draft; onMade: (pack: string, benefit: string) => void; onCancel: () => void }) {
  const [title, setTitle] = createSignal({ th: '', en: '' })
  const [category, setCategory] = createSignal('')
  const [day, setDay] = createSignal({ th: th.dayTh, en: th.dayEn })
  const [satang, setSatang] = createSignal<number>()
  const { send, busy, faults, setFaults } = useSending(() => ({ regulation: words().refused }), 'new-title')
  const make = (event: SubmitEvent) => {
    event.preventDefault()
    const amount = satang()
    const kind = Category.safeParse(category())
    const lacking = [
      ...(isNamed(title()) ? [] : [{ id: 'new-title', name: words().titleTh }]), ...(kind.success ? [] : [{ id: 'new-category', name: words().category }]),
      ...(isNamed(day()) ? [] : [{ id: 'new-day', name: words().dayLabel }]), ...(amount === undefined ? [{ id: 'new-amount', name: words().amount }] : []),
    ]
    if (lacking.length > 0 || !kind.success || amount === undefined) return setFaults(lacking.map((each) => ({ ...each, error: words().missing })))
    const made = withNewBenefit(props.draft, props.slug, { title: title(), category: kind.data, day: day(), satang: amount })
    void send(() => rewriteDraft(props.slug, props.draft, made.regulation), () => props.onMade(ownPackId(props.slug), made.id))
  }
  return (
    <Sheet roomy>
      <form class="build-form" noValidate onSubmit={make}>
        <h1 tabindex="-1">{words().create}</h1>
        <p>{words().createIntro}</p>
        <Show when={faults().length > 0}><Faults title={words().cannot} faults={faults()} /></Show>
        <NameFields id="new-title" labels={{ th: words().titleTh, en: words().titleEn }} value={title()} onInput={setTitle} />
        <SelectField asking={{ id: 'new-category', label: words().category }} none={words().choose} options={Category.options.map((id) => ({ id, label: kinds()[id] }))} value={category()} onInput={setCategory} />
        <ValueOf asking={{ id: 'new-amount', label: words().amount }} measure={{ type: 'money' }} value={satang()} onInput={(value) => setSatang(typeof value === 'number' ? value : undefined)} />
        <NameFields id="new-day" hint={words().dayLabel} value={day()} onInput={setDay} />
        <Foot><Button submit>{busy() ? words().saving : words().start}</Button><Button quiet onClick={props.onCancel}>{words().cancel}</Button></Foot>
      </form>
    </Sheet>
  )
}

interface Made {
  title: { th: string; en: string }
  category: Category
  day: { th: string; en: string }
  satang: number
}

function withNewBenefit({ regulation, fromOn }: Draft, slug: string, { title, category, day, satang }: Made): { regulation: Regulation; id: string } {
  const pack = ownPackId(slug)
  const own = regulation.packs.find((adopted) => adopted.pack.id === pack)?.pack
  const facts = regulation.packs.flatMap((adopted) => Object.keys(catalogueOf(adopted, regulation.fundTerms, vocabulary)))
  const [fact, term] = [freeId('question', facts), freeId('value', Object.keys(own?.terms ?? {}))]
  const id = freeId('own', regulation.packs.flatMap((adopted) => adopted.pack.benefits.map((benefit) => benefit.id)))
  const label = th.amountOf(title.th, title.en)
  const withTerms = withTerm(withFact(regulation, pack, fact, dayQuestion(day)), pack, term, { type: 'money', label, values: draftedValues(fromOn, satang) })
  return { id, regulation: withBenefit(withTerms, pack, newBenefit(id, title, category, fact, { fixed: term })) }
}

/** A regulation in which a pack takes a benefit that it left out. */
export function takingAgain(regulation: Regulation, pack: string, benefit: string): Regulation {
  const at = regulation.packs.findIndex((adopted) => adopted.pack.id === pack)
  const left = regulation.packs[at]?.without?.filter((id) => id !== benefit) ?? []
  return putAt(regulation, `packs.${at}.without`, left.length > 0 ? left : undefined)
}
