import { describe, expect, test } from 'vitest'
import { cast } from '../cast.ts'
import { answered } from './drafting.ts'
import { atBanMai, sharing } from './library-scene.ts'

describe('sharing', () => {
  test('it works: a fund shares what it has in force, and every committee of the province sees it', async () => {
    const { malee, prasert } = await cast()
    const shared = await answered(malee.post(atBanMai, sharing))

    expect(shared).toMatchObject({
      pack: 'ban-mai', version: '1.0.0', by: { kind: 'fund', slug: 'ban-mai' }, reach: 'province', note: { th: 'ใช้มาหกปี' }, users: 0, openTerms: ['nightRate'], can: ['withdraw'],
      definition: { id: 'ban-mai', basedOn: { pack: 'sample', version: '1.0.0' }, terms: { nightRate: { open: true, values: [] }, yearMax: { values: [{ value: 100_000 }] } } },
    })
    const { packs } = await answered(prasert.get('/api/funds/nong-bua/library'))
    expect(packs.map(({ pack, by }: { pack: string; by: { kind: string } }) => `${pack} ${by.kind}`).toSorted()).toEqual(['ban-mai fund', 'mourning plugin', 'sample plugin'])
    expect(packs.find(({ pack }: { pack: string }) => pack === 'sample')).toMatchObject({ version: '2.0.0', users: 1 })
  })
})
