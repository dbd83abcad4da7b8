import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // A place inside the fund where money and forms are gathered: a village centre or a branch.
  await sql`
    create table centres (
      fund_id uuid not null default current_fund() references funds on delete restrict,
      id      uuid not null,
      name    text not null,
      primary key (fund_id, id),
      unique (fund_id, name)
    )`.execute(db)
  await sql`select confine_to_fund('centres')`.execute(db)
  await sql`grant select, insert (id, name), update (name) on centres to sajja_fund`.execute(db)

  // A member as the fund's register tells of them. The citizen ID stands here only sealed, beside the hash by which it is unique. The
  // keys are what is searched: plain text in byte order, since under row-level security nothing else may use an index.
  await sql`
    create table members (
      fund_id           uuid not null default current_fund() references funds on delete restrict,
      id                uuid not null,
      number            text not null,
      number_key        text collate "C" not null,
      title             text,
      first_name        text not null,
      last_name         text not null,
      name_key          text collate "C" not null,
      last_name_key     text collate "C" not null,
      sex               text check (sex in ('female', 'male')),
      born_on           date,
      address           text,
      phone             text,
      centre_id         uuid,
      household_id      uuid not null,
      beneficiaries     jsonb not null check (jsonb_typeof(beneficiaries) = 'array'),
      citizen_id_hash   text,
      citizen_id_sealed text,
      version           bigint not null check (version > 0),
      primary key (fund_id, id),
      unique (fund_id, number_key),
      unique (fund_id, citizen_id_hash),
      foreign key (fund_id, centre_id) references centres on delete restrict,
      check ((citizen_id_hash is null) = (citizen_id_sealed is null))
    )`.execute(db)
  await sql`create index members_by_name on members (fund_id, name_key)`.execute(db)
  await sql`create index members_by_last_name on members (fund_id, last_name_key)`.execute(db)
  await sql`create index members_by_household on members (fund_id, household_id)`.execute(db)
  await sql`create index members_by_centre on members (fund_id, centre_id, number_key)`.execute(db)
  await sql`select confine_to_fund('members')`.execute(db)
  await sql`
    grant select,
      insert (id, number, number_key, title, first_name, last_name, name_key, last_name_key, sex, born_on, address, phone, centre_id, household_id, beneficiaries, citizen_id_hash, citizen_id_sealed, version),
      update (number, number_key, title, first_name, last_name, name_key, last_name_key, sex, born_on, address, phone, centre_id, household_id, beneficiaries, citizen_id_hash, citizen_id_sealed, version)
    on members to sajja_fund`.execute(db)

  // What became of a membership, day by day. Never edited: what was entered wrongly is withdrawn with a reason, and stays to be seen.
  await sql`
    create table member_statuses (
      fund_id        uuid not null default current_fund() references funds on delete restrict,
      member_id      uuid not null,
      position       bigint not null check (position > 0),
      kind           text not null check (kind in ('applied', 'refused', 'accepted', 'carried-over', 'lapsed', 'resigned', 'died', 'transferred', 'rejoined')),
      happened_on    date not null,
      member_from_on date,
      resolution     jsonb check (jsonb_typeof(resolution) = 'object'),
      note           text,
      recorded_at    timestamptz not null,
      recorded_by    uuid not null,
      primary key (fund_id, member_id, position),
      foreign key (fund_id, member_id) references members on delete restrict,
      check ((kind in ('accepted', 'carried-over', 'rejoined')) = (member_from_on is not null))
    )`.execute(db)
  await sql`select confine_to_fund('member_statuses')`.execute(db)
  await sql`
    grant select, insert (member_id, position, kind, happened_on, member_from_on, resolution, note, recorded_at, recorded_by) on member_statuses to sajja_fund`.execute(db)

  await sql`
    create table status_withdrawals (
      fund_id     uuid not null default current_fund() references funds on delete restrict,
      member_id   uuid not null,
      position    bigint not null,
      reason      text not null,
      recorded_at timestamptz not null,
      recorded_by uuid not null,
      primary key (fund_id, member_id, position),
      foreign key (fund_id, member_id, position) references member_statuses on delete restrict
    )`.execute(db)
  await sql`select confine_to_fund('status_withdrawals')`.execute(db)
  await sql`grant select, insert (member_id, position, reason, recorded_at, recorded_by) on status_withdrawals to sajja_fund`.execute(db)

  // Who did what to a member's record, and when; a look at a full citizen ID too.
  await sql`
    create table member_events (
      fund_id   uuid not null default current_fund() references funds on delete restrict,
      member_id uuid not null,
      position  bigint not null check (position > 0),
      act       text not null,
      changes   jsonb not null check (jsonb_typeof(changes) = 'object'),
      at        timestamptz not null,
      by_id     uuid not null,
      primary key (fund_id, member_id, position),
      foreign key (fund_id, member_id) references members on delete restrict
    )`.execute(db)
  await sql`select confine_to_fund('member_events')`.execute(db)
  await sql`grant select, insert (member_id, position, act, changes, at, by_id) on member_events to sajja_fund`.execute(db)
}
