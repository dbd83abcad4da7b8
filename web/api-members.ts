import { query } from '@solidjs/router'
import { hc, type InferRequestType } from 'hono/client'
import type { centresRoutes } from '../server/centres/routes.ts'
import type { contributionsRoutes } from '../server/contributions/routes.ts'
import type { membersRoutes } from '../server/members/routes.ts'
import { body, type Told } from './api.ts'

const centres = hc<typeof centresRoutes>('/api/funds/:fund').centres
const register = hc<typeof membersRoutes>('/api/funds/:fund')
const member = register.members[':member']
const book = hc<typeof contributionsRoutes>('/api/funds/:fund').members[':member']

export type ListedMembers = Told<Awaited<ReturnType<typeof register.members.$get>>>
export type Member = Told<Awaited<ReturnType<typeof member.$get>>>
export type MemberEvent = Told<Awaited<ReturnType<typeof member.events.$get>>>['events'][number]
export type Passbook = Told<Awaited<ReturnType<typeof book.passbook.$get>>>
export type NewMember = InferRequestType<typeof register.members.$post>['json']
export type CarriedOverMember = InferRequestType<(typeof register)['carried-over-members']['$post']>['json']
export type EditedMember = InferRequestType<typeof member.$put>['json']
export type Departure = InferRequestType<typeof member.departure.$post>['json']
export type Centre = Told<Awaited<ReturnType<typeof centres.$get>>>['centres'][number]
export type NewReceipt = InferRequestType<typeof book.contributions.$post>['json']
export type Plan = InferRequestType<typeof book.plans.$post>['json']

/** A page of the register, or of those of one centre; `q` is what was typed to find somebody. */
export const getMembers = query((fund: string, { q = '', centre = '', after = '' }: { q?: string; centre?: string; after?: string }) =>
  body(register.members.$get({ param: { fund }, query: { ...(q !== '' && { q }), ...(centre !== '' && { centre }), ...(after !== '' && { after }) } })), 'members')

/** A member as the register tells of them this moment. */
export const lookUpMember = (fund: string, id: string) => body(member.$get({ param: { fund, member: id } }))

export const getMember = query(lookUpMember, 'member')

/** Who did what to a member's record, the newest first, at most fifty. */
export const getMemberEvents = query(async (fund: string, id: string) => (await body(member.events.$get({ param: { fund, member: id }, query: {} }))).events, 'member-events')

/** A page of the passbook, the newest or one before a day. */
export const getPassbook = query((fund: string, id: string, before = '') =>
  body(book.passbook.$get({ param: { fund, member: id }, query: { ...(before !== '' && { before }) } })), 'passbook')

export const getCentres = query((fund: string) => body(centres.$get({ param: { fund } })), 'centres')

export const addMember = (fund: string, json: NewMember) => body(register.members.$post({ param: { fund }, json }))

export const carryOver = (fund: string, json: CarriedOverMember) => body(register['carried-over-members'].$post({ param: { fund }, json }))

export const editMember = (fund: string, id: string, json: EditedMember) => body(member.$put({ param: { fund, member: id }, json }))

/** The committee's resolution, and the day from which membership counts: that of the meeting unless said. */
export const acceptMember = (fund: string, id: string, resolution: { number: string; heldOn: string }, memberFromOn: string | undefined) =>
  body(member.acceptance.$post({ param: { fund, member: id }, json: { resolution, ...(memberFromOn !== undefined && { memberFromOn }) } }))

/** The committee does not accept somebody, and says why. */
export const refuseMember = (fund: string, id: string, number: string, heldOn: string, note: string) =>
  body(member.refusal.$post({ param: { fund, member: id }, json: { resolution: { number, heldOn }, note } }))

/** A membership ends. */
export const recordDeparture = (fund: string, id: string, json: Departure) => body(member.departure.$post({ param: { fund, member: id }, json }))

/** What was recorded last was a mistake. */
export const withdrawStatus = (fund: string, id: string, position: number, reason: string) =>
  body(member.statuses[':position'].withdrawal.$post({ param: { fund, member: id, position: String(position) }, json: { reason } }))

export const openCentre = (fund: string, name: string) => body(centres.$post({ param: { fund }, json: { name } }))

export const renameCentre = (fund: string, centre: string, name: string) => body(centres[':centre'].$put({ param: { fund, centre }, json: { name } }))

export const setPlan = (fund: string, id: string, json: Plan) => body(book.plans.$post({ param: { fund, member: id }, json }))

/** Takes in a payment; sent again with the same key it is taken in once. */
export const receive = (fund: string, id: string, key: string, json: NewReceipt) =>
  body(book.contributions.$post({ param: { fund, member: id }, header: { 'idempotency-key': key }, json }))

/** The thirteen digits, on purpose: who looked and why is recorded. */
export const seeCitizenId = (fund: string, id: string, reason: string) =>
  body(member['citizen-id-viewings'].$post({ param: { fund, member: id }, json: { reason } }))
