import { expect, test, onTestFinished, vi } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import { vocabularyOf } from '../../plugins/kit/plugin.ts'
import { createApp } from '../../server/app.ts'
import { JudgedFrom } from '../../server/claims/judging.ts'
import { applyTenants } from '../../server/funds/tenants.ts'
import { startSession } from '../../server/http/session.ts'
import { makeTrialPeople } from '../../server/people/trial.ts'
import { listPublications } from '../../server/regulations/queries.ts'
import { fillFund, listUnfilled } from '../../server/trial/filling.ts'
import { SAMPLE_FUNDS } from '../../server/trial/sample-funds.ts'
import { newDatabase, SECRET } from '../database.ts'

const NOW = new Date('2026-11-23T03:00:00Z')
const vocabulary = vocabularyOf(plugins)

/** The province as a trial has it, with kamala filled, and the front door to it. */
async function province() {
  vi.setSystemTime(NOW)
  onTestFinished(() => { vi.useRealTimers() })
  const { doors, superuser } = await newDatabase()
  await applyTenants(doors, plugins, NOW)
  await makeTrialPeople(doors, ['kamala', 'thep-krasattri'], NOW)
  const fill = async (slug: string) => fillFund(slug, { doors, vocabulary, secret: SECRET, now: NOW })
  await fill('kamala')
  const app = createApp({ doors, plugins, origin: 'http://127.0.0.1:3000', secret: SECRET, now: () => new Date(), beingFilled: new Set(['sakhu']) })
  const as = async (role: string) => {
    const [person] = await superuser<{ person_id: string }[]>`select person_id from fund_roles join funds on funds.id = fund_id where slug = 'kamala' and role = ${role}`
    if (!person) throw new Error('a trial has somebody in every office')
    const token = await doors.atGate((rows) => startSession(rows, { personId: person.person_id, device: 'a telephone', idleMinutes: 240 }, new Date()))
    const send = async (path: string, body?: object) => app.request(`/api/funds/kamala${path}`, {
      headers: { cookie: `__Host-sajja=${token}`, origin: 'http://127.0.0.1:3000', ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
    return { get: async (path: string) => (await send(path)).json(), post: send }
  }
  return { doors, superuser, app, as, fill }
}

/** Judges every claim and decision of kamala again. */
async function judgeAgain({ doors, superuser }: Awaited<ReturnType<typeof province>>) {
  const [fund] = await superuser<{ id: string }[]>`select id from funds where slug = 'kamala'`
  const publications = await doors.inFund(fund?.id ?? '')(listPublications)
  const kept = await superuser<{ regulation_hash: string; judged_from: unknown; verdict: unknown }[]>`
    select regulation_hash, judged_from, verdict from claims
    union all select c.regulation_hash, d.judged_from, d.verdict from claim_decisions d join claims c on (c.fund_id, c.id) = (d.fund_id, d.claim_id)`

  expect(kept.length).toBeGreaterThan(1000)
  for (const { regulation_hash, judged_from, verdict } of kept) {
    const regulation = publications.find(({ hash }) => hash === regulation_hash)?.regulation
    if (!regulation) throw new Error('a claim was judged by a regulation of its fund')
    expect(JSON.parse(JSON.stringify(await evaluate({ ...JudgedFrom.parse(judged_from), regulation, vocabulary })))).toEqual(verdict)
  }
}

test('every fund of the province is applied, the list says which are still being filled, and one that has members is left as it is', { timeout: 120_000 }, async () => {
  const { app, doors, superuser: sql, fill } = await province()
  const { funds } = await (await app.request('/api/networks/phuket/funds')).json()

  expect(funds.filter(({ kind }: { kind: string }) => kind !== 'network').map(({ slug }: { slug: string }) => slug).toSorted()).toEqual(SAMPLE_FUNDS.map(({ slug }) => slug).toSorted())
  expect(funds.filter(({ kind }: { kind: string }) => kind === 'network')).toEqual([expect.objectContaining({ slug: 'phuket-leaders' })])
  expect(funds.filter((fund: { notice?: object }) => !fund.notice)).toEqual([])
  expect(funds.filter((fund: { beingFilled?: true }) => fund.beingFilled).map(({ slug }: { slug: string }) => slug)).toEqual(['sakhu'])
  expect(new Set(funds.map(({ name }: { name: { th: string } }) => name.th)).size).toBe(19)
  expect(await listUnfilled(doors, ['kamala', 'sakhu'])).toEqual(['sakhu'])

  await sql`insert into members (fund_id, id, number, number_key, first_name, last_name, name_key, last_name_key, household_id, beneficiaries, version)
    select id, gen_random_uuid(), '1', '1', 'มาลี', 'ศรีสุข', 'a', 'b', gen_random_uuid(), '[]', 1 from funds where slug = 'sakhu'`
  await fill('sakhu')
  await fill('kamala')
  expect(await sql`select slug, count(*)::int from members join funds on funds.id = fund_id group by slug order by slug`).toEqual([{ slug: 'kamala', count: 620 }, { slug: 'sakhu', count: 1 }])
})

test('what stands in the books could have been entered one by one, and there is something of everything', { timeout: 120_000 }, async () => {
  const scene = await province()
  const { superuser: sql } = scene
  await judgeAgain(scene)

  const none = {
    'a member without a first status': sql`select id from members m where not exists (select from member_statuses s where s.fund_id = m.fund_id and s.member_id = m.id and s.position = 1)`,
    'instalments paid twice': sql`
      select a.receipt_id from receipt_lines a join receipts ra on (ra.fund_id, ra.id) = (a.fund_id, a.receipt_id)
      join receipts rb on (rb.fund_id, rb.member_id) = (ra.fund_id, ra.member_id) join receipt_lines b on (b.fund_id, b.receipt_id) = (rb.fund_id, rb.id)
      where a.receipt_id < b.receipt_id and a.covers_from < b.covers_until and b.covers_from < a.covers_until`,
    'a receipt that is not the sum of its lines': sql`select id from receipts r where total_satang <> (select sum(amount_satang) from receipt_lines l where (l.fund_id, l.receipt_id) = (r.fund_id, r.id))`,
    'something recorded before it happened, or still to come': sql`
      select member_id from member_statuses where (recorded_at at time zone 'Asia/Bangkok')::date < happened_on or recorded_at > ${NOW}
      union all select member_id from receipts where received_on > ${NOW} union all select member_id from claims where claimed_on > ${NOW} or event_on > claimed_on`,
    'a counter that is not the sum of its charges': sql`
      select limit_id from limit_counters c left join lateral (
        select coalesce(sum(used), 0) used, coalesce(sum(beyond), 0) beyond from claim_charges h where (h.fund_id, h.limit_id, h.holder_id, h.span_from_on) = (c.fund_id, c.limit_id, c.holder_id, c.span_from_on)) h on true
      where c.used <> h.used or c.by_resolution <> h.beyond`,
    'a claim without its number, in the order of entry': sql`
      select id from (select c.*, row_number() over (partition by fund_id, year_be order by entered_at) as expected from claims c) c
      where number <> expected or year_be <> extract(year from claimed_on) + 543`,
    'a year that has not counted its claims': sql`select year_be from claim_years y where numbered <> (select count(*) from claims c where (c.fund_id, c.year_be) = (y.fund_id, y.year_be))`,
    'a payment that is not what was resolved': sql`select p.claim_id from claim_payments p join claim_decisions d on (d.fund_id, d.claim_id) = (p.fund_id, p.claim_id) where p.amount_satang <> d.amount_satang or d.outcome <> 'approved'`,
    'a state that is not the last thing done': sql`select id from claims c where state <> (select act from claim_events e where (e.fund_id, e.claim_id) = (c.fund_id, c.id) order by position desc limit 1)`,
    'a decision by who entered it, or a stranger': sql`select c.id from claims c join claim_decisions d on (d.fund_id, d.claim_id) = (c.fund_id, c.id) left join people on people.id = d.decided_by where c.entered_by = d.decided_by or people.id is null`,
    'a claimant who serves': sql`select id from members where first_name || ' ' || last_name in (select name from people)`,
    'a telephone number that could be somebody’s': sql`select id from members where phone not like '00%'`,
    'a death after which something was paid in': sql`select r.id from receipts r join member_statuses s on (s.fund_id, s.member_id) = (r.fund_id, r.member_id) where s.kind = 'died' and r.received_on >= s.happened_on`,
  }
  for (const [what, query] of Object.entries(none)) expect(await query, what).toEqual([])

  const [counted] = await sql`
    select count(*)::int as members, (select count(*)::int from receipts) as receipts, (select count(*)::int from claims) as claims,
      (select jsonb_agg(distinct kind order by kind) from member_statuses) as kinds, (select jsonb_agg(distinct state order by state) from claims) as states,
      (select jsonb_agg(distinct every order by every) from contribution_plans) as plans, (select count(*)::int from (select from members group by household_id having count(*) > 1) h) as families,
      (select min(event_on)::text from claims) as first, (select count(*)::int from claims where state = 'approved' and verdict ->> 'outcome' = 'ineligible') as against
    from members`

  expect(counted).toMatchObject({ members: 620 })
  expect(counted?.receipts / counted?.members).toBeLessThan(9)
  expect(counted?.claims).toBeGreaterThan(500)
  expect(counted?.first < '2022-02-01').toBe(true)
  expect(counted?.against, 'approved against the verdict').toBeLessThan(30)
  expect(counted?.families).toBeGreaterThan(100)
  expect(counted?.kinds).toEqual(['accepted', 'applied', 'carried-over', 'died', 'lapsed', 'rejoined', 'resigned'])
  expect(counted?.states).toEqual(['approved', 'paid', 'refused', 'submitted'])
  expect(counted?.plans).toEqual(['half-year', 'month', 'quarter', 'year'])
})

test('through the front door: a claim that waits is judged as it was, a new one is taken in, arrears and entitlements answer', { timeout: 120_000 }, async () => {
  const { as } = await province()
  const clerk = await as('clerk')
  const approver = await as('approver')

  const { claims: [waiting] } = await clerk.get('/claims?state=submitted')
  const { asJudged, current, ...shown } = await approver.get(`/claims/${waiting.id}`)
  expect(current.finding).toEqual(asJudged.finding)
  expect(shown).toMatchObject({ can: ['decide'], cannot: [] })

  const { members: [first] } = await clerk.get('/members?standing=member')
  const submitted = await clerk.post('/claims', { memberId: first.id, benefitId: 'hospital', answers: { admittedOn: '2026-11-20', dischargedOn: '2026-11-22', collector: 'self' } })
  expect(submitted.status).toBe(201)
  const { count, members } = await clerk.get('/arrears')
  expect(count).toBeGreaterThan(10)
  expect(count).toBeLessThan(120)
  expect(members[0]).toMatchObject({ number: expect.stringMatching(/^\d{4}$/), instalmentsMissed: expect.any(Number) })
  const { entitlements } = await clerk.get(`/members/${first.id}/entitlements`)
  expect(entitlements.map(({ benefit }: { benefit: { id: string } }) => benefit.id)).toContain('elderly')
  expect(await clerk.get(`/members/${first.id}/passbook`)).toMatchObject({ instalmentsPaid: expect.any(Number) })
  expect(await (await as('fund-admin')).get(`/members/${first.id}`)).toMatchObject({ citizenIdMasked: expect.stringMatching(/^x-xxxx-xxxx\d-\d\d-\d$/) })
})
