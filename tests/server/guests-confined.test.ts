import { expect, test } from 'vitest'
import { cast } from '../cast.ts'
import { fundRoutes, routeOf } from '../confined.ts'
import { guestBreachesOf, pastDraft } from '../invited.ts'
import { answered } from './drafting.ts'
import { sampleOf } from './samples.ts'

/** All that a guest may: read and change one draft, and read and propose example people. To add to it is to decide who sees what of a fund. */
const ADMITTING = [
  'GET /api/funds/{fund}/drafts/{draft}',
  'GET /api/funds/{fund}/drafts/{draft}/events',
  'GET /api/funds/{fund}/drafts/{draft}/differences/{number}',
  'PUT /api/funds/{fund}/drafts/{draft}/values/{term}',
  'DELETE /api/funds/{fund}/drafts/{draft}/values/{term}',
  'PUT /api/funds/{fund}/drafts/{draft}/regulation',
  'POST /api/funds/{fund}/drafts/{draft}/undoing',
  'DELETE /api/funds/{fund}/drafts/{draft}/undoing',
  'POST /api/funds/{fund}/drafts/{draft}/files',
  'GET /api/funds/{fund}/drafts/{draft}/upgrades',
  'POST /api/funds/{fund}/drafts/{draft}/upgrades',
  'POST /api/funds/{fund}/drafts/{draft}/upgrades/trials',
  'GET /api/funds/{fund}/drafts/{draft}/neighbours',
  'GET /api/funds/{fund}/drafts/{draft}/gaps',
  'GET /api/funds/{fund}/neighbours',
  'POST /api/funds/{fund}/neighbours',
]

test('these routes admit guests and no other: every other is not found to them (confined.test.ts)', async () => {
  const admitting = (await fundRoutes(await cast())).filter(({ admitsGuests }) => admitsGuests).map(({ method, path }) => `${method} ${path}`)

  expect(admitting.toSorted()).toEqual(ADMITTING.toSorted())
})

test.each(ADMITTING)('%s admits the invited network into one draft while the invitation stands, and nobody else', async (name) => {
  const scene = await cast()
  const past = await pastDraft(scene)

  expect(await guestBreachesOf(scene, await routeOf(name), await sampleOf(name, scene), past)).toEqual([])
})

test('the suite notices an invitation that opens more than its draft', async () => {
  const scene = await cast()
  const past = await pastDraft(scene)
  const name = 'GET /api/funds/{fund}/neighbours'
  const sample = await sampleOf(name, scene)
  await answered(scene.prasert.post('/api/funds/nong-bua/drafts', { fromOn: '2026-12-01', first: { model: 'samples/sample', fundTerms: { year: 'calendar', memberFrom: 'joined', clock: 'calendar', arrearsCured: 'never' } } }))
  const { current } = await answered(scene.prasert.get('/api/funds/nong-bua/drafts'))
  await answered(scene.prasert.post(`/api/funds/nong-bua/drafts/${current.id}/guests`))
  await scene.superuser`alter policy own_issue on draft_guests using (true)`
  await scene.superuser`alter policy own_fund on drafts using (true)`

  expect(await guestBreachesOf(scene, await routeOf(name), sample, past)).toEqual(expect.arrayContaining([expect.stringMatching(/^before the invitation: 200/), expect.stringMatching(/^after its end: 200/)]))
})
