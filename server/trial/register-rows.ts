import type { Insertable } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { withCheckDigit, type CitizenIds } from '../members/citizen-id.ts'
import type { MemberAct } from '../members/event.ts'
import { columnsOf } from '../members/queries.ts'
import type { NewStatus } from '../members/status.ts'
import { Chance } from './chance.ts'
import type { Course } from './course.ts'
import type { Sitting } from './paying.ts'
import { inOrder, type SampleBooks, type SampleHousehold } from './sample-books.ts'
import { yearOnPaper } from './sample-time.ts'

/** Who has entered, decided and paid what stands in the books of a sample fund. */
export interface Officers {
  admin: string
  clerk: string
  approver: string
  treasurer: string
}

/** Rows of some tables. */
export type RowsOf<Tables extends keyof Schema> = { [Table in Tables]: Insertable<Schema[Table]>[] }

type RegisterTables = 'centres' | 'members' | 'member_statuses' | 'member_events' | 'contribution_plans' | 'receipts' | 'receipt_lines'

interface Of {
  fundId: string
  /** Its place among the sample funds: no two have a citizen ID in common. */
  place: number
  officers: Officers
  citizenIds: CitizenIds
}

/** The rows of a register and its receipts, as if everything had been entered when it happened. */
export function registerRows(books: SampleBooks, of: Of): RowsOf<RegisterTables> {
  const rows: RowsOf<RegisterTables> = { centres: books.centres, members: [], member_statuses: [], member_events: [], contribution_plans: [], receipts: [], receipt_lines: [] }
  const received: Received[] = []
  for (const [at, { household, member }] of inOrder(books).entries()) {
    const number = String(at + 1).padStart(4, '0')
    rows.members.push(memberRow(household, member, { ...of, number, centreId: books.centres[household.centre]?.id }))
    rows.member_statuses.push(...statusRows(member.memberId, member.course, of.officers))
    rows.member_events.push(...eventRows(member.memberId, member.course, of.officers))
    rows.contribution_plans.push(...planRows(member.memberId, member.course, of.officers))
    received.push(...member.course.sittings.map((sitting) => ({ sitting, memberId: member.memberId, number })))
  }
  for (const { receipt, lines } of receiptRows(received, of)) {
    rows.receipts.push(receipt)
    rows.receipt_lines.push(...lines)
  }
  return rows
}

function memberRow(household: SampleHousehold, { memberId: id, person, beneficiaries }: SampleHousehold['members'][number], { fundId, place, citizenIds, number, centreId }: Of & { number: string; centreId: string | undefined }): Insertable<Schema['members']> {
  const chance = new Chance(`${id} papers`)
  const digits = String(Number(number) * 7919 % 10_000_000).padStart(7, '0')
  const citizenId = withCheckDigit(`083${String(place).padStart(2, '0')}${digits}`)
  const phone = chance.happens(0.65) ? `00${chance.whole(1_000_0000, 9_999_9999)}` : undefined // no number begins so: nobody is called by mistake
  const { title, firstName, lastName, sex, bornOn } = person
  const particulars = { number, title, firstName, lastName, sex, bornOn, beneficiaries, ...(phone !== undefined && { phone }), ...(centreId !== undefined && { centreId }) }
  return { id, household_id: household.id, ...columnsOf(particulars), citizen_id_hash: citizenIds.hash(citizenId, fundId), citizen_id_sealed: citizenIds.seal(citizenId, { fundId, memberId: id }), version: 1 }
}

const isEnteredByAdmin = (kind: NewStatus['kind']) => kind === 'carried-over'

function statusRows(memberId: string, { statuses }: Course, { admin, clerk }: Officers): Insertable<Schema['member_statuses']>[] {
  return statuses.map(({ kind, happenedOn, memberFromOn, resolution, note, recordedAt }, at) => ({
    member_id: memberId, position: at + 1, kind, happened_on: happenedOn, member_from_on: memberFromOn ?? null,
    resolution: resolution ?? null, note: note ?? null, recorded_at: recordedAt, recorded_by: isEnteredByAdmin(kind) ? admin : clerk,
  }))
}

function planRows(memberId: string, { plans }: Course, { clerk }: Officers): Insertable<Schema['contribution_plans']>[] {
  return plans.map(({ fromOn, every, amountSatang, recordedAt }, at) => ({ member_id: memberId, position: at + 1, from_on: fromOn, every, amount_satang: amountSatang, recorded_at: recordedAt, recorded_by: clerk }))
}

function eventRows(memberId: string, { statuses, plans }: Course, { admin, clerk }: Officers): Insertable<Schema['member_events']>[] {
  const acts = [
    ...statuses.map(({ recordedAt: at, ...status }) => ({ at, ...actOf(status), by: isEnteredByAdmin(status.kind) ? admin : clerk })),
    ...plans.map(({ recordedAt: at, ...plan }) => ({ at, act: 'plan-set' as const, changes: { ...plan }, by: clerk })),
  ]
  return acts.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map(({ at, act, changes, by }, index) => ({ member_id: memberId, position: index + 1, act, changes, at, by_id: by }))
}

function actOf(status: NewStatus): { act: MemberAct; changes: Record<string, unknown> } {
  if (status.kind === 'applied') return { act: 'added', changes: { appliedOn: status.happenedOn } }
  if (status.kind === 'carried-over') return { act: 'carried-over', changes: { joinedOn: status.happenedOn, note: status.note } }
  return { act: 'status-recorded', changes: { ...status } }
}

interface Received {
  sitting: Sitting
  memberId: string
  /** The member's number. */
  number: string
}

const RECEIPTS_A_BOOK = 50

/** Receipts in the order in which they were written, fifty a book; what had been paid before stands in the old passbook. */
function receiptRows(received: readonly Received[], { officers, place }: Of) {
  const chance = new Chance(`receipts ${place}`)
  const written = new Map<string, number>()
  return received.toSorted((a, b) => a.sitting.recordedAt.getTime() - b.sitting.recordedAt.getTime()).map(({ sitting, memberId, number }) => {
    const { isCarriedOver, receivedOn, recordedAt, amountSatang, entryFeeSatang, instalments, coversFrom, coversUntil } = sitting
    const year = yearOnPaper(receivedOn)
    const count = written.get(year) ?? 0
    if (!isCarriedOver) written.set(year, count + 1)
    const paper = isCarriedOver ? { book: 'ยกมา', number } : { book: `${year}-${Math.floor(count / RECEIPTS_A_BOOK) + 1}`, number: String((count % RECEIPTS_A_BOOK) + 1) }
    const id = chance.id(recordedAt)
    const fee = entryFeeSatang === undefined ? [] : [{ kind: 'entry-fee', amount_satang: entryFeeSatang, instalments: null, covers_from: null, covers_until: null }]
    const lines = [...fee, { kind: 'contribution', amount_satang: amountSatang, instalments, covers_from: coversFrom, covers_until: coversUntil }]
    return {
      receipt: { id, member_id: memberId, ...paper, payer: null, received_on: receivedOn, total_satang: amountSatang + (entryFeeSatang ?? 0), recorded_at: recordedAt, recorded_by: officers.clerk },
      lines: lines.map((line, at) => ({ receipt_id: id, line: at + 1, ...line })),
    }
  })
}
