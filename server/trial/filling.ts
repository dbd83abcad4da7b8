import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import type { Doors, FundRows, GateRows } from '../db/scope.ts'
import { newId } from '../db/id.ts'
import { findFundBySlug } from '../funds/queries.ts'
import type { FundRole } from '../http/role.ts'
import { todayInThailand } from '../http/today.ts'
import { keepCitizenIds } from '../members/citizen-id.ts'
import { TRIAL_NAMES } from '../people/trial.ts'
import { listPublications } from '../regulations/queries.ts'
import { claimRows } from './claim-rows.ts'
import { registerRows, type Officers, type RowsOf } from './register-rows.ts'
import { inventBooks } from './sample-books.ts'
import { SAMPLE_FUNDS, type SampleFund } from './sample-funds.ts'

/** By which all that is invented here is the same every time, on the same day. */
const SEED = 'phuket 2552'
const ROWS_A_QUERY = 400

/** Which sample funds have nobody on their register yet, in the order in which they are filled. */
export async function listUnfilled(doors: Doors, slugs: readonly string[]): Promise<string[]> {
  const unfilled = await Promise.all(slugs.map(async (slug) => {
    const fund = await doors.atGate((rows) => findFundBySlug(rows, slug))
    return fund !== undefined && !await doors.inFund(fund.id)(hasMembers)
  }))
  return slugs.filter((_, at) => unfilled[at])
}

async function hasMembers(rows: FundRows): Promise<boolean> {
  return (await rows.selectFrom('members').select('id').limit(1).executeTakeFirst()) !== undefined
}

interface Filling {
  doors: Doors
  vocabulary: Vocabulary
  /** The installation's secret, under which citizen IDs rest. */
  secret: string
  now: Date
}

/**
 * Fills a sample fund with invented people and books, in one transaction: killed on the way, nothing of it stays. A fund that has
 * somebody on its register is left as it is.
 */
export async function fillFund(slug: string, { doors, vocabulary, secret, now }: Filling) {
  const fund = sampleFund(slug)
  const found = await doors.atGate((rows) => findFundBySlug(rows, slug))
  if (!found) throw new Error(`there is no fund ${slug} to fill`)
  const officers = await doors.atGate((rows) => officersOf(rows, found.id, now))
  const inFund = doors.inFund(found.id)
  const publications = await inFund(listPublications)

  const books = await inventBooks(fund, { seed: SEED, publications, today: todayInThailand(now), vocabulary })
  const register = registerRows(books, { fundId: found.id, place: SAMPLE_FUNDS.indexOf(fund) + 1, officers, citizenIds: keepCitizenIds(secret) })
  const claims = claimRows(books, officers)
  await inFund(async (rows) => {
    if (await hasMembers(rows)) return
    await insertAll(rows, register)
    await insertAll(rows, claims)
  })
}

function sampleFund(slug: string): SampleFund {
  const fund = SAMPLE_FUNDS.find((each) => each.slug === slug)
  if (!fund) throw new Error(`${slug} is not a sample fund`)
  return fund
}

/** Who holds an office in the fund. Where nobody does, somebody is put there who has no way in. */
async function officersOf(rows: GateRows, fundId: string, now: Date): Promise<Officers> {
  const find = async (role: FundRole): Promise<string> => {
    const found = await rows.selectFrom('fund_roles').where('fund_id', '=', fundId).where('role', '=', role).orderBy('given_at').select('person_id').executeTakeFirst()
    if (found) return found.person_id
    const id = newId(now.getTime())
    await rows.insertInto('people').values({ id, name: TRIAL_NAMES[role], phone: null, password_hash: null, joined_at: now }).execute()
    await rows.insertInto('fund_roles').values({ fund_id: fundId, person_id: id, role, given_at: now }).execute()
    return id
  }
  return { admin: await find('fund-admin'), clerk: await find('clerk'), approver: await find('approver'), treasurer: await find('treasurer') }
}

/** Writes rows table by table, in the order in which they stand. */
async function insertAll(rows: FundRows, tables: ReturnType<typeof registerRows> | ReturnType<typeof claimRows>) {
  for (const [table, list] of Object.entries(tables)) {
    for (let from = 0; from < list.length; from += ROWS_A_QUERY) {
      await rows.insertInto(table as 'members').values(list.slice(from, from + ROWS_A_QUERY) as RowsOf<'members'>['members']).execute() // each list is of its own table's rows
    }
  }
}
