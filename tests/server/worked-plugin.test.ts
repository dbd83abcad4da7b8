import { expect, onTestFinished, test } from 'vitest'
import { buildHouse, pluginsIn } from '../docs/worked-plugin.ts'
import { claims, claimsDesk, resolution } from './claims-desk.ts'
import { fund, key } from './desk.ts'
import { answered, fundTerms, value } from './drafting.ts'
import { banMaiDefinition, TODAY } from '../cast.ts'
import { samplePlugin } from './sample-plugin.ts'

/** The plugin of docs/plugins.md beside the sample, as its page has it. */
async function withConscription() {
  const house = buildHouse()
  onTestFinished(house.remove)
  return [samplePlugin, ...await pluginsIn(house.folder)]
}

test('a fund takes the model of docs/plugins.md, sets its own values, puts it in force, and its members claim', async () => {
  const scene = await claimsDesk({ plugins: await withConscription(), banMai: { ...banMaiDefinition, publications: [] } })
  const keeper = await scene.colleague('rule-keeper')
  const publisher = await scene.colleague('fund-admin')
  const { models } = await answered(keeper.get(`${fund}/models`))
  expect(models).toContainEqual(expect.objectContaining({ id: 'conscription/conscription', version: '1.0.0' }))

  const begun = await answered(keeper.post(`${fund}/drafts`, { fromOn: '2020-01-01', first: { model: 'conscription/conscription', fundTerms } }))
  const draft = await answered(keeper.put(`${fund}/drafts/${begun.id}/values/gift`, value(150_000, begun.version, 'conscription')))
  await answered(keeper.post(`${fund}/drafts/${begun.id}/meeting`, { resolution: { number: '1/2562', heldOn: '2019-12-08' }, version: draft.version }))
  await answered(publisher.post(`${fund}/drafts/${begun.id}/publication`, { fromOn: '2020-01-01' }))

  const join = async (number: string, bornOn: string) => answered(scene.admin.post(`${fund}/carried-over-members`, { number, title: 'นาย', firstName: 'ณัฐ', lastName: number, sex: 'male', bornOn, joinedOn: '2024-01-10', note: 'สมุดทะเบียนเล่ม 2' }))
  const ask = async (member: { id: string }) => answered(scene.clerk.post(claims, { memberId: member.id, benefitId: 'called-up', answers: { enlistedOn: '2026-05-01' } }, key()))
  const nat = await ask(await join('301', '2005-12-31'))
  const nan = await ask(await join('302', '2006-01-01'))

  expect(nat).toMatchObject({ finding: { outcome: 'eligible', lowSatang: 150_000 }, asJudged: { verdict: { facts: { ageByYear: { state: 'known', value: 21, from: 'derived' } } }, explanation: { en: { headline: '1,500 baht' } } } })
  expect(nan).toMatchObject({ finding: { outcome: 'ineligible' }, asJudged: { explanation: { th: { reasons: [{ sentence: expect.stringContaining('อายุนับตามปีเกิด') }] } } } })

  const decided = await scene.approver.post(`${claims}/${nat.id}/decision`, { outcome: 'approved', amountSatang: 150_000, resolution, seen: nat.finding })
  expect(await answered(Promise.resolve(decided))).toMatchObject({ state: 'approved' })
})

test('another fund adopts it beside the rules that it has', async () => {
  const { apply, post } = await claimsDesk({ plugins: await withConscription() })
  const [first] = banMaiDefinition.publications
  if (!first) throw new Error('Ban Mai has a regulation')
  const both = { ...first, fromOn: TODAY, regulation: { ...first.regulation, packs: [...first.regulation.packs, { adopt: 'conscription/conscription', version: '1.0.0' }] } }
  expect(await apply({ ...banMaiDefinition, publications: [first, both] })).toMatchObject({ ok: true })

  const calledUp = { benefitId: 'called-up', answers: { enlistedOn: TODAY }, member: { facts: { joinedOn: '2020-02-01', memberBornOn: '2005-12-31' } } }
  expect(await answered(post(`${fund}/verdicts`, calledUp))).toMatchObject({ verdict: { outcome: 'eligible', amountSatang: 100_000 } })
  expect(await (await post(`${fund}/verdicts`, { ...calledUp, member: { facts: { joinedOn: '2020-02-01', memberBornOn: '2027-01-01' } } })).json()).toMatchObject({ code: 'impossible', places: [{ at: 'memberBornOn', text: { en: 'the birth is later than the event' } }] })
})
