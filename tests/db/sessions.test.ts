import { sql } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ConnectionLost } from '../../server/db/sessions.ts'
import { twoFunds, unpublished } from './two-funds.ts'

test('a transaction whose connection breaks is undone, and the next one works', async () => {
  const { doors, superuser, banMai } = await twoFunds()
  const work = doors.inFund(banMai)(async (rows) => {
    await rows.insertInto('regulations').values(unpublished(2)).execute()
    await killSessionsOf(superuser, 'sajja fund')
    await rows.insertInto('regulations').values(unpublished(3)).execute()
  })

  await expect(work).rejects.toThrow(ConnectionLost)
  const kept = await doors.inFund(banMai)((rows) => rows.selectFrom('regulations').select('number').execute())
  expect(kept).toEqual([{ number: 1 }])
})

test('work that goes on after its connection broke never enters the transaction of another fund', async () => {
  const { doors, superuser, banMai, nongBua } = await twoFunds()
  const stolen = doors.inFund(banMai)(async (rows) => {
    await rows.selectFrom('regulations').select('id').execute()
    await killSessionsOf(superuser, 'sajja fund')
    await Promise.all(Array.from({ length: 15 }, () => doors.inFund(nongBua)((others) => others.selectFrom('regulations').select('id').execute())))
    return rows.insertInto('regulations').values(unpublished(9)).execute()
  })

  await expect(stolen).rejects.toThrow(ConnectionLost)
  for (const fund of [banMai, nongBua]) {
    expect(await doors.inFund(fund)((rows) => rows.selectFrom('regulations').select('number').execute())).toEqual([{ number: 1 }])
  }
})

test('a connection that broke while idle is made anew', async () => {
  const { doors, superuser } = await twoFunds()
  await doors.atGate((rows) => rows.selectFrom('funds').select('id').execute())
  await killSessionsOf(superuser, 'sajja gate')
  await pause(50) // it hears of that a moment after the server has said it

  expect(await doors.atGate((rows) => rows.selectFrom('funds').select('id').execute())).toHaveLength(2)
})

test('an error that the work swallowed still undoes it: nothing is acknowledged that was not kept', async () => {
  const { doors, banMai } = await twoFunds()
  const work = doors.inFund(banMai)(async (rows) => {
    await rows.insertInto('regulations').values(unpublished(2)).execute()
    await rows.insertInto('regulations').values(unpublished(2)).execute().catch(() => undefined)
  })

  await expect(work).rejects.toThrow()
  expect(await doors.inFund(banMai)((rows) => rows.selectFrom('regulations').select('number').execute())).toEqual([{ number: 1 }])
})

test('days stay days, whole numbers stay exact, JSON stays itself', async () => {
  const { doors, banMai } = await twoFunds()
  const definition = { 'ก': ['“', "'", '\\', 1.5, null], nested: [] }
  const found = await doors.inFund(banMai)(async (rows) => {
    await rows.insertInto('regulations').values({ ...unpublished(2), number: 9_007_199_254_740_991, from_on: '2028-02-29', definition }).execute()
    return rows.selectFrom('regulations').select(['number', 'from_on', 'definition']).where('from_on', '=', '2028-02-29').execute()
  })

  expect(found).toEqual([{ number: 9_007_199_254_740_991, from_on: '2028-02-29', definition }])
  await expect(doors.inFund(banMai)((rows) => sql`select 9007199254740993::bigint`.execute(rows))).rejects.toThrow('beyond a safe integer')
})

async function killSessionsOf(superuser: Awaited<ReturnType<typeof twoFunds>>['superuser'], applicationName: string) {
  const killed = await superuser`
    select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = ${applicationName} and datname = current_database()`
  expect(killed.length).toBeGreaterThan(0)
}

test('a query is planned once, with parameters or without', async () => {
  const { doors, banMai } = await twoFunds()
  const plans = await doors.inFund(banMai)(async (rows) => {
    for (let limit = 1; limit <= 8; limit++) {
      await rows.selectFrom('regulations').select('number').execute()
      await rows.selectFrom('regulations').select('number').orderBy('number').limit(limit).execute()
    }
    const { rows: found } = await sql<{ made_anew: number; used: number }>`
      select custom_plans::int as made_anew, generic_plans::int as used from pg_prepared_statements where statement like 'select "number" from%'`.execute(rows)
    return found
  })

  expect(plans).toEqual([{ made_anew: 0, used: 8 }, { made_anew: 0, used: 8 }])
})
