import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { addDays, addMonths, type Day } from '../../plugins/kit/day.ts'
import { todayInThailand } from '../../server/http/today.ts'

/** Of another fund than Kamala, whose administrators are counted elsewhere. */
export const register = '/f/thep-krasattri/members'
export const today = () => todayInThailand(new Date())

let numbered = Math.floor(Date.now() / 1000) % 1_000_000

/** A number that no member of the run has yet. */
export const nextNumber = () => `ท${String(numbered += 1)}`

/** Sends as whoever is signed in on the page, and gives the answer. */
export async function sent<T = { id: string; version: number }>(page: Page, method: 'POST' | 'PUT', path: string, data: object): Promise<T> {
  const answer = await page.request.fetch(`/api/funds/thep-krasattri${path}`, { method, data, headers: { origin: inject('origin'), 'idempotency-key': randomUUID() } })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}

/** Somebody who applied a week ago; the page is a clerk's. */
export async function newApplicant(page: Page, person: object = {}) {
  const number = nextNumber()
  const { id } = await sent(page, 'POST', '/members', { number, title: 'นาง', firstName: 'สมจิตร', lastName: 'แก้วมณี', appliedOn: addDays(today(), -7), ...person })
  return { id, number }
}

/** Somebody who joined so many months ago and pays 30 baht a month, or a baht a day; the page is a clerk's who is the administrator too. */
export async function newMember(page: Page, { months = 6, every = 'month', ...person }: { months?: number; every?: 'month' | 'day' } & Record<string, unknown> = {}) {
  const number = nextNumber()
  const joinedOn = addMonths(`${today().slice(0, 8)}01`, -months)
  const { id } = await sent(page, 'POST', '/carried-over-members', { number, title: 'นาง', firstName: 'สมจิตร', lastName: 'แก้วมณี', joinedOn, note: 'สมุดทะเบียนเล่ม 2', ...person })
  await sent(page, 'POST', `/members/${id}/plans`, { fromOn: joinedOn, every, amountSatang: every === 'day' ? 100 : 3000 })
  return { id, number, joinedOn }
}

/** A payment on a receipt of its own, in a book that is the member's number. */
export async function pay(page: Page, member: { id: string; number: string }, receipt: number, instalments: number, more: { receivedOn?: Day; payer?: string; entryFeeSatang?: number } = {}) {
  const totalSatang = instalments * 3000 + (more.entryFeeSatang ?? 0)
  return sent(page, 'POST', `/members/${member.id}/contributions`, { book: member.number, number: String(receipt), receivedOn: today(), instalments, totalSatang, ...more })
}
