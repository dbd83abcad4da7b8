import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // How many claims a fund has numbered in a Buddhist year. Whoever hands one in takes the next number here and holds the row until it is kept.
  await sql`
    create table claim_years (
      fund_id  uuid not null default current_fund() references funds on delete restrict,
      year_be  bigint not null check (year_be between 2400 and 2999),
      numbered bigint not null check (numbered > 0),
      primary key (fund_id, year_be)
    )`.execute(db)
  await sql`select confine_to_fund('claim_years')`.execute(db)
  await sql`grant select, insert (year_be, numbered), update (numbered) on claim_years to sajja_fund`.execute(db)

  // A claim bears the number of its paper form (เลขที่ …/ปี): of the year in which it was handed in, in the order of entry, for ever.
  await sql`alter table claims add column year_be bigint check (year_be between 2400 and 2999), add column number bigint check (number > 0)`.execute(db)

  // What was entered before is numbered too, fund by fund through its own wall.
  await sql`
    do $$
    declare fund uuid;
    begin
      for fund in select id from funds loop
        perform set_config('app.fund_id', fund::text, true);
        update claims set year_be = numbering.year_be, number = numbering.number
        from (
          select id, year_be, row_number() over (partition by year_be order by entered_at, id) as number
          from (select id, entered_at, extract(year from claimed_on)::bigint + 543 as year_be from claims) as dated
        ) as numbering
        where claims.id = numbering.id;
        insert into claim_years (year_be, numbered) select year_be, count(*) from claims group by year_be;
      end loop;
      perform set_config('app.fund_id', '', true);
    end $$`.execute(db)
  await sql`alter table claims alter column year_be set not null, alter column number set not null, add unique (fund_id, year_be, number)`.execute(db)
  await sql`grant insert (year_be, number) on claims to sajja_fund`.execute(db)
}
