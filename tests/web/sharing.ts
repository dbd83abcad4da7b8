import { office } from './committee.ts'
import { fundInForce, inForce, setRate, today } from './drafting.ts'

/** A fund that gives 300 baht a night, and shares its hospital stays. */
export async function sharingFund() {
  const slug = await fundInForce(30_000)
  const keeper = await office(slug, ['rule-keeper'])
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
