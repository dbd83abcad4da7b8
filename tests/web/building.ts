import type { Page } from 'playwright-core'
import { addYears } from '../../plugins/kit/day.ts'
import { newFund, office } from './committee.ts'
import { today } from './drafting.ts'

let made = 0

/** A fund whose rule keeper has a draft open, begun from the model. */
export async function fundWithDraft(): Promise<string> {
  const slug = `build-${Date.now().toString(36)}-${made += 1}`
  await newFund(slug)
  await (await office(slug, ['rule-keeper']))('POST', 'drafts', { fromOn: addYears(today, -1), first: { model: 'model-packs/model', fundTerms: { year: 'calendar', memberFrom: 'joined', clock: 'calendar', arrearsCured: 'untilClaim' } } })
  return slug
}

/** What manages the first line of a section that says so. */
export const manageIn = (page: Page, section: string, line: string) => page.locator(`#section-${section} ~ ul`).getByRole('button', { name: new RegExp(`: .*${line}`) }).first()
