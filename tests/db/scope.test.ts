import type postgres from 'postgres'
import { expect, test } from 'vitest'
import { newDatabase } from '../database.ts'
import { twoFunds, unpublished } from './two-funds.ts'

test('a fund finds its own rows', async () => {
  const { doors, banMai } = await twoFunds()

  const found = await doors.inFund(banMai)((rows) => rows.selectFrom('regulations').select('number').execute())
  expect(found).toEqual([{ number: 1 }])
})

test('forgetting the fund is refused, even on an empty table', async () => {
  const { superuser } = await newDatabase()

  await expect(readAs(superuser, 'sajja_fund', 'regulations')).rejects.toThrow('app.fund_id')
})

test('forgetting the network is refused', async () => {
  const { superuser } = await newDatabase()

  await expect(readAs(superuser, 'sajja_network', 'notices')).rejects.toThrow('app.network_id')
})

test('the owner of the tables sees no more than one fund either', async () => {
  const { owner, banMai } = await twoFunds()

  await expect(owner`select * from regulations`).rejects.toThrow('app.fund_id')
  const seen = await owner.begin(async (sql) => {
    await sql.unsafe(`set local app.fund_id = '${banMai}'`)
    return sql`select distinct fund_id from regulations`
  })
  expect([...seen]).toEqual([{ fund_id: banMai }])
})

test('what a transaction named is forgotten after it: the next one of its connection is refused', async () => {
  const { superuser, banMai } = await twoFunds()
  const read = (opening: string) => superuser.begin(async (sql) => {
    await sql.unsafe(opening)
    const found = await sql`select pg_backend_pid() as connection from regulations`
    return found.map(({ connection }) => String(connection))
  })
  const [connection] = await read(`set local role sajja_fund; set local app.fund_id = '${banMai}'`)
  const [next] = await superuser`select pg_backend_pid() as connection`

  await expect(read('set local role sajja_fund')).rejects.toThrow('invalid input syntax for type uuid')
  expect(String(next?.['connection'])).toBe(connection)
})

test("another fund's row is not found", async () => {
  const { doors, banMai, nongBua } = await twoFunds()
  const [own] = await doors.inFund(nongBua)((rows) => rows.selectFrom('regulations').select('id').execute())

  const found = await doors.inFund(banMai)((rows) => rows.selectFrom('regulations').where('id', '=', own?.id ?? '').selectAll().execute())
  expect(own).toBeDefined()
  expect(found).toEqual([])
})

test("writing another fund's row is refused", async () => {
  const { superuser, banMai, nongBua } = await twoFunds()
  const publish = superuser.begin(async (sql) => {
    await sql.unsafe(`grant insert on regulations to sajja_fund; set local role sajja_fund; set local app.fund_id = '${banMai}'`)
    await sql`insert into regulations ${sql({ ...unpublished(2), fund_id: nongBua })}`
  })

  await expect(publish).rejects.toThrow('row-level security policy')
})

test('a fund cannot name itself another fund: the column is not its to write', async () => {
  const { doors, banMai, nongBua } = await twoFunds()
  const publish = doors.inFund(banMai)((rows) => rows.insertInto('regulations').values({ ...unpublished(2), fund_id: nongBua }).execute())

  await expect(publish).rejects.toThrow('permission denied')
})

test('what was published is neither changed nor removed', async () => {
  const { doors, banMai } = await twoFunds()

  await expect(doors.inFund(banMai)((rows) => rows.updateTable('regulations').set({ from_on: '2030-01-01' }).execute())).rejects.toThrow('permission denied')
  await expect(doors.inFund(banMai)((rows) => rows.deleteFrom('regulations').execute())).rejects.toThrow('permission denied')
  await expect(doors.inFund(banMai)((rows) => rows.deleteFrom('notices').execute())).rejects.toThrow('permission denied')
})

test('the fund of one transaction is forgotten in the next', async () => {
  const { doors, banMai, nongBua } = await twoFunds()
  const seen = await Promise.all(Array.from({ length: 60 }, (_, turn) => {
    const fund = turn % 2 ? banMai : nongBua
    return doors.inFund(fund)(async (rows) => {
      const found = await rows.selectFrom('regulations').select('fund_id').execute()
      return found.map((row) => row.fund_id === fund)
    })
  }))

  expect(seen).toEqual(Array.from({ length: 60 }, () => [true]))
})

test('the network sees what its funds hung out, and nothing else of theirs', async () => {
  const { superuser, doors, network, otherNetwork, banMai } = await twoFunds()
  const hungOut = await doors.inNetwork(network)((rows) => rows.selectFrom('notices').select('from_on').execute())
  const elsewhere = await doors.inNetwork(otherNetwork)((rows) => rows.selectFrom('notices').select('from_on').execute())

  expect(hungOut).toHaveLength(2)
  expect(elsewhere).toEqual([])
  await expect(readAs(superuser, 'sajja_network', 'regulations', banMai)).rejects.toThrow('permission denied')
  await expect(readAs(superuser, 'sajja_network', 'fund_settings', banMai)).rejects.toThrow('permission denied')
})

test("a fund hangs nothing out in another fund's name, and reads only its own", async () => {
  const { doors, banMai, nongBua, network } = await twoFunds()
  const hang = doors.inFund(banMai)((rows) => rows.insertInto('notices')
    .values({ network_id: network, issuer_id: nongBua, from_on: '2030-01-01', regulation_id: crypto.randomUUID(), benefits: [], hash: `sha256:${'0'.repeat(64)}`, definition: {} }).execute())
  await expect(hang).rejects.toThrow('permission denied')

  const own = await doors.inFund(banMai)((rows) => rows.selectFrom('notices').select('issuer_id').execute())
  expect(own).toEqual([{ issuer_id: banMai }])
})

test('at the gate and as operator nobody sees a table of a fund', async () => {
  const { superuser, banMai } = await twoFunds()

  for (const role of ['sajja_gate', 'sajja_operator']) {
    for (const table of ['regulations', 'fund_settings', 'notices']) {
      await expect(readAs(superuser, role, table, banMai)).rejects.toThrow('permission denied')
    }
  }
})

test('a scope is named by a uuid and nothing else', async () => {
  const { doors } = await newDatabase()
  const injected = "00000000-0000-4000-8000-000000000000'; drop table funds; --"

  expect(() => doors.inFund(injected)(async () => undefined)).toThrow('not a uuid')
})

/** What the doors' types already forbid, asked of the database itself; with a fund named, so that only the grants can refuse. */
function readAs(superuser: postgres.Sql, role: string, table: string, fund?: string) {
  return superuser.begin(async (sql) => {
    await sql.unsafe(`set local role ${role}`)
    if (fund !== undefined) await sql.unsafe(`set local app.fund_id = '${fund}'`)
    return sql.unsafe(`select * from ${table}`)
  })
}
