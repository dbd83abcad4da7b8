import { createHash } from 'node:crypto'
import type { GateRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'

/**
 * What a failed sign-in costs: after so many, each next one waits twice as long, up to a bound, so that nobody is ever locked out for
 * good. An account that is tried from many places answers strangers more slowly; its owner, at an address where she has signed in
 * before, waits only for her own mistakes, and with a passkey for nobody's.
 */
const BUDGETS = {
  pair: { free: 5, secondsMax: 15 * 60 },
  account: { free: 20, secondsMax: 60 },
  address: { free: 50, secondsMax: 60 },
}
type Budget = keyof typeof BUDGETS

const FORGOTTEN_MS = 24 * 3_600_000
const KNOWN_MS = 90 * 24 * 3_600_000

export interface Attempt {
  phone: string
  address: string
}

/** Counts an attempt before it is made, or refuses it while its time has not come: a refused one costs nothing. */
export async function takeAttempt(rows: GateRows, attempt: Attempt, now: Date) {
  const keys = keysOf(attempt)
  const kept = await rows.selectFrom('sign_in_failures').where('key', 'in', [...Object.values(keys), knownKey(attempt)]).orderBy('key').forUpdate().selectAll().execute()
  const found = (key: string) => kept.find((each) => each.key === key)

  const known = found(knownKey(attempt))
  const isKnown = known !== undefined && now.getTime() - known.last_at.getTime() < KNOWN_MS
  const counted = (Object.keys(BUDGETS) as Budget[]).filter((budget) => !(isKnown && budget === 'account')) // keys of a literal
  const seconds = Math.max(...counted.map((budget) => secondsLeft(budget, found(keys[budget]), now)))
  if (seconds > 0) throw new Problem('too-many-attempts', [{ at: 'seconds', text: { th: `ลองใหม่ได้ในอีก ${seconds} วินาที`, en: `try again in ${seconds} seconds` } }])

  await forget(rows, now)
  for (const key of counted.map((budget) => keys[budget]).toSorted()) await countFailure(rows, key, now)
}

/** Takes back what an attempt has cost that succeeded, and remembers where its owner signs in. */
export async function forgiveAttempt(rows: GateRows, attempt: Attempt, now: Date) {
  const { pair, account, address } = keysOf(attempt)
  await rows.deleteFrom('sign_in_failures').where('key', 'in', [pair, account]).execute()
  await rows.updateTable('sign_in_failures').set(({ eb }) => ({ failures: eb('failures', '-', 1) })).where('key', '=', address).where('failures', '>', 0).execute()
  await rows.insertInto('sign_in_failures').values({ key: knownKey(attempt), failures: 0, last_at: now })
    .onConflict((kept) => kept.column('key').doUpdateSet({ last_at: now })).execute()
}

interface Kept { failures: number; last_at: Date }

const failuresOf = (kept: Kept | undefined, now: Date) => (kept && now.getTime() - kept.last_at.getTime() < FORGOTTEN_MS ? kept.failures : 0)

function secondsLeft(budget: Budget, kept: Kept | undefined, now: Date): number {
  const { free, secondsMax } = BUDGETS[budget]
  const failures = failuresOf(kept, now)
  if (kept === undefined || failures < free) return 0
  const waits = Math.min(2 ** Math.min(failures - free, 20), secondsMax)
  return Math.ceil(waits - (now.getTime() - kept.last_at.getTime()) / 1000)
}

/** Counted by the database, since two may fail at once. */
async function countFailure(rows: GateRows, key: string, now: Date) {
  const forgottenAt = new Date(now.getTime() - FORGOTTEN_MS)
  await rows.insertInto('sign_in_failures').values({ key, failures: 1, last_at: now })
    .onConflict((kept) => kept.column('key').doUpdateSet((of) => ({
      failures: of.case().when('sign_in_failures.last_at', '<', forgottenAt).then(1).else(of('sign_in_failures.failures', '+', 1)).end(),
      last_at: now,
    })))
    .execute()
}

/** Clears away a few of what no longer counts, passing by what others are using. */
async function forget(rows: GateRows, now: Date) {
  const old = rows.selectFrom('sign_in_failures').where('last_at', '<', new Date(now.getTime() - KNOWN_MS)).select('key').limit(100).forUpdate().skipLocked()
  await rows.deleteFrom('sign_in_failures').where('key', 'in', old).execute()
}

const keysOf = ({ phone, address }: Attempt): Record<Budget, string> => ({
  pair: keyOf('pair', phone, address),
  account: keyOf('account', phone),
  address: keyOf('address', address),
})

const knownKey = ({ phone, address }: Attempt) => keyOf('known', phone, address)

/** Nobody's number or address is kept for having been mistyped. */
const keyOf = (...of: string[]) => createHash('sha256').update(of.join('\0')).digest('base64url')
