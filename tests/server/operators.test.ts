import { describe, expect, test } from 'vitest'
import { packHash } from '../../plugins/kit/regulation.ts'
import { banMaiDefinition, cast } from '../cast.ts'
import { PASSWORD, visitor } from '../people.ts'
import { answered } from './drafting.ts'
import { atBanMai, sharing } from './library-scene.ts'

const funds = '/api/operator/funds'
const [profile] = banMaiDefinition.profiles
if (!profile) throw new Error('Ban Mai has a profile')
const maiKhao = { ...banMaiDefinition, slug: 'mai-khao', profiles: [{ ...profile, from: '2026-11-01', name: { th: 'กองทุนสวัสดิการชุมชนตำบลไม้ขาว', en: 'Mai Khao Community Welfare Fund' }, tambonCodes: ['830305'] }] }
const [published] = maiKhao.publications
if (!published) throw new Error('Ban Mai has a regulation')
const MINUTES = 60_000

describe('the list of funds', () => {
  test('it works: each with its network, its rules, its administrators, and whether it is open', async () => {
    const { kit } = await cast()
    const answer = await kit.get(funds)

    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      funds: [
        {
          slug: 'ban-mai', network: { slug: 'sample', name: { th: 'เครือข่ายตัวอย่าง', en: 'Sample network' } },
          name: { th: 'กองทุนสวัสดิการชุมชนเทศบาลตำบลบ้านใหม่', en: 'Ban Mai Municipality Community Welfare Fund' },
          localGovernment: { th: 'เทศบาลตำบลบ้านใหม่', en: 'Ban Mai Subdistrict Municipality' }, kind: 'subdistrict-municipality', tambonCodes: ['990101'],
          inForceFrom: '2020-01-01', administrators: 1,
        },
        expect.objectContaining({ slug: 'nong-bua', administrators: 1 }),
      ],
    })
  })

  test('a fund without a regulation says so; one that is to come has its day', async () => {
    const { kit, apply } = await cast()
    await apply({ ...maiKhao, publications: [{ ...published, fromOn: '2027-01-01' }] })

    const { funds: listed } = await (await kit.get(funds)).json()
    const daysOf = (slug: string) => { const { inForceFrom, nextFrom } = listed.find((each: { slug: string }) => each.slug === slug); return { inForceFrom, nextFrom } }
    expect(daysOf('nong-bua')).toEqual({})
    expect(daysOf('mai-khao')).toEqual({ nextFrom: '2027-01-01' })
  })

  test('only administrators who can sign in are counted', async () => {
    const { kit, colleague, superuser } = await cast()
    const [other] = [await colleague('fund-admin'), await colleague('clerk')]
    const administrators = async () => (await (await kit.get(`${funds}/ban-mai`)).json()).administrators

    expect(await administrators()).toBe(2)
    await superuser`update people set password_hash = null where id = ${other.id}`
    expect(await administrators()).toBe(1)
    await superuser`insert into passkeys ${superuser({ id: 'key', person_id: other.id, public_key: 'x', counter: 0, transports: superuser.json([]), device: '', made_at: new Date(), used_at: new Date() })}`
    expect(await administrators()).toBe(2)
  })

  test('it comes a page at a time, and is found by a part of any name it ever had', async () => {
    const { kit, apply } = await cast()
    await apply(maiKhao)
    const slugs = async (query: string) => { const page = await (await kit.get(`${funds}?${query}`)).json(); return [page.funds.map(({ slug }: { slug: string }) => slug), page.next] }

    expect(await slugs('limit=2')).toEqual([['ban-mai', 'mai-khao'], 'mai-khao'])
    expect(await slugs('limit=2&after=mai-khao')).toEqual([['nong-bua'], undefined])
    expect(await slugs(`q=${encodeURIComponent('ไม้ขาว')}`)).toEqual([['mai-khao'], undefined])
    expect(await slugs(`q=${encodeURIComponent('องค์การบริหารส่วนตำบลบ้านใหม่')}`)).toEqual([['ban-mai', 'mai-khao'], undefined])
    expect(await slugs('q=MAI-KH')).toEqual([['mai-khao'], undefined])
    expect(await slugs('q=%25')).toEqual([[], undefined])
  })

  test('nobody who is a member stands in anything an operator is told', async () => {
    const { kit, malee } = await cast()
    await malee.post('/api/funds/ban-mai/members', { number: '0777', firstName: 'ขมิ้นเหลือง', lastName: 'แก้วมณี', appliedOn: '2026-11-02' })

    for (const path of [funds, `${funds}/ban-mai`]) expect(await (await kit.get(path)).text()).not.toContain('ขมิ้นเหลือง')
    expect((await kit.get('/api/funds/ban-mai/members')).status).toBe(404)
  })
})

test('the models are the packs of the plugins, with what they leave open', async () => {
  const { kit } = await cast()
  const { models } = await (await kit.get('/api/operator/models')).json()

  expect(models).toMatchObject([
    { adopt: 'samples/mourning', version: '1.0.0' },
    { adopt: 'samples/sample', version: '1.0.0', title: { en: 'Sample pack' }, benefits: [{ id: 'hospital', category: 'sickness' }], valuesFrom: '2015-01-01', openTerms: [] },
    { adopt: 'samples/sample', version: '2.0.0' },
  ])
})

test('with a network they are also what its library holds, the latest that was not withdrawn, with whose it is and what it says', async () => {
  const { kit, malee } = await cast()
  const models = async (network: string) => (await (await kit.get(`/api/operator/models?network=${network}`)).json()).models.filter(({ adopt }: { adopt?: string }) => adopt === undefined)
  expect(await models('sample')).toEqual([])

  for (const version of ['1.0.0', '1.1.0', '1.2.0']) await answered(malee.post(atBanMai, { ...sharing, version }))
  await answered(malee.post(`${atBanMai}/ban-mai/withdrawals`, { version: '1.2.0', reason: 'เพดานผิด' }))
  expect(await models('sample')).toMatchObject([{ by: banMaiDefinition.profiles.at(-1)?.name, version: '1.1.0', title: sharing.title, benefits: [{ id: 'hospital' }], openTerms: [{ id: 'nightRate' }], pack: { id: 'ban-mai', version: '1.1.0' } }])
  expect((await kit.get('/api/operator/models?network=nowhere')).status).toBe(404)
})

describe('a new fund', () => {
  test('it begins from a pack of the library, which its definition encloses, and follows it', async () => {
    const { kit, malee, get } = await cast()
    await answered(malee.post(atBanMai, sharing))
    const { models } = await answered(kit.get('/api/operator/models?network=sample'))
    const { pack } = models.find((model: { pack?: { id: string } }) => model.pack?.id === 'ban-mai')
    const packs = [{ pack, values: { nightRate: [{ from: '2020-01-01', value: 25_000, source: '4/2562' }] } }]
    await answered(kit.post(funds, { ...maiKhao, publications: [{ ...published, regulation: { ...published.regulation, packs } }] }))

    const { publications: [{ regulation }] } = await answered(get('/api/funds/mai-khao'))
    expect(regulation.packs).toEqual([{ ...packs[0], hash: packHash(pack) }])
    const { usedBy } = await answered(malee.get(`${atBanMai}/ban-mai`))
    expect(usedBy).toMatchObject([{ fund: { slug: 'mai-khao' }, version: '1.0.0' }])
  })

  test('it works: planned in sentences, added, and at once open to everyone', async () => {
    const { kit, get } = await cast()
    const planned = await kit.post('/api/operator/fund-plans', maiKhao)
    expect(planned.status).toBe(200)
    const { changes } = await planned.json()
    expect(changes.map((sentences: { th: string }[]) => sentences[0]?.th)).toEqual(['เพิ่มกองทุนใหม่', 'ที่ติดต่อ: ที่ทำการกองทุน วันเสาร์แรกของเดือน', 'ประกาศใช้ ระเบียบกองทุนบ้านใหม่ ตั้งแต่ 1 มกราคม 2563 ตามมติที่ประชุม ครั้งที่ 4/2562'])
    expect((await get('/api/funds/mai-khao')).status, 'a plan keeps nothing').toBe(404)

    const added = await kit.post(funds, maiKhao)
    expect(added.status).toBe(201)
    expect(await added.json()).toMatchObject({ slug: 'mai-khao', inForceFrom: '2020-01-01', administrators: 0 })
    expect(await (await get('/api/funds/mai-khao')).json()).toMatchObject({ name: { en: 'Mai Khao Community Welfare Fund' }, contact: maiKhao.contact, publications: [{ number: 1, fromOn: '2020-01-01' }] })
  })

  test.each([
    ['a slug with capitals', { slug: 'Mai Khao' }, 'invalid', 'slug'],
    ['no tambon', { profiles: [{ ...profile, tambonCodes: [] }] }, 'invalid', 'profiles.0.tambonCodes'],
    ['a key nobody knows', { owner: 'x' }, 'invalid', 'owner'],
    ['an unknown network', { network: 'nowhere' }, 'impossible', 'network'],
    ['a pack nobody here has', { publications: [{ ...published, regulation: { ...published.regulation, packs: [{ adopt: 'samples/sample', version: '9.0.0' }] } }] }, 'impossible', 'publications.0.regulation.packs.0.adopt'],
    ['a yearly limit without a year', { publications: [{ ...published, regulation: { ...published.regulation, fundTerms: { ...published.regulation.fundTerms, year: undefined } } }] }, 'impossible', 'publications.0.regulation.fundTerms.year'],
    ['the slug of another', { slug: 'nong-bua' }, 'fund-slug-taken', 'slug'],
    ['the slug of one with a regulation', { slug: 'ban-mai', publications: [] }, 'fund-slug-taken', 'slug'],
  ])('%s is refused at its place, planned or added, and nothing is kept', async (_what, wrong, code, at) => {
    const { kit, superuser } = await cast()

    for (const path of ['/api/operator/fund-plans', funds]) expect(await (await kit.post(path, { ...maiKhao, ...wrong })).json()).toMatchObject({ code, places: [{ at }] })
    expect(await superuser`select slug from funds order by slug`).toEqual([{ slug: 'ban-mai' }, { slug: 'nong-bua' }])
  })

  test('of two who add it at once, one does', async () => {
    const { kit } = await cast()
    await kit.signIn()
    const statuses = await Promise.all([1, 2, 3].map(async () => (await kit.send('POST', funds, maiKhao)).status))

    expect(statuses.toSorted()).toEqual([201, 409, 409])
  })

  test('one that was cut short while it was added is finished by adding it again', async () => {
    const { kit, superuser, get } = await cast()
    await superuser`insert into funds (id, network_id, slug, profiles) select gen_random_uuid(), id, 'mai-khao', ${superuser.json(maiKhao.profiles)} from networks`

    expect((await kit.post(funds, maiKhao)).status).toBe(201)
    expect(await (await get('/api/funds/mai-khao')).json()).toMatchObject({ contact: maiKhao.contact, publications: [{ number: 1 }] })
    expect((await kit.post(funds, maiKhao)).status).toBe(409)
  })
})

describe('a suspended fund', () => {
  test('it works: its committee is refused everywhere, its notice stays, and reopened it goes on', async () => {
    const { kit, malee, get } = await cast()
    expect((await malee.get('/api/funds/ban-mai/members')).status).toBe(200)

    const closed = await kit.post(`${funds}/ban-mai/suspension`, { reason: ' รอหนังสือจากเทศบาล ' })
    expect(closed.status).toBe(201)
    expect(await closed.json()).toMatchObject({ slug: 'ban-mai', suspension: { at: '2026-11-23T03:00:00.000Z', by: kit.name, reason: 'รอหนังสือจากเทศบาล' } })
    for (const path of ['members', 'arrears', 'people', 'centres']) expect(await (await malee.get(`/api/funds/ban-mai/${path}`)).json()).toMatchObject({ code: 'fund-suspended' })
    expect(await (await malee.post('/api/funds/ban-mai/centres', { name: 'หมู่ 4' })).json()).toMatchObject({ code: 'fund-suspended' })
    expect(await (await get('/api/funds/ban-mai')).json()).toMatchObject({ publications: [{ number: 1 }] })

    const opened = await kit.delete(`${funds}/ban-mai/suspension`)
    expect(opened.status).toBe(200)
    expect(await opened.json()).not.toHaveProperty('suspension')
    expect((await malee.get('/api/funds/ban-mai/members')).status).toBe(200)
  })

  test('who closed and opened it, when and why stays on record through every round', async () => {
    const { kit, passes, superuser } = await cast()
    await kit.post(`${funds}/ban-mai/suspension`, { reason: 'ครั้งแรก' })
    passes(5 * MINUTES)
    await kit.delete(`${funds}/ban-mai/suspension`)
    passes(5 * MINUTES)
    await kit.post(`${funds}/ban-mai/suspension`, { reason: 'ครั้งที่สอง' })

    expect(await superuser`select reason, suspended_at, suspended_by, reopened_at, reopened_by from fund_suspensions order by suspended_at`).toEqual([
      { reason: 'ครั้งแรก', suspended_at: new Date('2026-11-23T03:00:00Z'), suspended_by: kit.id, reopened_at: new Date('2026-11-23T03:05:00Z'), reopened_by: kit.id },
      { reason: 'ครั้งที่สอง', suspended_at: new Date('2026-11-23T03:10:00Z'), suspended_by: kit.id, reopened_at: null, reopened_by: null },
    ])
  })

  test('is suspended once, also by two at the same moment, and opened only if it is closed', async () => {
    const { kit, superuser } = await cast()
    await kit.signIn()
    expect(await (await kit.delete(`${funds}/ban-mai/suspension`)).json()).toMatchObject({ status: 409, code: 'not-suspended' })

    const answers = await Promise.all([1, 2, 3].map(async (one) => (await kit.send('POST', `${funds}/ban-mai/suspension`, { reason: `เหตุที่ ${one}` })).json()))
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['suspended-already', 'suspended-already', undefined])
    expect(await superuser`select reason from fund_suspensions`).toHaveLength(1)
  })

  test.each([[{ reason: ' ' }, 'reason'], [{}, 'reason'], [{ reason: 'x', until: '2027-01-01' }, 'until']])('%o is refused', async (body, at) => {
    const { kit } = await cast()

    expect(await (await kit.post(`${funds}/ban-mai/suspension`, body)).json()).toMatchObject({ code: 'invalid', places: [{ at }] })
  })

  test('what was recorded of it is nobody’s to rewrite, and no other door shows it', async () => {
    const { kit, doors, superuser } = await cast()
    await kit.post(`${funds}/ban-mai/suspension`, { reason: 'เหตุ' })

    await expect(doors.asOperator((rows) => rows.updateTable('fund_suspensions').set({ reason: 'อื่น' }).execute())).rejects.toThrow('permission denied')
    await expect(doors.asOperator((rows) => rows.deleteFrom('fund_suspensions').execute())).rejects.toThrow('permission denied')
    for (const role of ['sajja_gate', 'sajja_fund', 'sajja_network']) {
      await expect(superuser.begin(async (sql) => { await sql.unsafe(`set local role ${role}`); return sql`select * from fund_suspensions` })).rejects.toThrow('permission denied')
    }
  })
})

describe('the first administrator', () => {
  const invitations = `${funds}/mai-khao/invitations`
  const account = { as: 'password', name: 'สมศรี ทองแท้', phone: '0899999999', password: PASSWORD }

  test('it works: invited by the host, and the fund is theirs', async () => {
    const { kit, apply, app } = await cast()
    await apply(maiKhao)
    const made = await kit.post(invitations, { name: 'สมศรี ทองแท้' })
    expect(made.status).toBe(201)
    const { link, qr, role, expiresAt } = await made.json()
    expect({ role, expiresAt }).toEqual({ role: 'fund-admin', expiresAt: '2026-11-26T03:00:00.000Z' })
    expect(qr).toMatch(/^<svg /)

    const somsri = visitor(app, account.phone)
    expect((await somsri.send('POST', '/api/invitations/acceptance', { ...account, token: tokenOf(link) })).status).toBe(201)
    expect(await (await somsri.send('GET', '/api/me')).json()).toMatchObject({ funds: [{ slug: 'mai-khao', roles: ['fund-admin'] }] })
    expect((await somsri.send('POST', '/api/funds/mai-khao/invitations', { name: 'ผู้บันทึก', role: 'clerk' })).status).toBe(201)
    expect(await (await kit.get(`${funds}/mai-khao`)).json()).toMatchObject({ administrators: 1 })
  })

  test('a fund that has one invites its own people: the host has no way in any more', async () => {
    const { kit, superuser } = await cast()

    expect(await (await kit.post(`${funds}/ban-mai/invitations`, { name: 'กิตติ วัฒนา' })).json()).toMatchObject({ status: 409, code: 'has-administrator' })
    expect(await superuser`select id from invitations`).toEqual([])
  })

  test('another invitation takes the place of the one that lay open, so that none is left behind', async () => {
    const { kit, apply, app } = await cast()
    await apply(maiKhao)
    const [{ link: first }, { link: second }] = [await (await kit.post(invitations, { name: 'คนแรก' })).json(), await (await kit.post(invitations, { name: 'คนที่สอง' })).json()]
    const read = async (link: string) => (await visitor(app, '').send('POST', '/api/invitations/reading', { token: tokenOf(link) })).status

    expect(await read(first)).toBe(404)
    expect(await read(second)).toBe(200)
  })

  test('no other role can be asked for, and no fund that is not there', async () => {
    const { kit } = await cast()

    expect(await (await kit.post(`${funds}/ban-mai/invitations`, { name: 'ก', role: 'treasurer' })).json()).toMatchObject({ code: 'invalid', places: [{ at: 'role' }] })
    expect(await (await kit.post(`${funds}/nowhere/invitations`, { name: 'ก' })).json()).toMatchObject({ code: 'unknown-fund' })
  })
})

test('who signed in long ago may look, and signs in again before acting', async () => {
  const { kit, passes } = await cast()
  await kit.signIn()
  passes(29 * MINUTES)
  await kit.send('GET', funds)
  passes(2 * MINUTES)

  expect((await kit.send('GET', funds)).status).toBe(200)
  expect((await kit.send('POST', '/api/operator/fund-plans', maiKhao)).status).toBe(200)
  for (const [method, path, body] of [['POST', funds, maiKhao], ['POST', `${funds}/ban-mai/suspension`, { reason: 'เหตุ' }], ['DELETE', `${funds}/ban-mai/suspension`], ['POST', `${funds}/nong-bua/invitations`, { name: 'ก' }]] as const) {
    expect(await (await kit.send(method, path, body)).json()).toMatchObject({ code: 'sign-in-again' })
  }
})

const tokenOf = (link: string) => link.split('#')[1] ?? ''
