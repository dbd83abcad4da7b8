import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // What a member has promised to pay, and how often, from a day on. A later promise replaces an earlier one from its own day.
  await sql`
    create table contribution_plans (
      fund_id       uuid not null default current_fund() references funds on delete restrict,
      member_id     uuid not null,
      position      bigint not null check (position > 0),
      from_on       date not null,
      every         text not null check (every in ('day', 'month', 'quarter', 'half-year', 'year')),
      amount_satang bigint not null check (amount_satang > 0 and amount_satang <= 100000000000),
      recorded_at   timestamptz not null,
      recorded_by   uuid not null,
      primary key (fund_id, member_id, position),
      foreign key (fund_id, member_id) references members on delete restrict
    )`.execute(db)
  await sql`select confine_to_fund('contribution_plans')`.execute(db)
  await sql`grant select, insert (member_id, position, from_on, every, amount_satang, recorded_at, recorded_by) on contribution_plans to sajja_fund`.execute(db)

  // A receipt as it was written: its number is used once, also when it is voided. Nobody may change or remove one.
  await sql`
    create table receipts (
      fund_id      uuid not null default current_fund() references funds on delete restrict,
      id           uuid not null,
      book         text not null,
      number       text not null,
      member_id    uuid not null,
      payer        text,
      received_on  date not null,
      total_satang bigint not null check (total_satang > 0 and total_satang <= 100000000000),
      recorded_at  timestamptz not null,
      recorded_by  uuid not null,
      primary key (fund_id, id),
      unique (fund_id, book, number),
      foreign key (fund_id, member_id) references members on delete restrict
    )`.execute(db)
  await sql`create index receipts_of_member on receipts (fund_id, member_id, received_on, id)`.execute(db)
  await sql`create index receipts_by_day on receipts (fund_id, received_on)`.execute(db)
  await sql`select confine_to_fund('receipts')`.execute(db)
  await sql`grant select, insert (id, book, number, member_id, payer, received_on, total_satang, recorded_at, recorded_by) on receipts to sajja_fund`.execute(db)

  // What the money of a receipt is for. A contribution covers the days from one on, up to and without another.
  await sql`
    create table receipt_lines (
      fund_id       uuid not null default current_fund() references funds on delete restrict,
      receipt_id    uuid not null,
      line          bigint not null check (line > 0),
      kind          text not null check (kind in ('contribution', 'entry-fee', 'other')),
      amount_satang bigint not null check (amount_satang > 0 and amount_satang <= 100000000000),
      instalments   bigint check (instalments > 0),
      covers_from   date,
      covers_until  date,
      primary key (fund_id, receipt_id, line),
      foreign key (fund_id, receipt_id) references receipts on delete restrict,
      check ((kind = 'contribution') = (instalments is not null)),
      check ((kind = 'contribution') = (covers_from is not null)),
      check ((kind = 'contribution') = (covers_until is not null)),
      check (covers_from < covers_until)
    )`.execute(db)
  await sql`select confine_to_fund('receipt_lines')`.execute(db)
  await sql`grant select, insert (receipt_id, line, kind, amount_satang, instalments, covers_from, covers_until) on receipt_lines to sajja_fund`.execute(db)

  await sql`
    create table receipt_voids (
      fund_id    uuid not null default current_fund() references funds on delete restrict,
      receipt_id uuid not null,
      reason     text not null,
      voided_on  date not null,
      voided_at  timestamptz not null,
      voided_by  uuid not null,
      primary key (fund_id, receipt_id),
      foreign key (fund_id, receipt_id) references receipts on delete restrict
    )`.execute(db)
  await sql`select confine_to_fund('receipt_voids')`.execute(db)
  await sql`grant select, insert (receipt_id, reason, voided_on, voided_at, voided_by) on receipt_voids to sajja_fund`.execute(db)

  // A write that its sender may repeat: the same again is answered as it was, and done once.
  await sql`
    create table repeatable_requests (
      fund_id      uuid not null default current_fund() references funds on delete restrict,
      actor_id     uuid not null,
      key          uuid not null,
      request_hash text not null,
      answer       jsonb,
      made_at      timestamptz not null,
      primary key (fund_id, actor_id, key)
    )`.execute(db)
  await sql`select confine_to_fund('repeatable_requests')`.execute(db)
  await sql`grant select, insert (actor_id, key, request_hash, made_at), update (answer) on repeatable_requests to sajja_fund`.execute(db)
}
