import type { Text } from '../../plugins/kit/text.ts'
import { newId } from '../db/id.ts'
import type { Doors, GateRows } from '../db/scope.ts'
import { FUND_ROLES, ROLES, type FundRole, type Role } from '../http/role.ts'
import { hashPassword } from './password.ts'

/** The password of everyone in a trial, told to whoever starts one. It opens nothing in earnest. */
export const TRIAL_PASSWORD = 'sajja trial 2569'

/** Numbers that nobody is ever given, by which those who serve in a trial are known. */
const TRIAL_NUMBERS = '000000'

export interface TrialPerson {
  name: string
  phone: string
  role: Text
  /** The fund they serve in; absent for the network and the host. */
  fund?: string
}

/** Who holds which office in a trial. */
export const TRIAL_NAMES: Record<Role, string> = {
  viewer: 'สุดา ใจดี',
  clerk: 'วันเพ็ญ บุญมา',
  approver: 'สมศักดิ์ ทองแท้',
  treasurer: 'อารี มั่นคง',
  'rule-keeper': 'ประยูร ศรีสุข',
  'fund-admin': 'มาลี แก้วใส',
  'network-officer': 'อรุณี จันทร์เพ็ญ',
  operator: 'กิตติ วัฒนา',
}

/** Invented people to try the program as: one for every role of these funds, of their networks and of the host. Made once. */
export async function makeTrialPeople(doors: Doors, slugs: readonly string[], now: Date): Promise<TrialPerson[]> {
  const passwordHash = await hashPassword(TRIAL_PASSWORD)
  return doors.atGate(async (rows) => {
    const made: TrialPerson[] = []
    const make = async (role: Role, number: string, fund?: string) => {
      const phone = `${TRIAL_NUMBERS}${number}`
      made.push({ name: TRIAL_NAMES[role], phone, role: ROLES[role], ...(fund !== undefined && { fund }) })
      return newPersonAt(rows, { name: TRIAL_NAMES[role], phone, passwordHash }, now)
    }

    const funds = await rows.selectFrom('funds').where('slug', 'in', slugs).select(['id', 'slug', 'network_id']).orderBy('slug').execute()
    for (const [at, { id, slug }] of funds.entries()) {
      for (const [number, role] of (Object.keys(FUND_ROLES) as FundRole[]).entries()) { // the keys of a literal
        const person = await make(role, `${String(at + 1).padStart(2, '0')}${number + 1}`, slug)
        if (person) await rows.insertInto('fund_roles').values({ fund_id: id, person_id: person, role, given_at: now }).execute()
      }
    }
    const officer = await make('network-officer', '901')
    const networks = [...new Set(funds.map((fund) => fund.network_id))]
    if (officer && networks.length > 0) await rows.insertInto('network_roles').values(networks.map((network) => ({ network_id: network, person_id: officer, role: 'network-officer', given_at: now }))).execute()
    const operator = await make('operator', '902')
    if (operator) await rows.insertInto('operators').values({ person_id: operator, given_at: now }).execute()
    return made
  })
}

/** The id of a new person, or undefined where the number is taken: an earlier start has made them. */
async function newPersonAt(rows: GateRows, { name, phone, passwordHash }: { name: string; phone: string; passwordHash: string }, now: Date): Promise<string | undefined> {
  const made = await rows.insertInto('people').values({ id: newId(now.getTime()), name, phone, password_hash: passwordHash, joined_at: now })
    .onConflict((taken) => taken.column('phone').doNothing()).returning('id').executeTakeFirst()
  return made?.id
}

/** Closes every way in of those who served in a trial, for a start in earnest on the same data. */
export async function closeTrial(doors: Doors) {
  await doors.atGate(async (rows) => {
    const people = rows.selectFrom('people').where('phone', 'like', `${TRIAL_NUMBERS}%`).select('id')
    await rows.deleteFrom('sessions').where('person_id', 'in', people).execute()
    await rows.deleteFrom('passkeys').where('person_id', 'in', people).execute()
    await rows.updateTable('people').set({ password_hash: null }).where('phone', 'like', `${TRIAL_NUMBERS}%`).execute()
  })
}

/** Whether there is an operator who can sign in. */
export async function hasOperator(doors: Doors): Promise<boolean> {
  const found = await doors.atGate((rows) => rows.selectFrom('operators').innerJoin('people', 'people.id', 'operators.person_id')
    .leftJoin('passkeys', 'passkeys.person_id', 'people.id')
    .where((is) => is.or([is('password_hash', 'is not', null), is('passkeys.id', 'is not', null)]))
    .select('people.id').limit(1).executeTakeFirst())
  return found !== undefined
}
