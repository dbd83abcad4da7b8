import { z } from 'zod'
import { Day } from '../../plugins/kit/day.ts'
import { error, type Finding } from '../../plugins/kit/finding.ts'
import { findingsOf } from '../../plugins/kit/issue.ts'
import { readJson } from '../../plugins/kit/json.ts'
import { Pack } from '../../plugins/kit/pack.ts'
import type { Plugin } from '../../plugins/kit/plugin.ts'
import { AdoptedPack, packHash, Regulation, REGULATION_FORMAT } from '../../plugins/kit/regulation.ts'
import { Resolution } from '../regulations/publication.ts'
import { FundProfiles, FundSettings, rising, Slug } from './fund.ts'

export const FUND_FORMAT = 'sajja/fund@1'

/** A pack of an installed plugin, by plugin and pack: what is stored is a snapshot of it. */
const Adoption = z.strictObject({ adopt: z.string().max(130), version: Pack.shape.version, ...AdoptedPack.omit({ pack: true, hash: true }).shape })
/** A pack that stands in the definition itself: the fund's own, or one that no plugin here has. */
const Enclosed = AdoptedPack.omit({ hash: true })

const DefinedRegulation = Regulation.omit({ format: true, packs: true }).extend({
  packs: z.array(z.union([Adoption, Enclosed])).min(1).max(20),
})

/** A fund as a file: the same for onboarding, for export and for samples. */
export const FundDefinition = z.strictObject({
  format: z.literal(FUND_FORMAT),
  network: Slug,
  slug: Slug,
  profiles: FundProfiles,
  ...FundSettings.shape,
  publications: rising(z.strictObject({ fromOn: Day, resolution: Resolution, regulation: DefinedRegulation }), ({ fromOn }) => fromOn).max(100),
})
export type FundDefinition = z.infer<typeof FundDefinition>

type DefinedPack = FundDefinition['publications'][number]['regulation']['packs'][number]

/** Something read from a file, or what is wrong in it and where. */
export type Read<T> = { ok: true; value: T } | { ok: false; findings: Finding[] }

/** Reads a definition of either kind, by its schema. */
export function readDefinition<T>(text: string, schema: z.ZodType<T>): Read<T> {
  const read = readJson(text)
  if (!read.ok) return read
  const parsed = schema.safeParse(read.value)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, findings: findingsOf(parsed.error, read.value) }
}

/**
 * The regulations of a definition with a snapshot of every pack they adopt: from an installed plugin or, where that has moved on, as
 * this fund has adopted it before.
 */
export function resolveRegulations(definition: FundDefinition, plugins: readonly Plugin[], adoptedBefore: readonly AdoptedPack[]): Read<Regulation[]> {
  const findings: Finding[] = []
  const resolvePack = (defined: DefinedPack, at: string): AdoptedPack[] => {
    if ('pack' in defined) return [{ ...defined, hash: packHash(defined.pack) }]
    const { adopt, version, ...rest } = defined
    const pack = findPack(plugins, adopt, version) ?? adoptedBefore.find((each) => each.pack.id === packOf(adopt) && each.pack.version === version)?.pack
    if (pack) return [{ pack, hash: packHash(pack), ...rest }]
    findings.push(error('unknownKey', `${at}.adopt`, `ไม่มีชุดกติกา ${adopt} รุ่น ${version} ในเครื่องนี้`, `there is no pack ${adopt} of version ${version} here`))
    return []
  }
  const regulations = definition.publications.map(({ regulation: { packs, ...regulation } }, at): Regulation => ({
    format: REGULATION_FORMAT,
    ...regulation,
    packs: packs.flatMap((defined, index) => resolvePack(defined, `publications.${at}.regulation.packs.${index}`)),
  }))
  return findings.length > 0 ? { ok: false, findings } : { ok: true, value: regulations }
}

/** A stored regulation as a definition says it: packs that a plugin here has are named, others enclosed. */
export function defineRegulation(regulation: Regulation, plugins: readonly Plugin[]): FundDefinition['publications'][number]['regulation'] {
  const { format: _format, packs, ...rest } = regulation
  return {
    ...rest,
    packs: packs.map(({ pack, hash, ...own }) => {
      const plugin = plugins.find(({ packs: installed }) => installed?.some((each) => each.id === pack.id && packHash(each) === hash && each.version === pack.version))
      return plugin ? { adopt: `${plugin.meta.id}/${pack.id}`, version: pack.version, ...own } : { pack, ...own }
    }),
  }
}

function findPack(plugins: readonly Plugin[], adopt: string, version: string): Pack | undefined {
  const plugin = plugins.find(({ meta }) => meta.id === adopt.split('/')[0])
  return plugin?.packs?.find((pack) => pack.id === packOf(adopt) && pack.version === version)
}

const packOf = (adopt: string) => adopt.slice(adopt.indexOf('/') + 1)
