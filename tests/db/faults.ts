import type postgres from 'postgres'

const PUBLIC_TABLES = ['funds', 'networks']
const NETWORK_TABLES = ['notices', 'notice_recalls', 'figures', 'network_neighbours', 'model_areas', 'gatherings', 'attendances', 'questions', 'answers', 'draft_guests']
/** Of networks too, but what reaches all provinces is read in each: the policies of each, by name, door, act, and what they let through. */
const LIBRARY_POLICIES: Record<string, string[]> = {
  shared_packs: [
    'own_issue sajja_fund * (issuer_id = current_fund()) ',
    "own_network sajja_network * ((network_id = current_network()) AND (reach <> 'fund'::text)) ((network_id = current_network()) AND (issuer_id IS NULL))",
    "reaching_all sajja_network r (reach = 'all'::text) ",
  ],
  endorsements: ['own_network sajja_network * (network_id = current_network()) ', "reaching_all sajja_network r (reach = 'all'::text) "],
}
/** Whose a pack's id is, on the whole host: written and never read, by nobody for another. */
const OWNERS_POLICIES: Record<string, string[]> = {
  pack_owners: [
    "owned_by_fund sajja_fund a  ((owner = (current_fund())::text) OR (owner ~~ 'signed by %'::text))",
    "owned_by_network sajja_network a  ((owner = (current_network())::text) OR (owner ~~ 'signed by %'::text))",
  ],
}
/** Read before a fund is known, and reached through the gate alone: no policy of a tenant's could confine them. */
const GATE_TABLES = ['people', 'fund_roles', 'network_roles', 'operators', 'sessions', 'passkeys', 'passkey_challenges', 'invitations', 'sign_in_failures']
/** The host's own record of its funds, reached through the operator's door alone. */
const HOST_TABLES = ['fund_suspensions']

const membersGrants = { centres: ['select', 'insert', 'update'], members: ['select', 'insert', 'update'], member_statuses: ['select', 'insert'], status_withdrawals: ['select', 'insert'], member_events: ['select', 'insert'] }
const contributionsGrants = {
  contribution_plans: ['select', 'insert'], receipts: ['select', 'insert'], receipt_lines: ['select', 'insert'], receipt_voids: ['select', 'insert'],
  repeatable_requests: ['select', 'insert', 'update'],
}

const claimsGrants = {
  claims: ['select', 'insert', 'update'], claim_years: ['select', 'insert', 'update'], claim_certifications: ['select', 'insert'], claim_decisions: ['select', 'insert'], limit_counters: ['select', 'insert', 'update'], claim_charges: ['select', 'insert'],
  claim_payments: ['select', 'insert'], claim_events: ['select', 'insert'],
}

const learningGrants = { model_areas: ['select', 'update'], attendances: ['select', 'update'], questions: ['select', 'insert'], answers: ['select', 'insert'] }
const networkLearningGrants = { model_areas: ['select', 'insert', 'update'], gatherings: ['select', 'insert', 'update'], attendances: ['select', 'insert'], questions: ['select'], answers: ['select', 'insert'] }

/** Who may do what, beyond which nobody may anything: the table of doors, as grants. */
const GRANTS: Record<string, Record<string, string[]>> = {
  sajja_gate: {
    networks: ['select'], funds: ['select'],
    people: ['select', 'insert', 'update'], fund_roles: ['select', 'insert', 'delete'], network_roles: ['select', 'insert'], operators: ['select', 'insert'],
    sessions: ['select', 'insert', 'update', 'delete'], passkeys: ['select', 'insert', 'update', 'delete'], passkey_challenges: ['select', 'insert', 'delete'],
    invitations: ['select', 'insert', 'update', 'delete'], sign_in_failures: ['select', 'insert', 'update', 'delete'],
  },
  sajja_fund: { networks: ['select'], funds: ['select'], pack_owners: ['insert'], shared_packs: ['select', 'insert', 'update'], fund_settings: ['select', 'insert', 'update'], regulations: ['select', 'insert'], regulation_recalls: ['select', 'insert'], notices: ['select', 'insert'], notice_recalls: ['select', 'insert'], figure_events: ['select', 'insert'], figures: ['select', 'insert', 'delete'], drafts: ['select', 'insert', 'update'], draft_events: ['select', 'insert'], neighbours: ['select', 'insert', 'update', 'delete'], draft_guests: ['select', 'insert', 'update'], ...learningGrants, ...membersGrants, ...contributionsGrants, ...claimsGrants },
  sajja_network: { networks: ['select'], funds: ['select'], notices: ['select'], notice_recalls: ['select'], figures: ['select'], network_neighbours: ['select', 'insert', 'update'], draft_guests: ['select'], pack_owners: ['insert'], shared_packs: ['select', 'insert', 'update'], endorsements: ['select', 'insert', 'update'], ...networkLearningGrants },
  sajja_operator: { networks: ['select', 'insert', 'update'], funds: ['select', 'insert', 'update'], invitations: ['insert'], fund_suspensions: ['select', 'insert', 'update'] },
}

/** Where the database's own catalogue departs from the walls that trust stands on. None on a sound database. */
export async function faultsOf(sql: postgres.ISql): Promise<string[]> {
  const tables = await sql<Table[]>`
    select relname as name, pg_class.oid as id, relrowsecurity as enabled, relforcerowsecurity as forced,
      exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'fund_id') as "ofFund"
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') and relname not like 'kysely%'`
  const perTable = await Promise.all(tables.map((table) => faultsOfTable(sql, table)))
  return [...perTable.flat(), ...await powersOfRoles(sql), ...await surplusGrants(sql)]
}

interface Table { name: string; id: number; enabled: boolean; forced: boolean; ofFund: boolean }

async function faultsOfTable(sql: postgres.ISql, table: Table): Promise<string[]> {
  const triggers = await sql<{ tgname: string }[]>`select tgname from pg_trigger where tgrelid = ${table.id} and not tgisinternal`
  const faults = triggers.map(({ tgname }) => `has a trigger ${tgname}`)
  if ([...GATE_TABLES, ...HOST_TABLES].includes(table.name)) return faults.map((fault) => `${table.name}: ${fault}`)
  if (table.ofFund) faults.push(...faultsOfWall(table), ...await faultsOfPolicy(sql, table), ...await faultsOfKeys(sql, table, 'fund_id'))
  else if (NETWORK_TABLES.includes(table.name)) faults.push(...faultsOfWall(table), ...await faultsOfNetworkPolicies(sql, table), ...await faultsOfKeys(sql, table, 'network_id'))
  else if (table.name in LIBRARY_POLICIES) faults.push(...faultsOfWall(table), ...await faultsOfPolicies(sql, table, LIBRARY_POLICIES[table.name]), ...await faultsOfKeys(sql, table, 'network_id', ['shared_packs_owner']))
  else if (table.name in OWNERS_POLICIES) faults.push(...faultsOfWall(table), ...await faultsOfPolicies(sql, table, OWNERS_POLICIES[table.name]), ...await faultsOfKeys(sql, table, 'pack_id'))
  else if (!PUBLIC_TABLES.includes(table.name)) faults.push('neither of a fund, nor of a network, nor of the gate, nor of the host, nor public')
  return faults.map((fault) => `${table.name}: ${fault}`)
}

function faultsOfWall(table: Table): string[] {
  return [
    ...(table.enabled ? [] : ['row-level security is not enabled']),
    ...(table.forced ? [] : ['row-level security is not forced']),
  ]
}

async function faultsOfPolicy(sql: postgres.ISql, table: Table): Promise<string[]> {
  const policies = await policiesOf(sql, table)
  const sound = policies.length === 1 && policies.every((policy) => policy.using === '(fund_id = current_fund())' && policy.check === null && policy.command === '*' && policy.permissive && policy.roles === 'public')
  return sound ? [] : [`policies [${policies.map((policy) => policy.name).join(', ')}] instead of own_fund (fund_id = current_fund()) for everyone`]
}

async function faultsOfNetworkPolicies(sql: postgres.ISql, table: Table): Promise<string[]> {
  const policies = await policiesOf(sql, table)
  const found = policies.map((policy) => [policy.name, policy.roles, policy.using, policy.check].join(' '))
  const sound = found.join('; ') === 'own_issue sajja_fund (issuer_id = current_fund()) ; own_network sajja_network (network_id = current_network()) '
  return sound ? [] : [`policies [${policies.map((policy) => policy.name).join(', ')}] instead of own_issue and own_network`]
}

async function faultsOfPolicies(sql: postgres.ISql, table: Table, wanted: readonly string[] = []): Promise<string[]> {
  const found = (await policiesOf(sql, table)).map(({ name, roles, command, using, check }) => [name, roles, command, using, check].join(' '))
  return found.join('; ') === wanted.join('; ') ? [] : [`policies [${found.join('; ')}] instead of [${wanted.join('; ')}]`]
}

interface Policy { name: string; using: string | null; check: string | null; command: string; permissive: boolean; roles: string }

const policiesOf = (sql: postgres.ISql, table: Table) => sql<Policy[]>`
  select polname as name, pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check, polcmd as command, polpermissive as permissive,
    (select string_agg(case when role = 0 then 'public' else role::regrole::text end, ', ') from unnest(polroles) as role) as roles
  from pg_policy where polrelid = ${table.id} order by polname`

/** Every primary, unique, exclusion and foreign key but these begins with the column, and no foreign key acts on its own. */
async function faultsOfKeys(sql: postgres.ISql, table: Table, column: string, except: readonly string[] = []): Promise<string[]> {
  const keys = await sql<{ name: string; first: string }[]>`
    select indexrelid::regclass::text as name, attname as first
    from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
    where indrelid = ${table.id} and (indisunique or indisexclusion)
    union all select conname, attname
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where conrelid = ${table.id} and contype = 'f'`
  const acting = await sql<{ conname: string }[]>`
    select conname from pg_constraint where conrelid = ${table.id} and contype = 'f' and (confdeltype <> 'r' or confupdtype <> 'a')`
  return [
    ...keys.filter((key) => key.first !== column && !except.includes(key.name)).map((key) => `${column} does not lead ${key.name}`),
    ...acting.map(({ conname }) => `${conname} is not on delete restrict`),
  ]
}

async function powersOfRoles(sql: postgres.ISql): Promise<string[]> {
  const roles = Object.keys(GRANTS)
  const powers = await sql<{ fault: string }[]>`
    select rolname || ': ' || power as fault from pg_roles, unnest(
      array['superuser', 'bypassrls', 'createrole', 'createdb', 'replication', 'no login'],
      array[rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, not rolcanlogin]) as has (power, held)
    where rolname in ${sql(roles)} and held
    union all select rolname || ': owns ' || relname from pg_class join pg_roles on pg_roles.oid = relowner where rolname in ${sql(roles)}
    union all select member::regrole || ': member of ' || roleid::regrole from pg_auth_members where member::regrole::text in ${sql(roles)}`
  return powers.map(({ fault }) => fault)
}

/** Grants on tables and on their columns alike, to the doors and to everyone. */
async function surplusGrants(sql: postgres.ISql): Promise<string[]> {
  const grants = await sql<{ role: string; table: string; act: string }[]>`
    select distinct case when grantee = 0 then 'public' else grantee::regrole::text end as role, relname as table, lower(privilege_type) as act
    from pg_class cross join lateral (
      select grantee, privilege_type from aclexplode(relacl)
      union all select entry.grantee, entry.privilege_type from pg_attribute cross join lateral aclexplode(attacl) as entry where attrelid = pg_class.oid
    ) as given
    where relnamespace = 'public'::regnamespace and grantee <> relowner
    order by 1, 2, 3`
  return grants.filter(({ role, table, act }) => !GRANTS[role]?.[table]?.includes(act)).map(({ role, table, act }) => `grants: ${role} ${act} ${table}`)
}
