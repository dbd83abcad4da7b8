import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // A regulation that is being written. It keeps what it began from, so that the two can be told apart whatever is published meanwhile,
  // and a number that rises with each change, by which two people who write in one draft notice each other. Once it is before the meeting
  // its definition stands still under its hash. The definitions are json: see regulations.
  await sql`
    create table drafts (
      fund_id     uuid not null default current_fund() references funds on delete restrict,
      id          uuid not null,
      state       text not null check (state in ('drafting', 'at-meeting', 'published', 'withdrawn')),
      base_hash   text check (base_hash ~ '^sha256:[0-9a-f]{64}$'),
      origin_hash text not null check (origin_hash ~ '^sha256:[0-9a-f]{64}$'),
      origin      json not null check (json_typeof(origin) = 'object'),
      from_on     date not null,
      hash        text not null check (hash ~ '^sha256:[0-9a-f]{64}$'),
      definition  json not null check (json_typeof(definition) = 'object'),
      resolution  jsonb check (jsonb_typeof(resolution) = 'object'),
      version     bigint not null check (version > 0),
      primary key (fund_id, id),
      check (state in ('drafting', 'withdrawn') or resolution is not null)
    )`.execute(db)
  await sql`create unique index drafts_one_open on drafts (fund_id) where state in ('drafting', 'at-meeting')`.execute(db)
  await sql`select confine_to_fund('drafts')`.execute(db)
  await sql`
    grant select, insert (id, state, base_hash, origin_hash, origin, from_on, hash, definition, version),
      update (state, origin_hash, origin, from_on, hash, definition, resolution, version)
    on drafts to sajja_fund`.execute(db)

  // Who did what to a draft, and when: whoever has written in it does not put it in force.
  await sql`
    create table draft_events (
      fund_id  uuid not null default current_fund() references funds on delete restrict,
      draft_id uuid not null,
      position bigint not null check (position > 0),
      act      text not null check (act in ('begun', 'changed', 'moved', 'put-to-meeting', 'taken-back', 'published', 'withdrawn')),
      term     text,
      at       timestamptz not null,
      by_id    uuid not null,
      primary key (fund_id, draft_id, position),
      foreign key (fund_id, draft_id) references drafts on delete restrict,
      check ((act = 'changed') = (term is not null))
    )`.execute(db)
  await sql`select confine_to_fund('draft_events')`.execute(db)
  await sql`grant select, insert (draft_id, position, act, term, at, by_id) on draft_events to sajja_fund`.execute(db)
}
