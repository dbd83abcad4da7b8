import type { Cases } from '../../plugins/kit/cases.ts'
import type { Pack } from '../../plugins/kit/pack.ts'
import { packHash } from '../../plugins/kit/regulation.ts'
import type { Filed } from '../../server/library/signed-file.ts'
import { banMaiDefinition, TODAY } from '../cast.ts'
import type { Scene } from '../confined.ts'
import { answered, fundTerms, meeting } from './drafting.ts'
import { samplePlugin } from './sample-plugin.ts'

export const atBanMai = '/api/funds/ban-mai/library'

/** Ban Mai shares its hospital stays, and leaves what a night brings to each fund. */
export const sharing = { pack: 'sample', benefits: ['hospital'], open: ['nightRate'], version: '1.0.0', title: { th: 'นอนโรงพยาบาลแบบบ้านใหม่', en: 'Hospital stays as in Ban Mai' }, note: { th: 'ใช้มาหกปี' }, reach: 'province' }

const storm: Pack = {
  format: 'sajja/pack@1', id: 'rawai', version: '1.0.0', title: { th: 'ภัยพิบัติแบบราไวย์', en: 'Disasters as in Rawai' },
  facts: { struckOn: { type: 'day', of: 'claim', from: 'asked', label: { th: 'วันที่เกิดภัย', en: 'day of the disaster' } } },
  terms: { grant: { type: 'money', label: { th: 'ค่าซ่อมบ้าน', en: 'for repairs' }, values: [{ from: '2020-01-01', value: 200_000, source: 'ข้อ 9' }] } },
  benefits: [{ id: 'storm', category: 'disaster', title: { th: 'ประสบภัย', en: 'Disaster' }, eventOn: 'struckOn', asks: ['struckOn'], amount: { fixed: 'grant' } }],
}
const cases: Cases = {
  format: 'sajja/cases@1', pack: 'rawai', persons: { daeng: { name: { th: 'ป้าแดง', en: 'Aunt Daeng' }, facts: { joinedOn: '2015-05-01' } } },
  cases: [{ name: { th: 'บ้านป้าแดงถูกลมพัด', en: 'A storm struck the house of Aunt Daeng' }, person: 'daeng', benefit: 'storm', facts: { struckOn: '2026-01-10' }, expect: { outcome: 'eligible', satang: 200_000 } }],
}
/** A pack of a fund on another host with its example person, on its way in a file. */
export const fromRawai: Extract<Filed, { kind: 'pack' }> = { kind: 'pack', content: storm, cases, origin: { kind: 'fund', slug: 'rawai', name: { th: 'กองทุนราไวย์', en: 'Rawai fund' }, host: 'https://faraway.example.org' }, signedAt: '2026-11-20T03:00:00.000Z' }

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

const nongBua = '/api/funds/nong-bua/drafts'

/** Nong Bua begins its first regulation from the mourning pack, and takes in what Ban Mai has shared. */
export async function adopting({ prasert }: Pick<Scene, 'prasert'>, more: object = {}) {
  const { id, version } = await answered(prasert.post(nongBua, { fromOn: TODAY, first: { model: 'samples/mourning', fundTerms } }))
  return { at: `${nongBua}/${id}`, adopt: async () => prasert.post(`${nongBua}/${id}/adoptions`, { pack: 'ban-mai', benefits: ['hospital'], values: { nightRate: 25_000 }, version, ...more }) }
}

/** The same put in force today, by somebody else of Nong Bua. */
export async function adopted(scene: Scene, more: object = {}) {
  const { at, adopt } = await adopting(scene, more)
  const { version } = await answered(adopt())
  await published(scene, at, version)
}

/** What a draft of Nong Bua's says goes before a meeting, and is put in force from a day on. */
export async function published({ prasert, arunee, superuser }: Scene, at: string, version: number, fromOn = TODAY) {
  await answered(prasert.post(`${at}/meeting`, { ...meeting, version }))
  await superuser`insert into fund_roles (fund_id, person_id, role, given_at) select id, ${arunee.id}, 'fund-admin', now() from funds where slug = 'nong-bua' on conflict do nothing`
  await answered(arunee.post(`${at}/publication`, { fromOn }))
  await superuser`delete from fund_roles where person_id = ${arunee.id}`
}

/** Ban Mai raises what a stay brings in a year, from today on, and shares that as the next version. */
export async function nextVersion({ apply, malee }: Scene, version = '1.1.0', yearMaxSatang = 150_000) {
  const [first] = banMaiDefinition.publications
  if (!first) throw new Error('Ban Mai has a regulation')
  const values = { yearMax: [{ from: TODAY, value: yearMaxSatang, source: '6/2569' }] }
  await apply({ ...banMaiDefinition, publications: [first, { ...first, fromOn: TODAY, regulation: { ...first.regulation, packs: [{ adopt: 'samples/sample', version: '1.0.0', values }] } }] })
  await answered(malee.post(atBanMai, { ...sharing, version }))
}
