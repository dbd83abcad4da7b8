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
export type Passbook = Told<Awaited<ReturnType<typeof book.passbook.$get>>>
export type NewMember = InferRequestType<typeof register.members.$post>['json']
export type NewReceipt = InferRequestType<typeof book.contributions.$post>['json']
export type Plan = InferRequestType<typeof book.plans.$post>['json']

/** A page of the register; `q` is what was typed to find somebody. */
export const getMembers = query((fund: string, q: string, after: string) =>
  body(register.members.$get({ param: { fund }, query: { ...(q !== '' && { q }), ...(after !== '' && { after }) } })), 'members')

export const getMember = query((fund: string, id: string) => body(member.$get({ param: { fund, member: id } })), 'member')

export const getPassbook = query((fund: string, id: string) => body(book.passbook.$get({ param: { fund, member: id }, query: {} })), 'passbook')

export const getCentres = query((fund: string) => body(centres.$get({ param: { fund } })), 'centres')

export const addMember = (fund: string, json: NewMember) => body(register.members.$post({ param: { fund }, json }))

/** The committee's resolution, and the day from which membership counts. */
export const acceptMember = (fund: string, id: string, number: string, heldOn: string) =>
  body(member.acceptance.$post({ param: { fund, member: id }, json: { resolution: { number, heldOn } } }))

export const setPlan = (fund: string, id: string, json: Plan) => body(book.plans.$post({ param: { fund, member: id }, json }))

/** Takes in a payment; sent again with the same key it is taken in once. */
export const receive = (fund: string, id: string, key: string, json: NewReceipt) =>
  body(book.contributions.$post({ param: { fund, member: id }, header: { 'idempotency-key': key }, json }))

/** The thirteen digits, on purpose: who looked and why is recorded. */
export const seeCitizenId = (fund: string, id: string, reason: string) =>
  body(member['citizen-id-viewings'].$post({ param: { fund, member: id }, json: { reason } }))
