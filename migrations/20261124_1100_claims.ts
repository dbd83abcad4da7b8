import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // How many of a centre's people must have certified a claim before it is decided: none where the fund's rules ask for none.
  await sql`alter table fund_settings add column certifiers_needed bigint not null default 0 check (certifiers_needed between 0 and 5)`.execute(db)
  await sql`grant insert (certifiers_needed), update (certifiers_needed) on fund_settings to sajja_fund`.execute(db)

  // What is asked of a fund after an event. It keeps what it was judged from and the verdict, in the order in which they were written, so
  // that it can be judged again and explained after the register has changed. Only its state moves. Two children can be born to a member on
  // one day: whom the event befell is a part of what it is.
  await sql`
    create table claims (
      fund_id         uuid not null default current_fund() references funds on delete restrict,
      id              uuid not null,
      member_id       uuid not null,
      benefit_id      text not null,
      event_on        date not null,
      claimed_on      date not null,
      subject         jsonb check (jsonb_typeof(subject) = 'object'),
      subject_key     text not null,
      applicant       jsonb check (jsonb_typeof(applicant) = 'object'),
      payee           jsonb check (jsonb_typeof(payee) = 'object'),
      regulation_hash text not null,
      judged_from     json not null,
      verdict         json not null,
      finding         jsonb not null check (jsonb_typeof(finding) = 'object'),
      state           text not null check (state in ('submitted', 'approved', 'refused', 'paid', 'reversed')),
      entered_at      timestamptz not null,
      entered_by      uuid not null,
      primary key (fund_id, id),
      foreign key (fund_id, member_id) references members on delete restrict
    )`.execute(db)
  await sql`create unique index claims_once_an_event on claims (fund_id, member_id, benefit_id, event_on, subject_key) where state not in ('refused', 'reversed')`.execute(db)
  await sql`create index claims_by_state on claims (fund_id, state, id)`.execute(db)
  await sql`create index claims_of_member on claims (fund_id, member_id, id)`.execute(db)
  await sql`select confine_to_fund('claims')`.execute(db)
  await sql`
    grant select,
      insert (id, member_id, benefit_id, event_on, claimed_on, subject, subject_key, applicant, payee, regulation_hash, judged_from, verdict, finding, state, entered_at, entered_by),
      update (state)
    on claims to sajja_fund`.execute(db)

  // Who of the village centre has signed for a claim, by the name under the signature.
  await sql`
    create table claim_certifications (
      fund_id     uuid not null default current_fund() references funds on delete restrict,
      claim_id    uuid not null,
      name_key    text not null,
      name        text not null,
      recorded_at timestamptz not null,
      recorded_by uuid not null,
      primary key (fund_id, claim_id, name_key),
      foreign key (fund_id, claim_id) references claims on delete restrict
    )`.execute(db)
  await sql`select confine_to_fund('claim_certifications')`.execute(db)
  await sql`grant select, insert (claim_id, name_key, name, recorded_at, recorded_by) on claim_certifications to sajja_fund`.execute(db)

  // What the committee resolved, with what it was judged from and the verdict on that day. What it took of each limit is the history of
  // later claims: of the member's, and of those of the household that the member lived in on that day.
  await sql`
    create table claim_decisions (
      fund_id       uuid not null default current_fund() references funds on delete restrict,
      claim_id      uuid not null,
      household_id  uuid not null,
      outcome       text not null check (outcome in ('approved', 'refused')),
      amount_satang bigint not null check (amount_satang >= 0 and amount_satang <= 100000000000),
      reason        text,
      resolution    jsonb not null check (jsonb_typeof(resolution) = 'object'),
      judged_from   json not null,
      verdict       json not null,
      uses          jsonb not null check (jsonb_typeof(uses) = 'object'),
      decided_at    timestamptz not null,
      decided_by    uuid not null,
      primary key (fund_id, claim_id),
      foreign key (fund_id, claim_id) references claims on delete restrict,
      check (outcome = 'approved' or (amount_satang = 0 and reason is not null))
    )`.execute(db)
  await sql`create index decisions_of_household on claim_decisions (fund_id, household_id)`.execute(db)
  await sql`select confine_to_fund('claim_decisions')`.execute(db)
  await sql`
    grant select, insert (claim_id, household_id, outcome, amount_satang, reason, resolution, judged_from, verdict, uses, decided_at, decided_by) on claim_decisions to sajja_fund`.execute(db)

  // What a person or a family has had under a limit in a span of days, which begins on its first day. Never more than the rules allow
  // and what was resolved beyond them.
  await sql`
    create table limit_counters (
      fund_id       uuid not null default current_fund() references funds on delete restrict,
      limit_id      text collate "C" not null,
      holder_id     uuid not null,
      span_from_on  date not null,
      used          bigint not null check (used >= 0),
      allowed       bigint not null check (allowed >= 0),
      by_resolution bigint not null check (by_resolution >= 0),
      primary key (fund_id, limit_id, holder_id, span_from_on),
      check (used <= allowed + by_resolution)
    )`.execute(db)
  await sql`select confine_to_fund('limit_counters')`.execute(db)
  await sql`
    grant select, insert (limit_id, holder_id, span_from_on, used, allowed, by_resolution), update (used, allowed, by_resolution) on limit_counters to sajja_fund`.execute(db)

  // What one decision has added to each counter, for a reversal to take away again.
  await sql`
    create table claim_charges (
      fund_id      uuid not null default current_fund() references funds on delete restrict,
      claim_id     uuid not null,
      limit_id     text collate "C" not null,
      holder_id    uuid not null,
      span_from_on date not null,
      used         bigint not null check (used >= 0),
      beyond       bigint not null check (beyond >= 0 and beyond <= used),
      primary key (fund_id, claim_id, limit_id),
      foreign key (fund_id, claim_id) references claim_decisions on delete restrict,
      foreign key (fund_id, limit_id, holder_id, span_from_on) references limit_counters on delete restrict
    )`.execute(db)
  await sql`select confine_to_fund('claim_charges')`.execute(db)
  await sql`grant select, insert (claim_id, limit_id, holder_id, span_from_on, used, beyond) on claim_charges to sajja_fund`.execute(db)

  // The voucher by which a claim was paid, whose number is used once, also when the claim is reversed.
  await sql`
    create table claim_payments (
      fund_id        uuid not null default current_fund() references funds on delete restrict,
      claim_id       uuid not null,
      voucher_number text not null,
      payee          text not null,
      amount_satang  bigint not null check (amount_satang >= 0 and amount_satang <= 100000000000),
      paid_on        date not null,
      recorded_at    timestamptz not null,
      recorded_by    uuid not null,
      primary key (fund_id, claim_id),
      unique (fund_id, voucher_number),
      foreign key (fund_id, claim_id) references claim_decisions on delete restrict
    )`.execute(db)
  await sql`select confine_to_fund('claim_payments')`.execute(db)
  await sql`grant select, insert (claim_id, voucher_number, payee, amount_satang, paid_on, recorded_at, recorded_by) on claim_payments to sajja_fund`.execute(db)

  // Who did what to a claim, and when. A reversal stands here with its reason.
  await sql`
    create table claim_events (
      fund_id  uuid not null default current_fund() references funds on delete restrict,
      claim_id uuid not null,
      position bigint not null check (position > 0),
      act      text not null check (act in ('submitted', 'approved', 'refused', 'paid', 'reversed')),
      reason   text,
      at       timestamptz not null,
      by_id    uuid not null,
      primary key (fund_id, claim_id, position),
      foreign key (fund_id, claim_id) references claims on delete restrict,
      check (act <> 'reversed' or reason is not null)
    )`.execute(db)
  await sql`select confine_to_fund('claim_events')`.execute(db)
  await sql`grant select, insert (claim_id, position, act, reason, at, by_id) on claim_events to sajja_fund`.execute(db)
}
