import { expect, test } from 'vitest'
import { evaluate } from '../../plugins/kit/evaluate.ts'
import { banMaiDefinition, cast } from '../cast.ts'

const path = '/api/funds/ban-mai/verdicts'
const stay = { benefitId: 'hospital', answers: { dischargedOn: '2026-11-17', nights: 5 }, member: { facts: { joinedOn: '2020-02-01' } } }

test('it works', async () => {
  const { post } = await cast()
  const res = await post(path, stay)

  expect(res.status).toBe(200)
  expect(await res.json()).toMatchObject({
    publication: { number: 1, fromOn: '2020-01-01', resolution: { number: '4/2562' } },
    verdict: { outcome: 'eligible', amountSatang: 100_000, benefitId: 'hospital', eventOn: '2026-11-17' },
    explanation: { th: { headline: 'ได้ 1,000 บาท', clause: 'ข้อ 12' }, en: { headline: '1,000 baht', clause: 'Clause 12' } },
  })
})

test('it is what the browser would say: the same function, the same verdict', async () => {
  const { post, get } = await cast()
  const { publications: [{ regulation }] } = await (await get('/api/funds/ban-mai')).json()
  const here = await evaluate({ ...stay, regulation, fund: {}, history: [], claimedOn: '2026-11-23' })

  expect((await (await post(path, stay)).json()).verdict).toEqual(JSON.parse(JSON.stringify(here)))
})

test('what was granted before counts against the yearly limit', async () => {
  const { post } = await cast()
  const history = [{ benefitId: 'hospital', eventOn: '2026-03-01', of: 'member', amountSatang: 60_000, uses: { 'hospital-year': 60_000 } }]

  expect((await (await post(path, { ...stay, history })).json()).verdict).toMatchObject({ outcome: 'eligible', amountSatang: 40_000 })
})

test('a claim that does not meet the rules is told every reason and the nearest way to yes', async () => {
  const { post } = await cast()
  const { verdict, way, explanation } = await (await post(path, { ...stay, member: { facts: { joinedOn: '2026-06-13' } } })).json()

  expect(verdict).toMatchObject({ outcome: 'ineligible', reasons: [{ kind: 'condition' }] })
  expect(way).toMatchObject({ kind: 'laterEvent', fromOn: '2026-12-10' })
  expect(explanation.th).toMatchObject({ headline: 'ครั้งนี้ยังไม่เข้าเกณฑ์', way: [expect.stringContaining('10 ธันวาคม 2569')] })
})

test('without the day of the event it asks for it', async () => {
  const { post } = await cast()

  expect((await (await post(path, { benefitId: 'hospital', answers: {} })).json()).verdict).toMatchObject({ outcome: 'incomplete', missing: ['dischargedOn'] })
})

test('the regulation in force on the day of the event decides, not today’s', async () => {
  const { post, apply } = await cast()
  const [first] = banMaiDefinition.publications
  if (!first) throw new Error('Ban Mai has a regulation')
  await apply({ ...banMaiDefinition, publications: [first, { ...first, fromOn: '2026-12-01', regulation: { ...first.regulation, packs: [{ adopt: 'samples/sample', version: '2.0.0' }] } }] })
  const oneNight = async (dischargedOn: string) => (await post(path, { ...stay, answers: { dischargedOn, nights: 1 } })).json()

  expect(await oneNight('2026-11-30')).toMatchObject({ publication: { number: 1 }, verdict: { amountSatang: 20_000 } })
  expect(await oneNight('2026-12-01')).toMatchObject({ publication: { number: 2 }, verdict: { amountSatang: 30_000 } })
})

test('an event before the first regulation is a problem, never a guess', async () => {
  const { post } = await cast()
  const res = await post(path, { ...stay, answers: { dischargedOn: '2019-12-31', nights: 1 } })

  expect(res.status).toBe(404)
  expect(await res.json()).toMatchObject({ code: 'no-regulation' })
})

test('nothing is written', async () => {
  const { post, superuser } = await cast()
  const rows = () => superuser`select (select count(*) from funds) as funds, (select count(*) from regulations) as regulations, pg_current_xact_id_if_assigned() as written`
  const before = await rows()
  await post(path, stay)

  expect(await rows()).toEqual(before)
})

test.each([
  ['a benefit the fund does not have', { ...stay, benefitId: 'dowry' }, 'benefitId'],
  ['negative nights', { ...stay, answers: { ...stay.answers, nights: -3 } }, 'answers.nights'],
  ['a day of the Buddhist era that is not one', { ...stay, answers: { ...stay.answers, dischargedOn: '2569-02-30' } }, 'answers.dischargedOn'],
  ['a fact nobody declared', { ...stay, answers: { ...stay.answers, secret: 1 } }, 'answers.secret'],
  ['Thai digits where a number belongs', { ...stay, answers: { ...stay.answers, nights: '๕' } }, 'answers.nights'],
])('%s is refused with its place, in both languages', async (_what, asked, at) => {
  const { post } = await cast()
  const res = await post(path, asked)

  expect(res.status).toBe(422)
  expect(await res.json()).toMatchObject({ code: 'impossible', places: [{ at, text: { th: expect.any(String), en: expect.any(String) } }] })
})
