import { randomUUID } from 'node:crypto'
import { hostKeyOf, signFile } from '../../server/library/signed-file.ts'
import type { Sample, Scene } from '../confined.ts'
import { answered, supersede } from './drafting.ts'
import { fromRawai, newFileOf, sharing } from './library-scene.ts'
import { agreedArea, newArea, newQuestion, newVisit } from './learning-scene.ts'
import { publishYear, seenOf, twelveMembers } from './telling-year.ts'

const fund = '/api/funds/ban-mai'
const CANARY = 'ขมิ้นเหลือง'
const resolution = { number: '3/2569', heldOn: '2026-11-08' }
const key = () => ({ 'idempotency-key': randomUUID() })

/** One request that works for each route of a fund, by the route it is for. */
export const samples: Record<string, (scene: Scene) => Promise<Sample>> = {
  'GET /api/funds/{fund}/centres': async (scene) => { await newCentre(scene); return { canary: CANARY } },
  'POST /api/funds/{fund}/centres': async () => ({ body: { name: `${CANARY} หมู่ 4` }, canary: 'หมู่ 4', ...atBanMai('/centres') }),
  'PUT /api/funds/{fund}/centres/{centre}': async (scene) => ({ ids: [await newCentre(scene)], body: { name: `${CANARY} ใหม่` }, canary: `${CANARY} ใหม่` }),

  'GET /api/funds/{fund}/members': async (scene) => { await newMember(scene); return { canary: CANARY } },
  'POST /api/funds/{fund}/members': async () => ({ body: { ...person, appliedOn: '2026-11-02' }, canary: CANARY, ...atBanMai('/members?q=0777') }),
  'POST /api/funds/{fund}/carried-over-members': async () => ({ body: { ...person, joinedOn: '2020-01-15', note: 'สมุดทะเบียน' }, canary: CANARY, ...atBanMai('/members?q=0777') }),
  'GET /api/funds/{fund}/members/{member}': async (scene) => ({ ids: [await newMember(scene)], canary: CANARY }),
  'PUT /api/funds/{fund}/members/{member}': async (scene) => ({ ids: [await newMember(scene)], body: { ...person, citizenId: undefined, version: 1 }, canary: CANARY }),
  'POST /api/funds/{fund}/members/{member}/acceptance': async (scene) => ({ ids: [await newMember(scene)], body: { resolution }, canary: CANARY }),
  'POST /api/funds/{fund}/members/{member}/refusal': async (scene) => ({ ids: [await newMember(scene)], body: { resolution, note: 'อยู่นอกเขต' }, canary: CANARY }),
  'POST /api/funds/{fund}/members/{member}/departure': async (scene) => ({ ids: [await joined(scene)], body: { kind: 'resigned', happenedOn: '2026-11-20' }, canary: CANARY }),
  'POST /api/funds/{fund}/members/{member}/statuses/{position}/withdrawal': async (scene) => {
    const member = await newMember(scene)
    await made(scene.malee.post(`${fund}/members/${member}/acceptance`, { resolution }))
    return { ids: [member, '2'], body: { reason: 'กดผิดคน' }, canary: CANARY }
  },
  'POST /api/funds/{fund}/members/{member}/citizen-id-viewings': async (scene) => ({ ids: [await newMember(scene)], body: { reason: 'ทำบัญชีส่งอำเภอ' }, canary: person.citizenId }),
  'GET /api/funds/{fund}/members/{member}/events': async (scene) => ({ ids: [await newMember(scene)], canary: 'added' }),

  'GET /api/funds/{fund}/members/{member}/contributions': async (scene) => { const { member } = await paid(scene); return { ids: [member], canary: CANARY } },
  'POST /api/funds/{fund}/members/{member}/contributions': async (scene) => ({ ids: [await joined(scene)], body: payment, headers: key, canary: CANARY }),
  'GET /api/funds/{fund}/members/{member}/allotment': async (scene) => ({ ids: [await joined(scene)], canary: '2026-02-15' }),
  'GET /api/funds/{fund}/arrears': async (scene) => { await joined(scene); return { canary: CANARY } },
  'GET /api/funds/{fund}/collection': async (scene) => { await paid(scene); return { canary: '"members":1,"paidUp":0,"receipts":1,"receivedSatang":3000' } },
  'GET /api/funds/{fund}/receipts/{receipt}': async (scene) => { const { receipt } = await paid(scene); return { ids: [receipt], canary: CANARY } },
  'POST /api/funds/{fund}/receipts/{receipt}/void': async (scene) => { const { receipt } = await paid(scene); return { ids: [receipt], body: { reason: `${CANARY} เขียนผิด` }, headers: key, canary: CANARY } },
  'GET /api/funds/{fund}/members/{member}/passbook': async (scene) => { const { member } = await paid(scene); return { ids: [member], canary: '2026-01-15' } },
  'POST /api/funds/{fund}/members/{member}/plans': async (scene) => ({ ids: [await joined(scene)], body: { fromOn: '2026-12-01', every: 'month', amountSatang: 7700 }, headers: key, canary: '7700' }),

  'GET /api/funds/{fund}/claims': async (scene) => { await newClaim(scene); return { canary: CANARY } },
  'POST /api/funds/{fund}/claims': async (scene) => ({ ids: [], body: await request(scene), headers: key, canary: CANARY }),
  'GET /api/funds/{fund}/claims/{claim}': async (scene) => ({ ids: [await newClaim(scene)], canary: CANARY }),
  'GET /api/funds/{fund}/claims/{claim}/events': async (scene) => ({ ids: [await newClaim(scene)], canary: 'submitted' }),
  'POST /api/funds/{fund}/claims/{claim}/certifications': async (scene) => ({ ids: [await newClaim(scene)], body: { name: 'กำนันสมหมาย' }, canary: 'กำนันสมหมาย' }),
  'POST /api/funds/{fund}/claims/{claim}/decision': async (scene) => ({ ids: [await newClaim(scene)], body: decision, canary: CANARY }),
  'POST /api/funds/{fund}/claims/{claim}/payment': async (scene) => ({ ids: [await approved(scene)], body: { voucherNumber: '12', payee: CANARY, paidOn: '2026-11-23' }, headers: key, canary: '"voucherNumber":"12"' }),
  'POST /api/funds/{fund}/claims/{claim}/reversal': async (scene) => ({ ids: [await approved(scene)], body: { reason: `${CANARY} เอกสารปลอม` }, canary: `${CANARY} เอกสารปลอม` }),

  'GET /api/funds/{fund}/members/{member}/record': async (scene) => ({ ids: [await joined(scene)], query: '?on=2026-11-20&claimedOn=2026-11-23', canary: '2026-01-15' }),
  'GET /api/funds/{fund}/members/{member}/entitlements': async (scene) => { await newClaim(scene); return { ids: [await memberIn(scene)], canary: 'hospital-year' } },

  'GET /api/funds/{fund}/drafts': async (scene) => ({ canary: (await newDraft(scene)).id }),
  'POST /api/funds/{fund}/drafts': async () => ({ body: { fromOn: '2026-12-01', first: { model: 'samples/sample', fundTerms } }, canary: '"current":', ...atBanMai('/drafts') }),
  'GET /api/funds/{fund}/drafts/{draft}': async (scene) => ({ ids: [(await newDraft(scene)).id], canary: 'nightRate' }),
  'GET /api/funds/{fund}/drafts/{draft}/paper': async (scene) => ({ ids: [(await newDraft(scene)).id], query: '?form=regulation&language=en', canary: 'Ban Mai regulation' }),
  'PUT /api/funds/{fund}/drafts/{draft}/values/{term}': async (scene) => ({ ids: [(await newDraft(scene)).id, 'yearMax'], body: { pack: 'sample', value: 77_700, version: 2 }, canary: '77700' }),
  'DELETE /api/funds/{fund}/drafts/{draft}/values/{term}': async (scene) => ({ ids: [(await newDraft(scene)).id, 'nightRate'], query: '?pack=sample&version=2', canary: '"changed":[]' }),
  'PUT /api/funds/{fund}/drafts/{draft}/regulation': async (scene) => {
    const { id, regulation, version } = await newDraft(scene)
    return { ids: [id], body: { regulation: { ...regulation, title: { th: CANARY, en: 'Turmeric' } }, version }, canary: CANARY }
  },
  'POST /api/funds/{fund}/drafts/{draft}/files': async (scene) => {
    const file = await (await scene.get(`${fund}/regulations/1/file`)).text()
    return { ids: [(await newDraft(scene)).id], body: { file, version: 2 }, canary: '"changed":[]' }
  },
  'POST /api/funds/{fund}/drafts/{draft}/undoing': async (scene) => ({ ids: [(await newDraft(scene)).id], body: { version: 2 }, canary: '"act":"undone"' }),
  'DELETE /api/funds/{fund}/drafts/{draft}/undoing': async (scene) => {
    const { id } = await newDraft(scene)
    await made(scene.malee.post(`${fund}/drafts/${id}/undoing`, { version: 2 }))
    return { ids: [id], query: '?version=3', canary: '"act":"redone"' }
  },
  'PUT /api/funds/{fund}/drafts/{draft}/base': async (scene) => {
    const { id } = await newDraft(scene)
    await supersede(scene)
    return { ids: [id], body: { version: 2 }, canary: '"act":"rebased"' }
  },
  'GET /api/funds/{fund}/drafts/{draft}/differences/{number}': async (scene) => ({ ids: [(await newDraft(scene)).id, '1'], canary: 'ได้คืนละ 250 บาท' }),
  'POST /api/funds/{fund}/drafts/{draft}/guests': async (scene) => ({ ids: [(await newDraft(scene)).id], canary: '"guestsSince":' }),
  'DELETE /api/funds/{fund}/drafts/{draft}/guests': async (scene) => {
    const { id } = await newDraft(scene)
    await made(scene.malee.post(`${fund}/drafts/${id}/guests`))
    return { ids: [id], canary: 'nightRate' }
  },
  'GET /api/funds/{fund}/ranges': async () => ({ canary: '"ranges":[]' }),
  'POST /api/funds/{fund}/regulations/{number}/recall': async (scene) => {
    await made(scene.malee.post(`${fund}/drafts/${await metDraft(scene)}/publication`, { fromOn: '2026-12-01' }))
    return { ids: ['2'], body: { reason: CANARY }, canary: CANARY }
  },
  'PUT /api/funds/{fund}/drafts/{draft}/day': async (scene) => ({ ids: [(await newDraft(scene)).id], body: { fromOn: '2027-07-07', version: 2 }, canary: '2027-07-07' }),
  'GET /api/funds/{fund}/drafts/{draft}/upgrades': async (scene) => ({ ids: [(await newDraft(scene)).id], canary: 'terms.nightRate.own' }),
  'GET /api/funds/{fund}/upgrades': async () => ({ canary: '"to":"2.0.0"' }),
  'POST /api/funds/{fund}/drafts/{draft}/upgrades/trials': async (scene) => { await newClaim(scene); await newNeighbour(scene); return { ids: [(await newDraft(scene)).id], body: { pack: 'sample', to: '2.0.0', conflict: 'terms.nightRate.own', choices: {} }, canary: CANARY } },
  'POST /api/funds/{fund}/drafts/{draft}/upgrades': async (scene) => ({ ids: [(await newDraft(scene)).id], body: { pack: 'sample', to: '2.0.0', choices: { 'terms.nightRate.own': 'mine' }, version: 2 }, canary: '"version":"2.0.0"' }),
  'POST /api/funds/{fund}/drafts/{draft}/adoptions': async (scene) => ({ ids: [(await newDraft(scene)).id], body: { pack: 'mourning', benefits: ['death'], version: 2 }, canary: 'deathGrant' }),
  'POST /api/funds/{fund}/drafts/{draft}/meeting': async (scene) => ({ ids: [(await newDraft(scene)).id], body: { resolution, version: 2 }, canary: 'at-meeting' }),
  'DELETE /api/funds/{fund}/drafts/{draft}/meeting': async (scene) => ({ ids: [await metDraft(scene)], canary: 'taken-back' }),
  'POST /api/funds/{fund}/drafts/{draft}/publication': async (scene) => ({ ids: [await metDraft(scene)], body: { fromOn: '2026-12-01' }, canary: '"state":"published"' }),
  'GET /api/funds/{fund}/drafts/{draft}/events': async (scene) => ({ ids: [(await newDraft(scene)).id], canary: 'sample.nightRate' }),
  'POST /api/funds/{fund}/drafts/{draft}/withdrawal': async (scene) => ({ ids: [(await newDraft(scene)).id], canary: 'withdrawn' }),
  'GET /api/funds/{fund}/drafts/{draft}/effect': async (scene) => { await newClaim(scene); return { ids: [(await newDraft(scene)).id], canary: CANARY } },
  'POST /api/funds/{fund}/drafts/{draft}/trials': async (scene) => { await newClaim(scene); return { ids: [(await newDraft(scene)).id], body: { pack: 'sample', term: 'yearMax', value: 77_700 }, canary: CANARY } },

  'GET /api/funds/{fund}/drafts/{draft}/neighbours': async (scene) => { await newNeighbour(scene); return { ids: [(await newDraft(scene)).id], canary: CANARY } },
  'GET /api/funds/{fund}/drafts/{draft}/gaps': async (scene) => ({ ids: [(await newDraft(scene)).id], canary: '“per night” went from 250 baht to 251 baht' }),
  'GET /api/funds/{fund}/neighbours': async (scene) => { await newNeighbour(scene); return { canary: CANARY } },
  'GET /api/funds/{fund}/neighbours/gaps': async () => ({ ids: [], canary: '“per night” went from 200 baht to 201 baht' }),
  'POST /api/funds/{fund}/neighbours': async () => ({ body: { neighbour }, canary: CANARY, ...atBanMai('/neighbours') }),
  'PUT /api/funds/{fund}/neighbours/{neighbour}': async (scene) => ({ ids: [await newNeighbour(scene)], body: { version: 1, neighbour: { ...neighbour, expect: { outcome: 'eligible', satang: 77_700 } } }, canary: '77700' }),
  'DELETE /api/funds/{fund}/neighbours/{neighbour}': async (scene) => ({ ids: [await newNeighbour(scene)], canary: '{"neighbours":[]', seen: `${fund}/neighbours` }),
  'POST /api/funds/{fund}/claims/{claim}/neighbour': async (scene) => ({ ids: [await newClaim(scene)], canary: 'จากคำขอที่ผ่านมา', seen: `${fund}/neighbours` }),

  'GET /api/funds/{fund}/settings': async (scene) => { await scene.malee.put(`${fund}/settings`, settings); return { canary: CANARY } },
  'PUT /api/funds/{fund}/settings': async () => ({ body: settings, canary: CANARY, ...atBanMai('/settings') }),
  'GET /api/funds/{fund}/figures': async (scene) => { await twelveMembers(scene); return { canary: '"members":12' } },
  'POST /api/funds/{fund}/figures/{fromOn}/publication': async (scene) => { await twelveMembers(scene); return { ids: ['2025-01-01'], body: { seen: await seenOf(scene, '2025-01-01') }, canary: '"isPublished":true' } },
  'DELETE /api/funds/{fund}/figures/{fromOn}/publication': async (scene) => {
    await twelveMembers(scene)
    await publishYear(scene, '2025-01-01')
    return { ids: ['2025-01-01'], canary: '"act":"withdrawn"' }
  },
  'POST /api/funds/{fund}/learning/areas/{area}/agreement': async (scene) => ({ ids: [await newArea(scene, 'ban-mai')], canary: '"agreedAt"', ...atTheNetwork }),
  'DELETE /api/funds/{fund}/learning/areas/{area}/agreement': async (scene) => ({ ids: [await agreedArea(scene, 'ban-mai')], canary: '"areas":[]', ...atTheNetwork }),
  'PUT /api/funds/{fund}/learning/gatherings/{gathering}': async (scene) => ({ ids: [await newVisit(scene)], body: { takenHome: CANARY, regulationNumber: 1 }, canary: CANARY, ...atTheNetwork }),
  'POST /api/funds/{fund}/learning/questions': async (scene) => { await agreedArea(scene, 'nong-bua'); return { ids: [], body: { about: { fund: 'nong-bua' }, text: CANARY }, canary: CANARY, ...atTheNetwork } },
  'POST /api/funds/{fund}/learning/questions/{question}/answers': async (scene) => ({ ids: [await newQuestion(scene)], body: { text: CANARY }, canary: CANARY, ...atTheNetwork }),
  'GET /api/funds/{fund}/library': async (scene) => { await newFileOf(scene, 'ban-mai'); return { canary: CANARY } },
  'GET /api/funds/{fund}/library/{pack}': async (scene) => { await newFileOf(scene, 'ban-mai'); return { ids: ['from-afar'], canary: CANARY } },
  'POST /api/funds/{fund}/library/{pack}/drafts': async (scene) => { await newFileOf(scene, 'ban-mai'); return { ids: ['from-afar'], body: { version: '1.0.0', benefits: ['hospital'], fromOn: '2016-01-01', first: { fundTerms } }, canary: CANARY } },
  'POST /api/funds/{fund}/library': async () => ({ ids: [], body: { ...sharing, title: { th: CANARY, en: 'Turmeric' } }, canary: `"slug":"ban-mai"`, seen: `${fund}/library/ban-mai` }),
  'POST /api/funds/{fund}/library/files': async () => ({ body: { file: signFile(fromRawai, hostKeyOf('another host')) }, canary: '"pack":"rawai"', ...atBanMai('/library') }),
  'GET /api/funds/{fund}/library/{pack}/versions/{version}/file': async (scene) => {
    await made(scene.malee.post(`${fund}/library`, sharing))
    await scene.superuser`update shared_packs set reach = 'fund'`
    return { ids: ['ban-mai', '1.0.0'], canary: '"key":' }
  },
  'POST /api/funds/{fund}/library/{pack}/withdrawals': async (scene) => {
    const { pack } = await answered(scene.malee.post(`${fund}/library`, sharing))
    return { ids: [pack], body: { version: '1.0.0', reason: CANARY }, canary: CANARY }
  },
  'GET /api/funds/{fund}/people': async ({ malee }) => ({ canary: malee.name }),
  'PUT /api/funds/{fund}/people/{person}/roles/{role}': async ({ colleague }) => ({ ids: [(await colleague('clerk')).id, 'approver'], canary: '"clerk","approver"' }),
  'DELETE /api/funds/{fund}/people/{person}/roles/{role}': async ({ colleague, malee }) => ({ ids: [(await colleague('clerk', 'viewer')).id, 'viewer'], canary: malee.name }),
  'GET /api/funds/{fund}/invitations': async (scene) => { await newInvitation(scene); return { canary: CANARY } },
  'POST /api/funds/{fund}/invitations': async () => ({ body: { name: CANARY, role: 'clerk' }, canary: CANARY, ...atBanMai('/invitations') }),
  'DELETE /api/funds/{fund}/invitations/{invitation}': async (scene) => ({ ids: [await newInvitation(scene)], canary: '{"invitations":[]}', seen: `${fund}/invitations` }),
}

/** An act that Nong Bua may do for itself too, so its own answer says the same words: what tells them apart is what Ban Mai then shows. */
const atBanMai = (path: string) => ({ seen: `${fund}${path}` })

/** An act whose answer is that it is kept: what it led to stands in the network's room. */
const atTheNetwork = { seen: '/api/networks/sample/learning' }

const person = { number: '0777', title: 'นาง', firstName: CANARY, lastName: 'แก้วมณี', citizenId: '0100000000018' }
const payment = { book: CANARY, number: '1', receivedOn: '2026-11-23', instalments: 1, totalSatang: 3000 }

async function made<T extends { id: string }>(answering: Promise<Response>): Promise<T> {
  const answer = await answering
  if (!answer.ok) throw new Error(`the sample could not be made: ${await answer.text()}`)
  return answer.json()
}

const newCentre = async ({ malee }: Scene) => (await made(malee.post(`${fund}/centres`, { name: CANARY }))).id
const newMember = async ({ malee }: Scene) => (await made(malee.post(`${fund}/members`, { ...person, appliedOn: '2026-11-02' }))).id
const newInvitation = async ({ malee }: Scene) => (await made(malee.post(`${fund}/invitations`, { name: CANARY, role: 'clerk' }))).id

async function joined({ malee }: Scene): Promise<string> {
  const { id } = await made(malee.post(`${fund}/carried-over-members`, { ...person, joinedOn: '2026-01-15', note: 'สมุดทะเบียน' }))
  await made(malee.post(`${fund}/members/${id}/plans`, { fromOn: '2026-01-15', every: 'month', amountSatang: 3000 }, key()))
  return id
}

const seen = { outcome: 'eligible', lowSatang: 60_000, highSatang: 60_000 }
const decision = { outcome: 'approved', amountSatang: 60_000, resolution: { number: '11/2569', heldOn: '2026-11-23' }, seen }

const request = async (scene: Scene) => ({ memberId: await joined(scene), benefitId: 'hospital', answers: { dischargedOn: '2026-11-20', nights: 3 } })

/** Entered by a clerk, for Malee to decide. */
async function newClaim(scene: Scene): Promise<string> {
  const clerk = await scene.colleague('clerk')
  return (await made(clerk.post(`${fund}/claims`, await request(scene), key()))).id
}

const settings = { contact: { th: CANARY, en: 'Turmeric' }, certifiersNeeded: 0 }

const fundTerms = { year: 'calendar', memberFrom: 'joined', clock: 'calendar', arrearsCured: 'never' }

/** Begun and changed by another keeper of the rules, for Malee to go on with. */
async function newDraft(scene: Scene): Promise<{ id: string; regulation: object; version: number }> {
  const keeper = await scene.colleague('rule-keeper')
  const { id } = await made(keeper.post(`${fund}/drafts`, { fromOn: '2026-12-01' }))
  return made(keeper.put(`${fund}/drafts/${id}/values/nightRate`, { pack: 'sample', value: 25_000, version: 1 }))
}

async function metDraft(scene: Scene): Promise<string> {
  const { id } = await newDraft(scene)
  return (await made(scene.malee.post(`${fund}/drafts/${id}/meeting`, { resolution, version: 2 }))).id
}

const neighbour = { name: { th: CANARY, en: 'Turmeric' }, person: { name: { th: 'ป้าแดง', en: 'Auntie Daeng' }, facts: { joinedOn: '2014-07-01' } }, benefit: 'hospital', facts: { dischargedOn: '2026-03-06', nights: 3 }, expect: { outcome: 'eligible', satang: 60_000 } }
const newNeighbour = async ({ malee }: Scene) => (await made(malee.post(`${fund}/neighbours`, { neighbour }))).id

async function memberIn({ malee }: Scene): Promise<string> {
  const { members: [member] } = await (await malee.get(`${fund}/members`)).json()
  return member.id
}

async function approved(scene: Scene): Promise<string> {
  const id = await newClaim(scene)
  await made(scene.malee.post(`${fund}/claims/${id}/decision`, decision))
  return id
}

async function paid(scene: Scene): Promise<{ member: string; receipt: string }> {
  const member = await joined(scene)
  const { id } = await made(scene.malee.post(`${fund}/members/${member}/contributions`, payment, key()))
  return { member, receipt: id }
}

/** The request that works for a route. */
export async function sampleOf(name: string, scene: Parameters<(typeof samples)[string]>[0]) {
  const sample = samples[name]
  if (!sample) throw new Error(`there is no sample for ${name}`)
  return sample(scene)
}
