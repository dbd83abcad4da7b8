import { sql, type Kysely } from 'kysely'

// A publication whose day is still to come can be recalled, once, with a reason. The publication itself stays as it is and its number
// stays used; its day is free for another, and the sheet that hung out for it is taken down. That no two that stand begin on one day is
// seen to by the key of their sheets.
export async function up(db: Kysely<unknown>) {
  await sql`
    create table regulation_recalls (
      fund_id       uuid not null default current_fund() references funds on delete restrict,
      regulation_id uuid not null,
      reason        text not null check (reason <> ''),
      at            timestamptz not null,
      by_id         uuid not null,
      primary key (fund_id, regulation_id),
      foreign key (fund_id, regulation_id) references regulations on delete restrict
    )`.execute(db)
  await sql`select confine_to_fund('regulation_recalls')`.execute(db)
  await sql`grant select, insert (regulation_id, reason, at, by_id) on regulation_recalls to sajja_fund`.execute(db)
  await sql`alter table regulations drop constraint regulations_fund_id_from_on_key`.execute(db)
  await sql`grant delete on notices to sajja_fund`.execute(db)
}
