import { sql, type Kysely } from 'kysely'

// What the funds of a network learn from each other: no member's name or money stands in any of it, only funds, counts of people, and who
// of those that serve wrote something.
export async function up(db: Kysely<unknown>) {
  await keepModelAreas(db)
  await keepGatherings(db)
  await keepQuestions(db)
}

async function keepModelAreas(db: Kysely<unknown>) {
  // A model area (พื้นที่ต้นแบบ): the network chooses a fund for what is special there, and the fund agrees or not. Either may end it.
  await sql`
    create table model_areas (
      network_id uuid not null,
      issuer_id  uuid not null,
      id         uuid not null,
      special    text not null check (special <> ''),
      chosen_at  timestamptz not null,
      chosen_by  uuid not null,
      agreed_at  timestamptz,
      agreed_by  uuid,
      ended_at   timestamptz,
      ended_by   uuid,
      primary key (network_id, id),
      foreign key (network_id, issuer_id) references funds (network_id, id) on delete restrict,
      check ((agreed_at is null) = (agreed_by is null)),
      check ((ended_at is null) = (ended_by is null))
    )`.execute(db)
  await sql`create unique index one_model_area_of_a_fund on model_areas (network_id, issuer_id) where ended_at is null`.execute(db)
  await sql`select confine_to_network('model_areas')`.execute(db)
  await sql`grant select, insert (network_id, issuer_id, id, special, chosen_at, chosen_by), update (ended_at, ended_by) on model_areas to sajja_network`.execute(db)
  await sql`grant select, update (agreed_at, agreed_by, ended_at, ended_by) on model_areas to sajja_fund`.execute(db)
}

async function keepGatherings(db: Kysely<unknown>) {
  // A study visit (การศึกษาดูงาน) to a fund, the issuer, or an assembly (สมัชชา), which is of none.
  await sql`
    create table gatherings (
      network_id  uuid not null,
      issuer_id   uuid,
      id          uuid not null,
      kind        text not null check (kind in ('visit', 'assembly')),
      held_on     date not null,
      place       text not null check (place <> ''),
      about       text not null check (about <> ''),
      recorded_at timestamptz not null,
      recorded_by uuid not null,
      removed_at  timestamptz,
      removed_by  uuid,
      primary key (network_id, id),
      foreign key (network_id, issuer_id) references funds (network_id, id) on delete restrict,
      check ((kind = 'visit') = (issuer_id is not null)),
      check ((removed_at is null) = (removed_by is null))
    )`.execute(db)
  await sql`select confine_to_network('gatherings')`.execute(db)
  await sql`
    grant select, insert (network_id, issuer_id, id, kind, held_on, place, about, recorded_at, recorded_by), update (removed_at, removed_by) on gatherings to sajja_network`.execute(db)

  // How many of a fund came, and what the fund took home: in words, and as the number of its own regulation that followed.
  await sql`
    create table attendances (
      network_id        uuid not null,
      issuer_id         uuid not null,
      gathering_id      uuid not null,
      people            bigint not null check (people between 1 and 9999),
      taken_home        text check (taken_home <> ''),
      regulation_number bigint check (regulation_number > 0),
      told_at           timestamptz,
      told_by           uuid,
      primary key (network_id, issuer_id, gathering_id),
      foreign key (network_id, issuer_id) references funds (network_id, id) on delete restrict,
      foreign key (network_id, gathering_id) references gatherings (network_id, id) on delete restrict,
      check ((told_at is null) = (taken_home is null)),
      check ((told_at is null) = (told_by is null))
    )`.execute(db)
  await sql`select confine_to_network('attendances')`.execute(db)
  await sql`grant select, insert (network_id, issuer_id, gathering_id, people) on attendances to sajja_network`.execute(db)
  await sql`grant select, update (taken_home, regulation_number, told_at, told_by) on attendances to sajja_fund`.execute(db)
}

async function keepQuestions(db: Kysely<unknown>) {
  // What a committee asks: another fund about what is special there, or the network about a rule pack. Answered by whom it was put to, or
  // by the network, whose answers are of no fund.
  await sql`
    create table questions (
      network_id uuid not null,
      issuer_id  uuid not null default current_fund(),
      id         uuid not null,
      host_id    uuid,
      pack_id    text,
      text       text not null check (text <> ''),
      asked_at   timestamptz not null,
      asked_by   uuid not null,
      primary key (network_id, id),
      foreign key (network_id, issuer_id) references funds (network_id, id) on delete restrict,
      foreign key (network_id, host_id) references funds (network_id, id) on delete restrict,
      check ((host_id is null) <> (pack_id is null))
    )`.execute(db)
  await sql`select confine_to_network('questions')`.execute(db)
  await sql`grant select on questions to sajja_network`.execute(db)
  await sql`grant select, insert (network_id, id, host_id, pack_id, text, asked_at, asked_by) on questions to sajja_fund`.execute(db)
  await sql`
    create table answers (
      network_id  uuid not null,
      issuer_id   uuid,
      id          uuid not null,
      question_id uuid not null,
      text        text not null check (text <> ''),
      answered_at timestamptz not null,
      answered_by uuid not null,
      primary key (network_id, id),
      foreign key (network_id, issuer_id) references funds (network_id, id) on delete restrict,
      foreign key (network_id, question_id) references questions (network_id, id) on delete restrict
    )`.execute(db)
  await sql`select confine_to_network('answers')`.execute(db)
  await sql`grant select, insert (network_id, id, question_id, text, answered_at, answered_by) on answers to sajja_network`.execute(db)
  await sql`grant select, insert (network_id, issuer_id, id, question_id, text, answered_at, answered_by) on answers to sajja_fund`.execute(db)
}
