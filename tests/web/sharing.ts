import { addDays, addYears } from '../../plugins/kit/day.ts'
import { newFund, office } from './committee.ts'
import { today } from './drafting.ts'

type Office = Awaited<ReturnType<typeof office>>
let made = 0

/** Puts a draft in force: whoever wrote in it puts it to a meeting, somebody else publishes. */
export async function inForce(slug: string, keeper: Office, draft: { id: string; version: number }, fromOn = today) {
  await keeper('POST', `drafts/${draft.id}/meeting`, { resolution: { number: '1/2569', heldOn: addDays(fromOn, -7) }, version: draft.version })
  await (await office(slug, ['fund-admin']))('POST', `drafts/${draft.id}/publication`, { fromOn })
}

export const setRate = (keeper: Office, { id, version }: { id: string; version: number }, pack: string, satang: number) => keeper('PUT', `drafts/${id}/values/nightRate`, { pack, value: satang, version })

/** A fund that gives 300 baht a night, and shares its hospital stays. */
export async function sharingFund() {
  const slug = `share-${Date.now().toString(36)}-${made += 1}`
  await newFund(slug)
  const keeper = await office(slug, ['rule-keeper'])
  const fromOn = addYears(today, -2)
  const draft = await keeper('POST', 'drafts', { fromOn, first: { model: 'model-packs/model', fundTerms: { year: 'calendar', memberFrom: 'joined', clock: 'calendar', arrearsCured: 'untilClaim' } } })
  await inForce(slug, keeper, await setRate(keeper, draft, 'model', 30_000), fromOn)
  const title = { th: `นอนโรงพยาบาล ${slug}`, en: `Hospital stays ${slug}` }
  const share = (version: string, open: string[] = []) => keeper('POST', 'library', { pack: 'model', benefits: ['hospital'], open, version, title, note: { th: 'ใช้มาสองปี เงินพอ', en: 'In use for two years' }, reach: 'province' })
  await share('1.0.0')
  return {
    slug, title, share,
    /** Gives another amount from today on, and shares that as a later version. */
    async shareLater(version: string, satang: number) {
      const later = await keeper('POST', 'drafts', { fromOn: today })
      await inForce(slug, keeper, await setRate(keeper, later, 'model', satang))
      await share(version)
    },
  }
}

/** Takes up another's hospital stays in place of a fund's own, with an amount of its own, and puts that in force. */
export async function adopted(slug: string, pack: string, satang: number) {
  const keeper = await office(slug, ['rule-keeper'])
  const draft = await keeper('POST', 'drafts', { fromOn: today })
  const taken = await keeper('POST', `drafts/${draft.id}/adoptions`, { pack, benefits: ['hospital'], instead: ['model.hospital'], version: draft.version })
  await inForce(slug, keeper, await setRate(keeper, taken, pack, satang))
}
