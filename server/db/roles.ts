import postgres from 'postgres'
import { StartRefused } from '../start-refused.ts'
import { derivePassword } from './secret.ts'

/** The four doors to the rows. Each is a database role of its own. */
export const DOORS = ['gate', 'fund', 'network', 'operator'] as const
export type Door = (typeof DOORS)[number]

const roleOf = (door: Door) => `sajja_${door}`
const passwordOf = (door: Door, secret: string) => derivePassword(secret, roleOf(door))

/** The address of the owner's database for the role of a door. */
export function doorUrl(ownerUrl: string, door: Door, secret: string): string {
  const url = new URL(ownerUrl)
  url.username = roleOf(door)
  url.password = passwordOf(door, secret)
  return url.href
}

/** Makes the roles that are missing. Where the owner may not, the refusal prints what an administrator runs instead. */
export async function makeRoles(owner: postgres.Sql, secret: string) {
  const found = await owner<{ rolname: string }[]>`select rolname from pg_roles where rolname in ${owner(DOORS.map(roleOf))}`
  const missing = DOORS.filter((door) => !found.some((role) => role.rolname === roleOf(door)))
  if (missing.length === 0) return

  const statements = missing.map((door) => `create role ${roleOf(door)} login password '${passwordOf(door, secret)}';`)
  await owner.unsafe(statements.join('\n')).catch((cause: unknown) => {
    throw new StartRefused(
      `เจ้าของฐานข้อมูลสร้างบทบาทไม่ได้ ให้ผู้ดูแลฐานข้อมูลรันคำสั่งนี้ก่อน:\n${statements.join('\n')}`,
      `The owner of the database may not create roles. Let an administrator run this first:\n${statements.join('\n')}`,
      { cause },
    )
  })
}

/** Opens each door once: sets the password where SECRET has changed, and refuses a role that is more than a door. */
export async function checkRoles(ownerUrl: string, owner: postgres.Sql, secret: string) {
  await Promise.all(DOORS.map(async (door) => {
    const powers = await findPowers(ownerUrl, door, secret).catch(async (error: unknown) => {
      if (!(error instanceof postgres.PostgresError) || error.code !== '28P01') throw error
      await owner.unsafe(`alter role ${roleOf(door)} password '${passwordOf(door, secret)}'`)
      return findPowers(ownerUrl, door, secret)
    })
    if (powers.length === 0) return
    throw new StartRefused(
      `บทบาท ${roleOf(door)} ในฐานข้อมูลมีสิทธิ์มากเกินไป (${powers.join(', ')}) จึงไม่เปิดให้บริการ`,
      `The database role ${roleOf(door)} could get around the walls between funds (${powers.join(', ')}), so nothing is served.`,
    )
  }))
}

/** What would let a role see more than its door shows. */
async function findPowers(ownerUrl: string, door: Door, secret: string): Promise<string[]> {
  const role = postgres(doorUrl(ownerUrl, door, secret), { max: 1, fetch_types: false })
  try {
    const rows = await role<{ power: string }[]>`
      select power from pg_roles, unnest(
        array['superuser', 'bypassrls', 'createrole', 'createdb', 'replication'],
        array[rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication]) as has (power, held)
        where rolname = current_user and held
      union all select 'member of ' || roleid::regrole from pg_auth_members where member = to_regrole(current_user)
      union all select 'owner of ' || classid::regclass from pg_shdepend where refobjid = to_regrole(current_user) and deptype = 'o'`
    return rows.map((row) => row.power)
  } finally {
    await role.end()
  }
}
