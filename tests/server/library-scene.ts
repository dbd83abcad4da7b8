import { packHash } from '../../plugins/kit/regulation.ts'
import type { Scene } from '../confined.ts'
import { samplePlugin } from './sample-plugin.ts'

export const atBanMai = '/api/funds/ban-mai/library'

/** Ban Mai shares its hospital stays, and leaves what a night brings to each fund. */
export const sharing = { pack: 'sample', benefits: ['hospital'], open: ['nightRate'], version: '1.0.0', title: { th: 'นอนโรงพยาบาลแบบบ้านใหม่', en: 'Hospital stays as in Ban Mai' }, note: { th: 'ใช้มาหกปี' }, reach: 'province' }

/** What somebody has shared. */
export async function shared(sharing: Promise<Response>): Promise<{ pack: string; version: string }> {
  const answer = await sharing
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

/** A pack that a fund has taken in as a file, which nobody else sees. */
export async function newFileOf({ superuser }: Pick<Scene, 'superuser'>, fund: string) {
  const [model] = samplePlugin.packs ?? []
  if (!model) throw new Error('the sample plugin has a pack')
  const pack = { ...model, id: 'from-afar', title: { th: 'ขมิ้นเหลือง', en: 'Turmeric' } }
  await superuser`insert into pack_owners (pack_id, owner) values ('from-afar', 'signed by somebody far away')`
  await superuser`insert into shared_packs (network_id, issuer_id, id, pack_id, owner, version, position, hash, title, benefits, definition, reach, signer, shared_at, shared_by)
    select network_id, id, gen_random_uuid(), 'from-afar', 'signed by somebody far away', ${pack.version}, 1, ${packHash(pack)}, ${superuser.json(pack.title)}, '[]', ${superuser.json(JSON.parse(JSON.stringify(pack)))}, 'fund', 'somebody far away', now(), gen_random_uuid()
    from funds where slug = ${fund}`
}
