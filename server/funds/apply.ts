import { isDeepStrictEqual } from 'node:util'
import { checkRegulation } from '../../plugins/kit/check-regulation.ts'
import { formatDay, type Day } from '../../plugins/kit/day.ts'
import { error, type Finding } from '../../plugins/kit/finding.ts'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { inForceOn, regulationHash, type Regulation } from '../../plugins/kit/regulation.ts'
import type { Doors } from '../db/scope.ts'
import { mayBeginOn, type Publication } from '../regulations/publication.ts'
import { listPublications, savePublication } from '../regulations/queries.ts'
import { resolveRegulations, type FundDefinition, type Read } from './definition.ts'
import type { FundProfile, FundSettings } from './fund.ts'
import { findFundBySlug, findNetworkBySlug, findSettingsIfAny, saveFirstSettings, saveNewFund, saveProfiles, saveSettings, type FoundFund } from './queries.ts'

/** What applying a definition would change. */
export type Change =
  | { kind: 'fund'; profiles: FundProfile[] }
  | { kind: 'profiles'; before: FundProfile[]; profiles: FundProfile[] }
  | { kind: 'settings'; before: FundSettings | undefined; settings: FundSettings }
  | { kind: 'publication'; before: Regulation | undefined; publication: Omit<Publication, 'number'> }

export interface Plan {
  slug: string
  networkId: string
  /** Absent where the fund is new. */
  fundId: string | undefined
  changes: Change[]
}

interface Stored {
  fund: FoundFund
  settings: FundSettings | undefined
  publications: Publication[]
}

/** What a definition is looked at with. */
export interface Applying {
  doors: Doors
  plugins: readonly Plugin[]
  vocabulary: Vocabulary
  today: Day
}

/** Compares a definition with what is stored. What was published cannot be changed or taken back: such a definition is refused with the place. */
export async function planFund(definition: FundDefinition, applying: Applying): Promise<Read<Plan>> {
  const { doors, plugins } = applying
  const { slug } = definition
  const network = await doors.atGate((rows) => findNetworkBySlug(rows, definition.network))
  if (!network) return refused(error('unknownKey', 'network', `ไม่มีเครือข่าย ${definition.network}`, `there is no network ${definition.network}`))
  const stored = await findStored(doors, slug)
  if (stored && stored.fund.networkId !== network.id) return refused(error('taken', 'slug', `กองทุนของเครือข่ายอื่นใช้ชื่อ ${slug} แล้ว`, `a fund of another network is called ${slug}`))

  const published = stored?.publications ?? []
  const resolved = resolveRegulations(definition, plugins, published.flatMap(({ regulation }) => regulation.packs))
  if (!resolved.ok) return resolved
  const { changes, findings } = newPublications(definition, resolved.value, published, applying)
  if (findings.length > 0) return { ok: false, findings }

  return { ok: true, value: { slug, networkId: network.id, fundId: stored?.fund.id, changes: [...changesOfFund(definition, stored), ...changes] } }
}

const refused = (finding: Finding): Read<never> => ({ ok: false, findings: [finding] })

async function findStored(doors: Doors, slug: string): Promise<Stored | undefined> {
  const fund = await doors.atGate((rows) => findFundBySlug(rows, slug))
  return fund && doors.inFund(fund.id)(async (rows) => ({ fund, settings: await findSettingsIfAny(rows), publications: await listPublications(rows) }))
}

function changesOfFund({ profiles, contact, certifiersNeeded }: FundDefinition, stored: Stored | undefined): Change[] {
  const settings = { contact, certifiersNeeded }
  if (!stored) return [{ kind: 'fund', profiles }, { kind: 'settings', before: undefined, settings }]
  return [
    ...(isDeepStrictEqual(stored.fund.profiles, profiles) ? [] : [{ kind: 'profiles' as const, before: stored.fund.profiles, profiles }]),
    ...(isDeepStrictEqual(stored.settings, settings) ? [] : [{ kind: 'settings' as const, before: stored.settings, settings }]),
  ]
}

type NewPublication = Extract<Change, { kind: 'publication' }>

/** The regulations that are not published yet, and what speaks against publishing them. */
function newPublications(definition: FundDefinition, regulations: readonly Regulation[], published: readonly Publication[], { today, vocabulary }: Pick<Applying, 'today' | 'vocabulary'>) {
  const findings: Finding[] = published
    .filter(({ fromOn }) => definition.publications.every((each) => each.fromOn !== fromOn))
    .map(({ fromOn }) => error('missing', 'publications', `ขาดระเบียบที่ประกาศใช้แล้วตั้งแต่ ${formatDay(fromOn, 'th', 'long')} ซึ่งถอนไม่ได้`, `the regulation published from ${formatDay(fromOn, 'en', 'long')} is missing; it cannot be taken back`))
  const changes: NewPublication[] = []
  for (const [at, regulation] of regulations.entries()) {
    const publication = { ...definedAt(definition, at), regulation, hash: regulationHash(regulation) }
    const stored = published.find(({ fromOn }) => fromOn === publication.fromOn)
    if (stored) findings.push(...otherwise(`publications.${at}`, stored, publication))
    else {
      findings.push(...objections(`publications.${at}`, publication, published, today, vocabulary))
      changes.push({ kind: 'publication', before: inForceOn<Omit<Publication, 'number'>>([...published, ...changes.map((change) => change.publication)], publication.fromOn)?.regulation, publication })
    }
  }
  return { changes, findings }
}

function definedAt(definition: FundDefinition, at: number): Pick<Publication, 'fromOn' | 'resolution'> {
  const defined = definition.publications[at]
  if (!defined) throw new Error('each regulation was defined in a publication')
  return { fromOn: defined.fromOn, resolution: defined.resolution }
}

function otherwise(at: string, stored: Publication, { hash, resolution, fromOn }: Omit<Publication, 'number'>): Finding[] {
  if (stored.hash === hash && isDeepStrictEqual(stored.resolution, resolution)) return []
  return [error('taken', at, `ระเบียบที่ใช้ตั้งแต่ ${formatDay(fromOn, 'th', 'long')} ประกาศไปแล้วอย่างอื่น แก้ไม่ได้ ให้ประกาศฉบับใหม่จากวันอื่น`, `the regulation from ${formatDay(fromOn, 'en', 'long')} was published otherwise and cannot be changed: publish a new one from another day`)]
}

function objections(at: string, { fromOn, regulation }: Omit<Publication, 'number'>, published: readonly Publication[], today: Day, vocabulary: Vocabulary): Finding[] {
  const early = mayBeginOn(fromOn, published, today) ? [] : [error('outOfOrder', `${at}.fromOn`, 'ระเบียบฉบับใหม่ต้องเริ่มใช้ตั้งแต่วันนี้เป็นต้นไป หรือก่อนฉบับแรกสุด', 'a new regulation begins from today on, or before the earliest one')]
  const wrong = checkRegulation(regulation, vocabulary)
    .filter(({ level }) => level === 'error')
    .map((finding) => ({ ...finding, at: `${at}.regulation.${finding.at}` }))
  return [...early, ...wrong]
}

/** Makes the changes: the fund as operator, what is the fund's own inside the fund and all at once. */
export async function applyPlan(doors: Doors, plan: Plan, now: Date) {
  const fundId = await doors.asOperator(async (rows) => {
    for (const change of plan.changes) {
      if (change.kind === 'fund') return saveNewFund(rows, { networkId: plan.networkId, slug: plan.slug, profiles: change.profiles }, now.getTime())
      if (change.kind === 'profiles' && plan.fundId !== undefined) await saveProfiles(rows, plan.fundId, change.profiles)
    }
    return plan.fundId
  })
  if (fundId === undefined) throw new Error('a plan names its fund or makes it')
  await doors.inFund(fundId)(async (rows) => {
    for (const change of plan.changes) {
      if (change.kind === 'settings') await (change.before ? saveSettings : saveFirstSettings)(rows, change.settings)
      if (change.kind === 'publication') await savePublication(rows, plan.networkId, change.publication, now)
    }
  })
}
