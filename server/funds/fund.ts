import { z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import { Text } from '../../plugins/kit/text.ts'
import { Name } from '../../plugins/kit/value.ts'

export const Slug = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'a slug is lower-case letters, digits and hyphens, 40 at most')

/**
 * Kinds of local government (อปท.): เทศบาลนคร, เทศบาลเมือง, เทศบาลตำบล, องค์การบริหารส่วนตำบล. A fund of the `network` itself, as the
 * leaders' fund (กองทุนสวัสดิการผู้นำ), is under none and covers no tambon.
 */
export const LocalGovernmentKind = z.enum(['city', 'town', 'subdistrict-municipality', 'subdistrict-organisation', 'network'])

/**
 * What a fund was called, where it was, and under which local government, from a day on. Tambons are named by their TIS 1099 codes: a
 * fund may span several, and several may share one. Of a fund of the network, `localGovernment` is the network.
 */
export const FundProfile = z.strictObject({
  from: Day,
  name: Name,
  localGovernment: Name,
  kind: LocalGovernmentKind,
  tambonCodes: z.array(z.string().regex(/^\d{6}$/, 'a tambon code has six digits')).max(20),
})
export type FundProfile = z.infer<typeof FundProfile>

/** A list whose days rise. */
export function rising<T extends z.ZodType>(item: T, dayOf: (each: z.infer<T>) => Day) {
  return z.array(item).refine((list) => list.every((each, at) => at === 0 || dayOf(each) > dayOf(list[at - 1] as z.infer<T>)), { // at is above 0
    error: 'the days rise from one to the next',
    params: { th: 'วันที่ต้องเรียงจากก่อนไปหลัง', en: 'the days rise from one to the next' },
  })
}

export const FundProfiles = rising(FundProfile, ({ from }) => from).min(1).max(50).check(({ value, issues }) => {
  for (const [at, { kind, tambonCodes }] of value.entries()) {
    if ((kind === 'network') === (tambonCodes.length === 0)) continue
    const params = kind === 'network'
      ? { th: 'กองทุนของเครือข่ายเองไม่ครอบคลุมตำบลใด', en: 'a fund of the network itself covers no tambon' }
      : { th: 'ใส่รหัสตำบลอย่างน้อยหนึ่งตำบล', en: 'name at least one tambon' }
    issues.push({ code: 'custom', path: [at, 'tambonCodes'], input: tambonCodes, message: params.en, params })
  }
})

/** The profile on a day; before the first day, the first: a fund is not nameless because its past is not recorded. */
export function profileOn(profiles: readonly FundProfile[], day: Day): FundProfile {
  const profile = profiles.findLast((each) => each.from <= day) ?? profiles[0]
  if (profile === undefined) throw new Error('a fund has a profile')
  return profile
}

export const inThaiOrder = new Intl.Collator('th').compare

/** Funds stand in the order of their Thai names, whoever reads. */
export const byThaiName = (a: { name: Text }, b: { name: Text }) => inThaiOrder(a.name.th, b.name.th)

/** What a fund sets for itself outside its regulation. */
export const FundSettings = z.strictObject({
  /** Where members ask. */
  contact: Text,
  /** How many of the village centre certify a claim before it is decided. */
  certifiersNeeded: z.int().min(0).max(5),
}).openapi('FundSettings')
export type FundSettings = z.infer<typeof FundSettings>
