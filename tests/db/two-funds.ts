import { randomUUID } from 'node:crypto'
import { newDatabase } from '../database.ts'

/** Ban Mai and Nong Bua, funds of one network, each with a regulation in force and its notice; another network has none. */
export async function twoFunds() {
  const database = await newDatabase()
  const [network, otherNetwork, banMai, nongBua] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const { doors } = database

  await doors.asOperator(async (rows) => {
    await rows.insertInto('networks').values([
      { id: network, slug: 'sample', name_th: 'เครือข่ายตัวอย่าง', name_en: 'Sample network', province_code: '10' },
      { id: otherNetwork, slug: 'other', name_th: 'เครือข่ายอื่น', name_en: 'Another network', province_code: '11' },
    ]).execute()
    await rows.insertInto('funds').values([
      { id: banMai, network_id: network, slug: 'ban-mai', profiles: [{}] },
      { id: nongBua, network_id: network, slug: 'nong-bua', profiles: [{}] },
    ]).execute()
  })
  for (const fund of [banMai, nongBua]) {
    await doors.inFund(fund)(async (rows) => {
      const published = unpublished(1)
      await rows.insertInto('regulations').values(published).execute()
      await rows.insertInto('notices').values({ network_id: network, from_on: published.from_on, regulation_id: published.id, benefits: [], hash: published.hash, definition: {} }).execute()
    })
  }
  return { ...database, network, otherNetwork, banMai, nongBua }
}

/** A regulation's row, for tests that look at rows and not at rules. */
export function unpublished(number: number) {
  return {
    id: randomUUID(),
    number,
    hash: `sha256:${'0'.repeat(64)}`,
    from_on: `202${number}-01-01`,
    resolution: {},
    definition: {},
    published_at: new Date('2026-11-23T03:00:00Z'),
  }
}
