import type { Page } from 'playwright-core'
import { addDays, addYears, type Day } from '../../plugins/kit/day.ts'
import { todayInThailand } from '../../server/http/today.ts'
import type { rules as th } from '../../web/text/th/rules.ts'
import { newFund, office } from './committee.ts'

export const today: Day = todayInThailand(new Date())
let made = 0

type Office = Awaited<ReturnType<typeof office>>
interface Version {
  id: string
  version: number
}

/** Puts a draft in force: whoever wrote in it puts it to a meeting, somebody else publishes. */
export async function inForce(slug: string, keeper: Office, { id, version }: Version, fromOn = today) {
  await keeper('POST', `drafts/${id}/meeting`, { resolution: { number: '1/2569', heldOn: addDays(fromOn, -7) }, version })
  await (await office(slug, ['fund-admin']))('POST', `drafts/${id}/publication`, { fromOn })
}

export const setRate = (keeper: Office, { id, version }: Version, pack: string, satang: number): Promise<Version> => keeper('PUT', `drafts/${id}/values/nightRate`, { pack, value: satang, version })

/** A fund of its own, with the model in force for two years, perhaps with another amount a night. */
export async function fundInForce(nightSatang?: number): Promise<string> {
  const slug = `rules-${Date.now().toString(36)}-${made += 1}`
  await newFund(slug)
  const keeper = await office(slug, ['rule-keeper'])
  const fromOn = addYears(today, -2)
  const first = { model: 'model-packs/model', fundTerms: { year: 'calendar', memberFrom: 'joined', clock: 'calendar', arrearsCured: 'untilClaim' } }
  const draft = await keeper('POST', 'drafts', { fromOn, first })
  await inForce(slug, keeper, nightSatang === undefined ? draft : await setRate(keeper, draft, 'model', nightSatang), fromOn)
  return slug
}

/** A fund with the model in force, some people who keep it, and three stays of last year. */
export async function fundWithRules(): Promise<string> {
  const slug = await fundInForce()
  const desk = await office(slug, ['fund-admin', 'clerk'])
  for (const [at, nights] of [3, 2, 1].entries()) {
    const member = await desk('POST', 'carried-over-members', { number: `0${at + 1}`, title: 'นาง', firstName: ['แดง', 'มุก', 'ชื่น'][at], lastName: 'ทองดี', bornOn: '1960-01-01', joinedOn: addYears(today, -5), note: 'สมุดทะเบียน' })
    const dischargedOn = addDays(today, -20 * (at + 1))
    await desk('POST', 'claims', { memberId: member.id, benefitId: 'hospital', answers: { admittedOn: addDays(dischargedOn, -nights), dischargedOn, collector: 'self' } })
  }
  return slug
}

/** A value of the draft's notice, by its label. */
export const valueOf = (page: Page, label: string, value: string) => page.getByRole('button', { name: `${label} ${value}`, exact: true }).first()

export const begin = async (page: Page, words: typeof th, slug: string) => {
  await page.goto(`/f/${slug}/rules/draft`)
  await page.getByRole('button', { name: words.start }).click()
  await page.locator('.value-tap').first().waitFor()
}
