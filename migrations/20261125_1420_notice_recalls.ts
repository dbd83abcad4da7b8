import { sql, type Kysely } from 'kysely'

// What a fund has hung out is neither changed nor taken away, not even by the fund itself: that a sheet counts no more, since its
// regulation was recalled before its day, hangs out beside it. Another may then begin on the same day.
export async function up(db: Kysely<unknown>) {
  await sql`revoke delete on notices from sajja_fund`.execute(db)
  await sql`alter table notices drop constraint notices_pkey, add primary key (network_id, issuer_id, from_on, regulation_id)`.execute(db)
  await sql`
    create table notice_recalls (
      network_id    uuid not null,
      issuer_id     uuid not null default current_fund(),
      regulation_id uuid not null,
      primary key (network_id, issuer_id, regulation_id),
      foreign key (network_id, issuer_id) references funds (network_id, id) on delete restrict
    )`.execute(db)
  await sql`select confine_to_network('notice_recalls')`.execute(db)
  await sql`grant select on notice_recalls to sajja_network`.execute(db)
  await sql`grant select, insert (network_id, regulation_id) on notice_recalls to sajja_fund`.execute(db)
}
