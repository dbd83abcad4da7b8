import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plugins as installed } from '../../plugins/index.ts'
import { FundDefinition } from '../../server/funds/definition.ts'
import { banMaiDefinition, cast } from '../cast.ts'
import { samplePlugin } from './sample-plugin.ts'

const definition = FundDefinition.parse(JSON.parse(readFileSync('tenants/phuket/phuket-leaders.json', 'utf8')))
const somsri = { title: 'นาง', firstName: 'สมศรี', lastName: 'แก้วมณี', citizenId: '0100000000018', joinedOn: '2018-06-01', note: 'สมุดทะเบียน' }

/** The sample network with a leaders' fund of its own, by the definition that stands in tenants/. */
async function network() {
  const scene = await cast({ plugins: [samplePlugin, ...installed] })
  expect((await scene.apply({ ...definition, network: 'sample', slug: 'leaders' })).ok).toBe(true)
  await scene.superuser`insert into fund_roles (fund_id, person_id, role, given_at) select id, ${scene.arunee.id}, role, now() from funds, unnest(array['fund-admin', 'clerk', 'viewer']) as role where slug = 'leaders'`
  return scene
}

describe('the leaders’ fund', () => {
  test('the same person is a member of it and of a tambon’s fund, and neither sees the other’s rows', async () => {
    const { malee, arunee, doors, superuser } = await network()
    const inBanMai = await malee.post('/api/funds/ban-mai/carried-over-members', { ...somsri, number: '0007' })
    const inLeaders = await arunee.post('/api/funds/leaders/carried-over-members', { ...somsri, number: '0001' })
    expect([inBanMai.status, inLeaders.status]).toEqual([201, 201])
    const [{ id: one }, { id: other }] = [await inBanMai.json(), await inLeaders.json()]

    expect((await (await malee.get('/api/funds/ban-mai/members')).json()).members).toEqual([expect.objectContaining({ id: one, number: '0007' })])
    expect((await (await arunee.get('/api/funds/leaders/members')).json()).members).toEqual([expect.objectContaining({ id: other, number: '0001' })])
    expect((await malee.get(`/api/funds/leaders/members/${other}`)).status).toBe(404)
    expect((await malee.get(`/api/funds/ban-mai/members/${other}`)).status).toBe(404)
    expect((await arunee.get(`/api/funds/ban-mai/members/${one}`)).status).toBe(404)
    expect((await arunee.get(`/api/funds/leaders/members/${one}`)).status).toBe(404)

    const hashes = await superuser<{ citizen_id_hash: string }[]>`select citizen_id_hash from members`
    expect(new Set(hashes.map(({ citizen_id_hash }) => citizen_id_hash)).size, 'not even a hash tells that they are one person').toBe(2)
    const [leaders] = await superuser<[{ id: string }]>`select id from funds where slug = 'leaders'`
    expect(await doors.inFund(leaders.id)((rows) => rows.selectFrom('members').select('id').execute())).toEqual([{ id: other }])
  })

  test('it stands in the list as the network’s own, and is not compared with the funds of tambons', async () => {
    const { get } = await network()
    const { funds } = await (await get('/api/networks/sample/funds')).json()

    expect(funds.find(({ slug }: { slug: string }) => slug === 'leaders')).toMatchObject({ kind: 'network', tambonCodes: [], notice: { benefits: [{ id: 'hospital' }, { id: 'death' }, { id: 'farewell' }] } })
    const compared = await (await get('/api/networks/sample/comparisons/people')).json()
    expect(compared.funds.map(({ slug }: { slug: string }) => slug)).not.toContain('leaders')
    expect(compared.funds).toHaveLength(2)
  })

  test('its own rules answer', async () => {
    const { post } = await network()
    const told = await post('/api/funds/leaders/verdicts', { benefitId: 'hospital', answers: { admittedOn: '2026-05-04', dischargedOn: '2026-05-06', serves: true }, member: { facts: { joinedOn: '2018-06-01', instalmentsMissed: 0 }, covered: [] }, claimedOn: '2026-05-11' })

    expect((await told.json()).verdict).toMatchObject({ outcome: 'eligible', amountSatang: 60_000 })
  })

  test.each([
    ['one that covers a tambon', { kind: 'network' as const, tambonCodes: ['990101'] }],
    ['one of a municipality that covers none', { kind: 'town' as const, tambonCodes: [] }],
  ])('%s is refused at its place', async (_what, wrong) => {
    const { kit } = await cast()
    const [profile] = banMaiDefinition.profiles
    const answer = await kit.post('/api/operator/fund-plans', { ...banMaiDefinition, slug: 'another', profiles: [{ ...profile, ...wrong }] })

    expect(answer.status).toBe(400)
    expect((await answer.json()).places).toMatchObject([{ at: 'profiles.0.tambonCodes', text: { th: expect.stringContaining('ตำบล') } }])
  })
})
