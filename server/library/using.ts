import type { Day } from '../../plugins/kit/day.ts'
import { adoptedIn } from '../../plugins/kit/draft.ts'
import type { Pack } from '../../plugins/kit/pack.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import { packHash, type AdoptedPack, type Regulation } from '../../plugins/kit/regulation.ts'
import { modelOf } from '../../plugins/kit/structure.ts'
import { differencesOf, type Difference } from '../regulations/difference.ts'
import type { LibraryPack } from './library.ts'
import type { Using } from './queries.ts'
import type { ModelVersion } from './versions.ts'

/** Which version of a pack a fund's copy goes back to, and what the fund has made of it; nothing is told of that where the version is not seen here. */
export function tellUsing({ slug, name, inForce, published }: Using, packId: string, models: readonly ModelVersion[], today: Day, vocabulary: Vocabulary): LibraryPack['usedBy'][number] {
  const adopted = adoptedIn(inForce, packId)
  const { version } = modelOf(adopted, published)
  const base = models.find(({ pack }) => pack.version === version)?.pack
  const benefits = adopted.pack.benefits.map(({ id }) => id).filter((id) => !adopted.without?.includes(id))
  return { fund: { slug, name }, version, benefits, changed: base ? changesOf(inForce, adopted, base, today, vocabulary) : [] }
}

const remembered = new WeakMap<Regulation, { of: string; changed: Difference[] }>()

/** What hangs out does not change, and telling it takes ten milliseconds a fund: it is told once a day. */
function changesOf(inForce: Regulation, adopted: AdoptedPack, base: Pack, today: Day, vocabulary: Vocabulary): Difference[] {
  const hash = packHash(base)
  const of = `${base.id} ${hash} ${today}`
  const known = remembered.get(inForce)
  if (known?.of === of) return known.changed

  const holding = (each: AdoptedPack): Regulation => ({ ...inForce, packs: [each] })
  const changed = differencesOf(holding({ pack: base, hash, without: [...adopted.without ?? []] }), holding(adopted), today, vocabulary)
  remembered.set(inForce, { of, changed })
  return changed
}
