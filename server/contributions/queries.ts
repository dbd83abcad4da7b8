import { groupedBy } from '../db/grouped.ts'
import type { FundRows } from '../db/scope.ts'
import { isTaken } from '../db/taken.ts'
import { Problem } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import type { Payment } from './account.ts'
import type { Contributions } from './facts.ts'
import { Every, type Plan } from './plan.ts'
import { ReceiptLine, type Receipt } from './receipt.ts'

/** All that a member ever promised and paid, without what was voided. */
export async function findContributions(rows: FundRows, memberId: string): Promise<Contributions> {
  return (await listContributions(rows, [memberId]))(memberId)
}

/** The same of many members at once. */
export async function listContributions(rows: FundRows, memberIds: string[]): Promise<(memberId: string) => Contributions> {
  const plans = await listPlans(rows, memberIds)
  const payments = await listPayments(rows, memberIds)
  return (memberId) => ({ plans: plans.get(memberId) ?? [], payments: payments.get(memberId) ?? [] })
}

async function listPlans(rows: FundRows, memberIds: string[]): Promise<Map<string, Plan[]>> {
  const found = await rows.selectFrom('contribution_plans').where('member_id', 'in', memberIds).orderBy('position').select(['member_id', 'from_on', 'every', 'amount_satang']).execute()
  const plans = groupedBy(found, ({ member_id }) => member_id)
  return new Map([...plans].map(([id, rows]) => [id, rows.map(({ from_on, every, amount_satang }) => ({ fromOn: from_on, every: Every.parse(every), amountSatang: amount_satang }))]))
}

async function listPayments(rows: FundRows, memberIds: string[]): Promise<Map<string, Payment[]>> {
  const found = await receiptsWithLines(rows)
    .where('receipts.member_id', 'in', memberIds)
    .where('voids.voided_on', 'is', null)
    .orderBy('receipts.received_on')
    .orderBy('receipts.id')
    .execute()
  const receipts = groupedBy(gather(found), ({ memberId }) => memberId)
  return new Map([...receipts].map(([id, of]) => [id, of.map(paymentOn)]))
}

const paymentOn = ({ receivedOn, book, number, lines }: Receipt): Payment => ({
  receivedOn,
  receipt: { book, number },
  covers: lines.flatMap((line) => (line.kind === 'contribution' ? [{ from: line.coversFrom, until: line.coversUntil, amountSatang: line.amountSatang }] : [])),
})

/** The receipts of a member, newest first, at most `limit`, older than another's day and id. */
export async function listReceipts(rows: FundRows, memberId: string, limit: number, before: { receivedOn: string; id: string } | undefined): Promise<Receipt[]> {
  const found = await receiptsWithLines(rows)
    .where('receipts.id', 'in', ({ selectFrom }) => selectFrom('receipts')
      .where('member_id', '=', memberId)
      .where(({ eb, refTuple, tuple, and }) => and(before ? [eb(refTuple('received_on', 'id'), '<', tuple(before.receivedOn, before.id))] : []))
      .orderBy('received_on', 'desc').orderBy('id', 'desc')
      .limit(limit)
      .select('id'))
    .orderBy('receipts.received_on', 'desc')
    .orderBy('receipts.id', 'desc')
    .execute()
  return gather(found)
}

/** One receipt of this fund. */
export async function findReceipt(rows: FundRows, id: string): Promise<Receipt> {
  const [receipt] = gather(await receiptsWithLines(rows).where('receipts.id', '=', id).execute())
  if (!receipt) throw new Problem('unknown-receipt')
  return receipt
}

const receiptsWithLines = (rows: FundRows) => rows
  .selectFrom('receipts')
  .innerJoin('receipt_lines as line', (join) => join.onRef('line.fund_id', '=', 'receipts.fund_id').onRef('line.receipt_id', '=', 'receipts.id'))
  .leftJoin('receipt_voids as voids', (join) => join.onRef('voids.fund_id', '=', 'receipts.fund_id').onRef('voids.receipt_id', '=', 'receipts.id'))
  .select(['receipts.id', 'receipts.member_id', 'receipts.book', 'receipts.number', 'receipts.received_on', 'receipts.payer', 'receipts.total_satang', 'voids.voided_on', 'voids.reason'])
  .select(['line.line', 'line.kind', 'line.amount_satang', 'line.instalments', 'line.covers_from', 'line.covers_until'])

type Row = Awaited<ReturnType<ReturnType<typeof receiptsWithLines>['execute']>>[number]

/** Receipts out of their lines. */
function gather(found: readonly Row[]): Receipt[] {
  return [...groupedBy(found, ({ id }) => id)].map(([id, rows]) => {
    const lines = rows.toSorted((a, b) => a.line - b.line)
    const [head] = lines
    if (!head) throw new Error('a receipt has a line')
    return {
      id,
      memberId: head.member_id,
      book: head.book,
      number: head.number,
      receivedOn: head.received_on,
      ...(head.payer !== null && { payer: head.payer }),
      totalSatang: head.total_satang,
      lines: lines.map(readLine),
      ...(head.voided_on !== null && head.reason !== null && { voided: { on: head.voided_on, reason: head.reason } }),
    }
  })
}

function readLine({ kind, amount_satang, instalments, covers_from, covers_until }: Row): ReceiptLine {
  const amountSatang = amount_satang
  return ReceiptLine.parse(kind === 'contribution' ? { kind, amountSatang, instalments, coversFrom: covers_from, coversUntil: covers_until } : { kind, amountSatang })
}

export async function saveReceipt(rows: FundRows, { id, memberId, book, number, receivedOn, payer, totalSatang, lines }: Receipt, { by, at }: Recording) {
  await rows
    .insertInto('receipts')
    .values({ id, member_id: memberId, book, number, received_on: receivedOn, payer: payer ?? null, total_satang: totalSatang, recorded_at: at, recorded_by: by })
    .execute()
    .catch(numberTaken)
  await rows
    .insertInto('receipt_lines')
    .values(lines.map((line, index) => ({
      receipt_id: id,
      line: index + 1,
      kind: line.kind,
      amount_satang: line.amountSatang,
      ...(line.kind === 'contribution' ? { instalments: line.instalments, covers_from: line.coversFrom, covers_until: line.coversUntil } : { instalments: null, covers_from: null, covers_until: null }),
    })))
    .execute()
}

function numberTaken(error: unknown): never {
  throw isTaken(error, 'receipts_fund_id_book_number_key') ? new Problem('receipt-number-taken', [{ at: 'number', text: { th: 'ใบเสร็จเล่มที่และเลขที่นี้ใช้ไปแล้ว', en: 'a receipt of this book and number was written already' } }]) : error
}

/** Voids a receipt, once. */
export async function saveVoid(rows: FundRows, receiptId: string, reason: string, { by, at, today }: Recording) {
  await rows
    .insertInto('receipt_voids')
    .values({ receipt_id: receiptId, reason, voided_on: today, voided_at: at, voided_by: by })
    .execute()
    .catch((error: unknown) => { throw isTaken(error, 'receipt_voids_pkey') ? new Problem('receipt-voided') : error })
}

/** Records a plan after all others; the member is locked. */
export async function savePlan(rows: FundRows, memberId: string, { fromOn, every, amountSatang }: Plan, { by, at }: Recording) {
  await rows
    .insertInto('contribution_plans')
    .values(({ selectFrom, fn, lit }) => ({
      member_id: memberId,
      position: selectFrom('contribution_plans').where('member_id', '=', memberId).select((of) => of(fn.coalesce(fn.max('position'), lit(0)), '+', 1).as('position')),
      from_on: fromOn, every, amount_satang: amountSatang, recorded_at: at, recorded_by: by,
    }))
    .execute()
}
