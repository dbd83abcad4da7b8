import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { firstOf } from '../drafts/drafting.ts'
import { FundProfiles, profileOn } from '../funds/fund.ts'
import { Problem } from '../http/problem.ts'
import type { InFund } from '../http/room.ts'
import type { NewFirstDraft } from './library.ts'
import { listVersions, lookingFromFund, takenFrom } from './versions.ts'

/** A fund's first regulation from a version of a pack that it sees in the library, for `begin`: refused where one is in force on its day. */
export async function firstFromLibrary(entered: InFund, packId: string, { version, benefits, fromOn, first }: NewFirstDraft, plugins: readonly Plugin[], vocabulary: Vocabulary): Promise<(inForce: Regulation | undefined) => Regulation> {
  const { fund, today } = entered
  const found = (await listVersions(lookingFromFund(entered), [packId], plugins)).find(({ pack }) => pack.version === version)
  if (!found) throw new Problem('unknown-pack')
  if (found.withdrawn !== undefined) throw new Problem('pack-withdrawn')
  const taken = takenFrom(found.pack, benefits)
  const { name: fundName } = profileOn(FundProfiles.parse(fund.profiles), today)
  return (inForce) => {
    if (inForce) throw new BadInput('fromOn', { th: 'วันนั้นกองทุนมีระเบียบใช้อยู่แล้ว ให้นำชุดกติกานี้เข้าในฉบับร่าง', en: 'a regulation is in force on that day: take the pack into a draft' })
    return firstOf(taken, first, { fundName, fromOn, vocabulary })
  }
}
