import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await suspendFunds(db)
  await keepPeople(db)
  await keepRoles(db)
  await keepSessions(db)
  await keepPasskeys(db)
  await keepInvitations(db)
  await keepFailures(db)
}

async function suspendFunds(db: Kysely<unknown>) {
  // A host may close a fund's door for a while: its committee is told so, its public notice stays up.
  await sql`alter table funds add column suspended_at timestamptz`.execute(db)
  await sql`grant update (suspended_at) on funds to sajja_operator`.execute(db)
}

async function keepPeople(db: Kysely<unknown>) {
  // People are known at the gate, before any fund is: one person may serve several funds. The telephone number is what one signs in
  // with beside a password, so it is unique among all; who has a passkey alone needs none.
  await sql`
    create table people (
      id            uuid primary key,
      name          text not null check (name <> ''),
      phone         text unique check (phone ~ '^0[0-9]{8,9}$'),
      password_hash text,
      joined_at     timestamptz not null,
      check (password_hash is null or phone is not null)
    )`.execute(db)
  await sql`grant select, insert, update (name, phone, password_hash) on people to sajja_gate`.execute(db)
}

async function keepRoles(db: Kysely<unknown>) {
  // Who may do what: the office a person holds in a fund or a network, or at the host. Holding none, one sees nothing of either.
  await sql`
    create table fund_roles (
      fund_id   uuid not null references funds on delete restrict,
      person_id uuid not null references people on delete restrict,
      role      text not null check (role in ('viewer', 'clerk', 'approver', 'treasurer', 'rule-keeper', 'fund-admin')),
      given_at  timestamptz not null,
      given_by  uuid references people on delete restrict,
      primary key (fund_id, person_id, role)
    )`.execute(db)
  await sql`create index fund_roles_of_person on fund_roles (person_id)`.execute(db)
  await sql`
    create table network_roles (
      network_id uuid not null references networks on delete restrict,
      person_id  uuid not null references people on delete restrict,
      role       text not null check (role in ('network-officer')),
      given_at   timestamptz not null,
      given_by   uuid references people on delete restrict,
      primary key (network_id, person_id, role)
    )`.execute(db)
  await sql`create index network_roles_of_person on network_roles (person_id)`.execute(db)
  await sql`
    create table operators (
      person_id uuid primary key references people on delete restrict,
      given_at  timestamptz not null,
      given_by  uuid references people on delete restrict
    )`.execute(db)
  await sql`grant select, insert, delete on fund_roles to sajja_gate`.execute(db)
  await sql`grant select, insert on network_roles, operators to sajja_gate`.execute(db)
}

async function keepSessions(db: Kysely<unknown>) {
  // A session is known by the hash of its token, so that who reads this table can open none of them.
  await sql`
    create table sessions (
      id           text primary key check (id ~ '^[0-9a-f]{64}$'),
      person_id    uuid not null references people on delete restrict,
      device       text not null,
      idle_minutes bigint not null check (idle_minutes > 0),
      started_at   timestamptz not null,
      seen_at      timestamptz not null,
      expires_at   timestamptz not null
    )`.execute(db)
  await sql`create index sessions_of_person on sessions (person_id)`.execute(db)
  await sql`grant select, insert, update (seen_at), delete on sessions to sajja_gate`.execute(db)
}

async function keepPasskeys(db: Kysely<unknown>) {
  // A passkey: the public half of a key that never leaves its owner's phone. A challenge is answered once.
  await sql`
    create table passkeys (
      id         text primary key,
      person_id  uuid not null references people on delete restrict,
      public_key text not null,
      counter    bigint not null,
      transports jsonb not null check (jsonb_typeof(transports) = 'array'),
      device     text not null,
      made_at    timestamptz not null,
      used_at    timestamptz not null
    )`.execute(db)
  await sql`create index passkeys_of_person on passkeys (person_id)`.execute(db)
  await sql`
    create table passkey_challenges (
      challenge  text primary key,
      purpose    text not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`grant select, insert, update (counter, used_at), delete on passkeys to sajja_gate`.execute(db)
  await sql`grant select, insert, delete on passkey_challenges to sajja_gate`.execute(db)
}

async function keepInvitations(db: Kysely<unknown>) {
  // An invitation is bound to one role, in one fund or network or at the host, and known by the hash of its token.
  await sql`
    create table invitations (
      id          uuid primary key,
      fund_id     uuid references funds on delete restrict,
      network_id  uuid references networks on delete restrict,
      role        text not null check (role in ('viewer', 'clerk', 'approver', 'treasurer', 'rule-keeper', 'fund-admin', 'network-officer', 'operator')),
      token_hash  text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
      name        text not null check (name <> ''),
      made_at     timestamptz not null,
      made_by     uuid references people on delete restrict,
      expires_at  timestamptz not null,
      accepted_at timestamptz,
      accepted_by uuid references people on delete restrict,
      check ((fund_id is null) = (role in ('network-officer', 'operator'))),
      check ((network_id is null) = (role <> 'network-officer')),
      check ((accepted_at is null) = (accepted_by is null))
    )`.execute(db)
  await sql`create index invitations_of_fund on invitations (fund_id, made_at)`.execute(db)
  await sql`grant select, insert, update (accepted_at, accepted_by), delete on invitations to sajja_gate`.execute(db)

  // The host invites operators, officers of a network and a fund's first administrator. It reads nobody's roster.
  await sql`
    grant insert (id, fund_id, network_id, role, token_hash, name, made_at, made_by, expires_at) on invitations to sajja_operator`.execute(db)
}

async function keepFailures(db: Kysely<unknown>) {
  // How often a sign-in has failed, by the hash of what it was tried on or came from; nobody's number or address stands here.
  await sql`
    create table sign_in_failures (
      key      text primary key,
      failures bigint not null,
      last_at  timestamptz not null
    )`.execute(db)

  await sql`grant select, insert, update, delete on sign_in_failures to sajja_gate`.execute(db)
}
