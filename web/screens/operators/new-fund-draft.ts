import { createStore, unwrap } from 'solid-js/store'
import type { Day } from '../../../plugins/kit/day.ts'
import type { TermValue } from '../../../plugins/kit/term.ts'
import { arabicDigits } from '../../../plugins/kit/text.ts'
import type { FundDefinition, FundPlan, Model } from '../../api-operator.ts'
import { newFund as en } from '../../text/en/new-fund.ts'
import { newFund as th } from '../../text/th/new-fund.ts'

/** The steps of taking in a fund, in their order. */
export const STEPS = ['area', 'rules', 'look', 'invite'] as const
export type Step = (typeof STEPS)[number]

type DraftDay = Day | 'none' | undefined

const BLANK = {
  network: '', slug: '', nameTh: '', nameEn: '', governmentTh: '', governmentEn: '', kind: '', tambons: '', since: undefined as DraftDay, contactTh: '', contactEn: '', certifiers: 0 as number | undefined,
  /** The pack that the regulation adopts, with its version; `none` where the fund has no regulation yet. */
  model: '', year: '', memberFrom: '', clock: 'calendar', lapse: '', moreThan: undefined as number | undefined, arrearsCured: '',
  /** What the model leaves to the fund, by its terms. */
  values: {} as Record<string, TermValue>,
  fromOn: undefined as DraftDay, resolutionNumber: '', heldOn: undefined as DraftDay, meetingTh: th.meetings.th, meetingEn: en.meetings.en,
}
export type Draft = typeof BLANK

interface Work {
  draft: Draft
  /** How far one has come: a step's number. */
  reached: number
  plan: FundPlan | undefined
  /** When the first step was opened, in milliseconds. */
  begunAt: number | undefined
}

const blankWork = (): Work => ({ draft: { ...BLANK }, reached: 0, plan: undefined, begunAt: undefined })

const KEPT = 'sajja:new-fund'

/**
 * What has been filled in. It is kept in this tab until the fund is there or the tab is closed: one may sign in again, look something up,
 * or reload, and come back to it. Nobody's particulars stand in it.
 */
const [work, setWork] = createStore<Work>(keptWork())
export { work }

/** What the tab has kept. A field that could not be read when it was kept is empty again. */
function keptWork(): Work {
  const blank = blankWork()
  try {
    const { draft, ...kept }: Partial<Work> = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}')
    const filled = Object.entries(draft ?? {}).filter(([field, value]) => field in BLANK && value !== null)
    return { ...blank, ...kept, draft: { ...blank.draft, ...Object.fromEntries(filled) } }
  } catch { return blank } // a browser may forbid storage: what is filled in then lasts as long as the page
}

export function write(part: Partial<Work>) {
  setWork(part)
  try { sessionStorage.setItem(KEPT, JSON.stringify(unwrap(work))) } catch { return } // as above
}

/** Fills in a field. What is changed is looked at anew: nobody comes to the last look without the sentences of what they filled in. */
export function fill<Field extends keyof Draft>(field: Field, value: Draft[Field]) {
  write({ draft: { ...work.draft, [field]: value }, reached: Math.min(work.reached, STEPS.indexOf('rules')) })
}

/** Sets what the chosen model leaves open. */
export function fillTerm(id: string, value: TermValue | undefined) {
  const { [id]: _before, ...others } = work.draft.values
  fill('values', value === undefined ? others : { ...others, [id]: value })
}

/** Chooses the model; what another left open is no longer asked. */
export function choose(model: string) {
  fill('model', model)
  fill('values', {})
}

/** The fund is there: the next one begins with an empty form. */
export const forget = () => write(blankWork())

export const NO_MODEL = 'none'
export const modelId = ({ adopt, pack, version }: Model) => `${adopt ?? pack?.id} ${version}`
export const chosenFrom = (models: readonly Model[], { model }: Pick<Draft, 'model'>) => models.find((each) => modelId(each) === model)

const NAME_MAX = 100

/** The draft as the definition that the server reads; without its regulation, for as long as only the area has been told. `model` is the chosen one, if one is. */
export function definitionOf(draft: Draft, upTo: Step, model: Model | undefined): FundDefinition {
  return {
    format: 'sajja/fund@1',
    network: draft.network,
    slug: draft.slug.trim(),
    profiles: [{
      from: draft.since ?? '',
      name: { th: draft.nameTh, en: draft.nameEn },
      localGovernment: { th: draft.governmentTh, en: draft.governmentEn },
      kind: draft.kind as FundDefinition['profiles'][number]['kind'], // what is chosen is one of them, and the server says so if not
      tambonCodes: arabicDigits(draft.tambons).split(/[\s,]+/).filter((code) => code !== ''),
    }],
    contact: { th: draft.contactTh, en: draft.contactEn },
    certifiersNeeded: draft.certifiers ?? 0, // no step is sent while it is empty
    publications: upTo === 'area' || !model ? [] : [publicationOf(draft, model)],
  }
}

type Packs = FundDefinition['publications'][number]['regulation']['packs']

function publicationOf(draft: Draft, { adopt, pack, version }: Model): FundDefinition['publications'][number] {
  const taken = (adopt === undefined ? { pack } : { adopt, version }) as Packs[number] // the client's types of JSON do not follow a pack's recursion
  const { lapse, moreThan = 0, year } = draft
  type Terms = FundDefinition['publications'][number]['regulation']['fundTerms']
  const fundTerms = {
    ...(year !== '' && { year }), memberFrom: draft.memberFrom, clock: draft.clock, arrearsCured: draft.arrearsCured, ...(lapse !== 'never' && { lapse: { by: lapse, moreThan } }),
  } as Terms // as above
  return {
    fromOn: draft.fromOn ?? '',
    resolution: { number: arabicDigits(draft.resolutionNumber), heldOn: draft.heldOn ?? '', title: { th: draft.meetingTh, en: draft.meetingEn } },
    regulation: {
      title: { th: shortened(th.regulationOf(draft.nameTh), th.regulation), en: shortened(en.regulationOf(draft.nameEn), en.regulation) },
      fundTerms,
      packs: [{ ...taken, ...(Object.keys(draft.values).length > 0 && { values: valuesOf(draft) }) }],
    },
  }
}

/** The values that the meeting set, from the regulation's first day on. */
function valuesOf({ values, fromOn, resolutionNumber }: Draft): Packs[number]['values'] {
  const source = th.sourceOf(arabicDigits(resolutionNumber))
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, [{ from: fromOn ?? '', value: value as never, source }]])) // the client's type of JSON does not follow a term's values
}

const shortened = (title: string, otherwise: string) => (title.length <= NAME_MAX ? title : otherwise)
