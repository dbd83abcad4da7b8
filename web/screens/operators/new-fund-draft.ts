import { createStore } from 'solid-js/store'
import type { Day } from '../../../plugins/kit/day.ts'
import { arabicDigits } from '../../../plugins/kit/text.ts'
import type { FundDefinition, FundPlan } from '../../api-operator.ts'
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

/** What has been filled in, kept while the console is open: one may sign in again, or look something up, and come back to it. */
export const [work, write] = createStore<Work>(blankWork())

/** Fills in a field. What is changed is looked at anew: nobody comes to the last look without the sentences of what they filled in. */
export function fill<Field extends keyof Draft>(field: Field, value: Draft[Field]) {
  write('draft', { [field]: value })
  write('reached', (reached) => Math.min(reached, STEPS.indexOf('rules')))
}

/** The fund is there: the next one begins with an empty form. */
export const forget = () => write(blankWork())

export const NO_MODEL = 'none'
export const modelId = ({ adopt, version }: { adopt: string; version: string }) => `${adopt} ${version}`

const NAME_MAX = 100

/** The draft as the definition that the server reads; without its regulation, for as long as only the area has been told. */
export function definitionOf(draft: Draft, upTo: Step): FundDefinition {
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
    publications: upTo === 'area' || draft.model === NO_MODEL ? [] : [publicationOf(draft)],
  }
}

function publicationOf(draft: Draft): FundDefinition['publications'][number] {
  const [adopt = '', version = ''] = draft.model.split(' ')
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
      packs: [{ adopt, version }],
    },
  }
}

const shortened = (title: string, otherwise: string) => (title.length <= NAME_MAX ? title : otherwise)
