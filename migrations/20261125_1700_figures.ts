import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // What a fund's administrator chose to tell of a year, and took back, each with who did and when. The figures are reckoned once, when
  // the year is first published, and stand unchanged from then on: two reckonings of one year would tell, by their difference, of the
  // one person by whom they differ.
  await sql`
    create table figure_events (
      fund_id  uuid not null default current_fund() references funds on delete restrict,
      from_on  date not null,
      position bigint not null check (position > 0),
      act      text not null check (act in ('published', 'withdrawn')),
      figures  jsonb check (jsonb_typeof(figures) = 'object'),
      at       timestamptz not null,
      by_id    uuid not null,
      primary key (fund_id, from_on, position),
      check ((position = 1) = (figures is not null)),
      check ((act = 'published') = (position % 2 = 1))
    )`.execute(db)
  await sql`select confine_to_fund('figure_events')`.execute(db)
  await sql`grant select, insert (from_on, position, act, figures, at, by_id) on figure_events to sajja_fund`.execute(db)

  // What hangs out of it for the network and everyone: totals, without small groups. Taken down when it is withdrawn.
  await sql`
    create table figures (
      network_id uuid not null,
      issuer_id  uuid not null default current_fund(),
      from_on    date not null,
      figures    jsonb not null check (jsonb_typeof(figures) = 'object'),
      primary key (network_id, issuer_id, from_on),
      foreign key (network_id, issuer_id) references funds (network_id, id) on delete restrict
    )`.execute(db)
  await sql`select confine_to_network('figures')`.execute(db)
  await sql`grant select on figures to sajja_network`.execute(db)
  await sql`grant select, insert (network_id, from_on, figures), delete on figures to sajja_fund`.execute(db)
}
