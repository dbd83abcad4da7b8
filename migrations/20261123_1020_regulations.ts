import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // What a fund sets for itself outside its regulation: where its members ask.
  await sql`
    create table fund_settings (
      fund_id    uuid not null default current_fund() references funds on delete restrict,
      contact_th text not null,
      contact_en text not null,
      primary key (fund_id)
    )`.execute(db)
  await sql`select confine_to_fund('fund_settings')`.execute(db)
  await sql`grant select, insert (contact_th, contact_en), update (contact_th, contact_en) on fund_settings to sajja_fund`.execute(db)

  // A regulation as it was published: frozen under its hash, in force from a day, by a resolution. Nobody may update or delete one.
  // The definition is json and not jsonb, which would forget the order in which its authors put things.
  await sql`
    create table regulations (
      fund_id      uuid not null default current_fund() references funds on delete restrict,
      id           uuid not null,
      number       bigint not null check (number > 0),
      hash         text not null check (hash ~ '^sha256:[0-9a-f]{64}$'),
      from_on      date not null,
      resolution   jsonb not null check (jsonb_typeof(resolution) = 'object'),
      definition   json not null check (json_typeof(definition) = 'object'),
      published_at timestamptz not null,
      primary key (fund_id, id),
      unique (fund_id, number),
      unique (fund_id, from_on)
    )`.execute(db)
  await sql`select confine_to_fund('regulations')`.execute(db)
  await sql`
    grant select, insert (id, number, hash, from_on, resolution, definition, published_at) on regulations to sajja_fund`.execute(db)

  // The sheet that a fund hangs out for everyone: which benefits it offers from a day on. Written with the regulation it tells of.
  await sql`
    create table notices (
      network_id    uuid not null,
      issuer_id     uuid not null default current_fund(),
      from_on       date not null,
      regulation_id uuid not null,
      benefits      jsonb not null check (jsonb_typeof(benefits) = 'array'),
      primary key (network_id, issuer_id, from_on),
      foreign key (network_id, issuer_id) references funds (network_id, id) on delete restrict
    )`.execute(db)
  await sql`select confine_to_network('notices')`.execute(db)
  await sql`grant select on notices to sajja_network`.execute(db)
  await sql`grant select, insert (network_id, from_on, regulation_id, benefits) on notices to sajja_fund`.execute(db)
}
