import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { inForceOn } from '../../plugins/kit/regulation.ts'
import { begin, firstOf } from '../drafts/drafting.ts'
import { FundProfiles, profileOn } from '../funds/fund.ts'
import { Problem } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import type { InFund, Me } from '../http/room.ts'
import { listPublications } from '../regulations/queries.ts'
import type { NewFirstDraft } from './library.ts'
import { listVersions, lookingFromFund, takenFrom } from './versions.ts'

/** Begins a fund's first regulation from a version of a pack that it sees in the library, and gives the draft's id. */
export async function beginFrom(entered: InFund & { me: Me }, packId: string, { version, benefits, fromOn, first }: NewFirstDraft, plugins: readonly Plugin[], vocabulary: Vocabulary): Promise<string> {
  const { inFund, fund, today } = entered
  const found = (await listVersions(lookingFromFund(entered), [packId], plugins)).find(({ pack }) => pack.version === version)
  if (!found) throw new Problem('unknown-pack')
  if (found.withdrawn !== undefined) throw new Problem('pack-withdrawn')
  const taken = takenFrom(found.pack, benefits)
  const { name: fundName } = profileOn(FundProfiles.parse(fund.profiles), today)
  return inFund(async (rows) => {
    if (inForceOn(await listPublications(rows), fromOn)) throw new BadInput('fromOn', { th: 'วันนั้นกองทุนมีระเบียบใช้อยู่แล้ว ให้นำชุดกติกานี้เข้าในฉบับร่าง', en: 'a regulation is in force on that day: take the pack into a draft' })
    return begin(rows, fromOn, () => firstOf(taken, first, { fundName, fromOn, vocabulary }), recordingIn(entered))
  })
}
