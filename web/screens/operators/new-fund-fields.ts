import type { Model } from '../../api-operator.ts'
import { clockName } from '../../ui/clock-field.tsx'
import type { Fault } from '../../ui/field.tsx'
import { inLanguage, language } from '../../device.ts'
import { newFund as en } from '../../text/en/new-fund.ts'
import { newFund as th } from '../../text/th/new-fund.ts'
import { isAllowed } from '../committee/draft-value.tsx'
import { chosenFrom, NO_MODEL, type Draft, type Step } from './new-fund-draft.ts'

const words = inLanguage({ th, en })

interface Asked {
  /** What the draft calls it. */
  in: keyof Draft
  name: () => string
  mayBeEmpty?: true
}

const both = (what: string, language: string) => `${what} (${language})`

/** The fields of each step, each as the definition calls its place: what the server finds wrong there is told at the field. */
export const FIELDS: Record<'area' | 'rules', Record<string, Asked>> = {
  area: {
    network: { in: 'network', name: () => words().network },
    'profiles.0.name.th': { in: 'nameTh', name: () => both(words().name, words().inThai) },
    'profiles.0.name.en': { in: 'nameEn', name: () => both(words().name, words().inEnglish) },
    slug: { in: 'slug', name: () => words().slug },
    'profiles.0.localGovernment.th': { in: 'governmentTh', name: () => both(words().government, words().inThai) },
    'profiles.0.localGovernment.en': { in: 'governmentEn', name: () => both(words().government, words().inEnglish) },
    'profiles.0.kind': { in: 'kind', name: () => words().kind },
    'profiles.0.tambonCodes': { in: 'tambons', name: () => words().tambons },
    'profiles.0.from': { in: 'since', name: () => words().since },
    'contact.th': { in: 'contactTh', name: () => both(words().contact, words().inThai) },
    'contact.en': { in: 'contactEn', name: () => both(words().contact, words().inEnglish) },
    certifiersNeeded: { in: 'certifiers', name: () => words().certifiers },
  },
  rules: {
    'publications.0.regulation.packs': { in: 'model', name: () => words().model },
    // Whether a year must be said depends on the regulation, so the server says it.
    'publications.0.regulation.fundTerms.year': { in: 'year', name: () => words().year, mayBeEmpty: true },
    'publications.0.regulation.fundTerms.memberFrom': { in: 'memberFrom', name: () => words().memberFrom },
    'publications.0.regulation.fundTerms.clock': { in: 'clock', name: clockName },
    'publications.0.regulation.fundTerms.lapse.by': { in: 'lapse', name: () => words().lapse },
    'publications.0.regulation.fundTerms.lapse.moreThan': { in: 'moreThan', name: () => words().moreThan, mayBeEmpty: true },
    'publications.0.regulation.fundTerms.arrearsCured': { in: 'arrearsCured', name: () => words().arrears },
    'publications.0.fromOn': { in: 'fromOn', name: () => words().fromOn },
    'publications.0.resolution.number': { in: 'resolutionNumber', name: () => words().resolutionNumber },
    'publications.0.resolution.heldOn': { in: 'heldOn', name: () => words().heldOn },
    'publications.0.resolution.title.th': { in: 'meetingTh', name: () => both(words().meeting, words().inThai) },
    'publications.0.resolution.title.en': { in: 'meetingEn', name: () => both(words().meeting, words().inEnglish) },
  },
}

/** Where a definition holds what a model leaves open. */
export const openTermId = (id: string) => `publications.0.regulation.packs.0.values.${id}`

/** The names of all fields by their places, those that the chosen model leaves open before the model itself. */
export const fieldNames = (model: Model | undefined): Record<string, string> => Object.fromEntries([
  ...(model?.openTerms ?? []).map(({ id, term }) => [openTermId(id), term.label[language()]]),
  ...Object.values(FIELDS).flatMap((fields) => Object.entries(fields).map(([place, { name }]) => [place, name()])),
])

/** What a step still lacks. What is filled in is judged by the server alone. */
export function gapsIn(step: Step, draft: Draft, models: readonly Model[]): Fault[] {
  if (step === 'invite') return []
  const model = chosenFrom(models, draft)
  const isGone = step !== 'area' && !model && draft.model !== '' && draft.model !== NO_MODEL // withdrawn since, or of another network
  if (isGone) return [{ id: 'publications.0.regulation.packs', name: words().model, error: words().notChosen }]
  if (step === 'look') return []
  const gaps = Object.entries(FIELDS[step]).flatMap(([id, asked]) => {
    const error = gapIn(draft[asked.in], asked)
    return error === undefined ? [] : [{ id, name: asked.name(), error }]
  })
  if (step === 'area') return gaps
  if (draft.model === NO_MODEL) return []
  return [...gaps, ...lapseGap(draft), ...openGaps(draft, model)]
}

/** What was begun of an open value must be whole. */
function openGaps({ values }: Draft, model: Model | undefined): Fault[] {
  return (model?.openTerms ?? []).flatMap(({ id, term }) => {
    const value = values[id]
    return value === undefined || isAllowed(term, value) ? [] : [{ id: openTermId(id), name: term.label[language()], error: words().notWhole }]
  })
}

function gapIn(value: Draft[keyof Draft], { in: field, mayBeEmpty }: Asked): string | undefined {
  if (mayBeEmpty) return undefined
  if (value === 'none' && ['since', 'fromOn', 'heldOn'].includes(field)) return words().noSuchDay
  if (Number.isNaN(value)) return words().noNumber
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) return CHOSEN.includes(field) ? words().notChosen : words().empty
  return undefined
}

const CHOSEN: readonly (keyof Draft)[] = ['network', 'kind', 'model', 'memberFrom', 'clock', 'lapse', 'arrearsCured']

function lapseGap({ lapse, moreThan }: Draft): Fault[] {
  if (lapse === '' || lapse === 'never' || (moreThan !== undefined && Number.isInteger(moreThan))) return []
  return [{ id: 'publications.0.regulation.fundTerms.lapse.moreThan', name: words().moreThan, error: moreThan === undefined ? words().empty : words().noNumber }]
}
