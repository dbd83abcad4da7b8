import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import postgres from 'postgres'
import { inject, onTestFinished } from 'vitest'
import { visitEmbedded } from '../../server/db/embedded.ts'
import { openDoors } from '../../server/db/scope.ts'
import { keptSecret } from '../../server/db/secret.ts'
import type { FundRole } from '../../server/http/role.ts'
import { startSession } from '../../server/http/session.ts'
import { reader, type Reader } from './browser.ts'

/** A page as somebody of a fund's committee sees it: a person of these roles is made for the test and signed in, and serves no longer than it. */
export async function signedIn(as: Reader, slug: string, roles: FundRole[]): Promise<Page> {
  return pageOf(as, await committeeMember(slug, roles))
}

/** Asks the API as somebody of a fund's committee, who needs no browser for it. */
export async function office(slug: string, roles: FundRole[]) {
  const token = await committeeMember(slug, roles)
  return async (method: string, path: string, data?: object) => {
    const answer = await fetch(`${inject('origin')}/api/funds/${slug}/${path}`, {
      method, headers: { cookie: `sajja=${token}`, origin: inject('origin'), 'idempotency-key': randomUUID(), ...(data && { 'content-type': 'application/json' }) }, ...(data && { body: JSON.stringify(data) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
}

const committeeMember = (slug: string, roles: FundRole[]) => newcomer('มาลี ศรีสุข', 240, async (owner, personId) => {
  for (const role of roles) await owner`insert into fund_roles (fund_id, person_id, role, given_at) select id, ${personId}, ${role}, now() from funds where slug = ${slug}`
})

/** A page as an officer of a network sees it. */
export async function signedInAsOfficer(as: Reader, slug: string): Promise<Page> {
  return pageOf(as, await newcomer('อรุณี จันทร์เพ็ญ', 30, (owner, personId) => owner`insert into network_roles (network_id, person_id, role, given_at) select id, ${personId}, 'network-officer', now() from networks where slug = ${slug}`))
}

/** A page as an operator of the host sees it. */
export async function signedInAsOperator(as: Reader): Promise<Page> {
  return pageOf(as, await newcomer('กิตติ วัฒนา', 30, (owner, personId) => owner`insert into operators (person_id, given_at) values (${personId}, now())`))
}

/** A fund that has published nothing, in a network of the tests' own: the province's lists hold what the province has. */
export async function newFund(slug: string, network = 'tests'): Promise<void> {
  const own = { name: { th: 'กองทุนสวัสดิการชุมชนทดลอง', en: 'Trial Community Welfare Fund' }, localGovernment: { th: 'องค์การบริหารส่วนตำบลทดลอง', en: 'Trial Subdistrict Administrative Organization' } }
  const { owner } = await stage()
  await owner`insert into networks (id, slug, name_th, name_en, province_code) values (${randomUUID()}, 'tests', 'เครือข่ายทดลอง', 'Trial network', '99') on conflict do nothing`
  await owner`insert into funds (id, network_id, slug, profiles) select ${randomUUID()}, networks.id, ${slug}, jsonb_build_array((profiles -> 0) || ${owner.json(own)}) from funds, networks where funds.slug = 'kamala' and networks.slug = ${network}`
}

/** Somebody who has just signed in, and the token of it. */
async function newcomer(name: string, idleMinutes: number, giveOffice: (owner: postgres.Sql, personId: string) => PromiseLike<unknown>): Promise<string> {
  const { owner, doors } = await stage()
  const personId = randomUUID()
  onTestFinished(async () => { await owner`delete from fund_roles where person_id = ${personId}` })
  await owner`insert into people ${owner({ id: personId, name, joined_at: new Date() })}`
  await giveOffice(owner, personId)
  return doors.atGate((rows) => startSession(rows, { personId, device: 'a browser', idleMinutes }, new Date()))
}

async function pageOf(as: Reader, token: string): Promise<Page> {
  const page = await reader(as)
  await page.context().addCookies([{ name: 'sajja', value: token, url: inject('origin') }])
  return page
}

let opened: ReturnType<typeof openStage> | undefined

/** The stage's own database, behind the product's back: opened once for all the files of a run, and left when their worker ends. */
const stage = () => opened ??= openStage()

async function openStage() {
  const folder = resolve('.tmp', `stage-${new URL(inject('origin')).port}`)
  const { ownerUrl } = await visitEmbedded(folder)
  return { owner: postgres(ownerUrl, { max: 1, fetch_types: false, onnotice: () => undefined }), doors: openDoors(ownerUrl, keptSecret(folder)) }
}

let numbered = Math.floor(Date.now() / 1000) % 1_000_000

/** A member of a fund who joined on a day, pays by the month, and has paid up to today: entered as the fund's administrator enters them. */
export async function memberOf(slug: string, { joinedOn, bornOn = '1960-05-01' }: { joinedOn: string; bornOn?: string }) {
  const desk = await office(slug, ['fund-admin', 'clerk', 'treasurer'])
  const number = String(numbered += 1)
  const lastName = `แก้วมณี${number}`
  const { id }: { id: string } = await desk('POST', 'carried-over-members', { number, title: 'นาง', firstName: 'สมจิตร', lastName, sex: 'female', bornOn, joinedOn, note: 'สมุดทะเบียน', beneficiaries: [{ name: 'นายสมพร แก้วมณี', relation: 'บุตร' }] })
  await desk('POST', `members/${id}/plans`, { fromOn: joinedOn, every: 'month', amountSatang: 3000 })
  await desk('POST', `members/${id}/contributions`, { book: number, number: '1', receivedOn: joinedOn, instalments: 60, totalSatang: 180_000 })
  return { id, number, lastName }
}
