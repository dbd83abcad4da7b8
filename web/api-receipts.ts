import { query } from '@solidjs/router'
import { hc } from 'hono/client'
import type { contributionsRoutes } from '../server/contributions/routes.ts'
import { body, type Told } from './api.ts'

const room = hc<typeof contributionsRoutes>('/api/funds/:fund')
const member = room.members[':member']
const receipt = room.receipts[':receipt']

export type Receipts = Told<Awaited<ReturnType<typeof member.contributions.$get>>>
export type Receipt = Receipts['receipts'][number]
export type Arrears = Told<Awaited<ReturnType<typeof room.arrears.$get>>>

/** A page of a member's receipts, newest first: the newest, or those before another. */
export const getReceipts = query((fund: string, id: string, before: string) =>
  body(member.contributions.$get({ param: { fund, member: id }, query: { ...(before !== '' && { before }) } })), 'receipts')

export const getReceipt = query((fund: string, id: string) => body(receipt.$get({ param: { fund, receipt: id } })), 'receipt')

export const voidReceipt = (fund: string, id: string, reason: string) => body(receipt.void.$post({ param: { fund, receipt: id }, json: { reason } }))

/** What so many instalments would pay for, if they were paid now. */
export const lookUpAllotment = (fund: string, id: string, instalments: number) =>
  body(member.allotment.$get({ param: { fund, member: id }, query: { instalments: String(instalments) } }))

/** Who is behind, the first to lapse first. */
export const getArrears = query((fund: string) => body(room.arrears.$get({ param: { fund } })), 'arrears')
