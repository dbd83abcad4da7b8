import { randomUUID } from 'node:crypto'
import { addressIn, told, type Route, type Sample, type Scene } from './confined.ts'

const drafts = '/api/funds/ban-mai/drafts'

/** Somebody who serves nowhere but as an officer of another province. */
export async function officerOfElsewhere({ colleague, superuser }: Pick<Scene, 'colleague' | 'superuser'>) {
  await superuser`insert into networks (id, slug, name_th, name_en, province_code) values (${randomUUID()}, 'elsewhere', 'ที่อื่น', 'Elsewhere', '10')`
  const officer = await colleague('viewer')
  await superuser`delete from fund_roles where person_id = ${officer.id}`
  await superuser`insert into network_roles (network_id, person_id, role, given_at) select id, ${officer.id}, 'network-officer', now() from networks where slug = 'elsewhere'`
  return officer
}

/** A draft of Ban Mai's that was withdrawn: another than the one that is open. */
export async function pastDraft({ malee }: Pick<Scene, 'malee'>): Promise<string> {
  const { id } = await (await malee.post(drafts, { fromOn: '2026-12-01' })).json()
  await malee.post(`${drafts}/${id}/withdrawal`)
  return id
}

/** The draft that the sample left open, or a new one. */
export async function openDraft({ malee }: Pick<Scene, 'malee'>): Promise<string> {
  const { current } = await (await malee.get(drafts)).json()
  return (current ?? await (await malee.post(drafts, { fromOn: '2026-12-01' })).json()).id
}

/**
 * Where a route that admits guests does so beyond one draft of one fund while the invitation into it stands. Empty for a sound route: the
 * network's officer gets through with the canary then, and is otherwise answered as if there were no such fund.
 */
export async function guestBreachesOf(scene: Scene, route: Route, sample: Sample, past: string): Promise<string[]> {
  const { malee, arunee, prasert, somchai, kit, superuser } = scene
  const at = (fund: string, ids = sample.ids ?? []) => addressIn(route.path, [fund, ...ids]) + (sample.query ?? '')
  const ask = async (who: Pick<Scene['malee'], 'ask'>, address: string) => told(await who.ask(route.method, address, sample.body, sample.headers?.()))
  const breaches: string[] = []
  const expectNothing = async (when: string, who: Pick<Scene['malee'], 'ask'>, address = at('ban-mai')) => {
    const [here, nowhere] = [await ask(who, address), await ask(who, at('no-such-fund'))]
    if (here.status !== 404 || here.text !== nowhere.text) breaches.push(`${when}: ${here.status} ${here.code}`)
  }
  const draft = await openDraft(scene)

  await expectNothing('before the invitation', arunee)
  await malee.post(`${drafts}/${draft}/guests`)
  await malee.delete(`${drafts}/${draft}/guests`)
  await expectNothing('after its end', arunee)

  await malee.post(`${drafts}/${draft}/guests`)
  for (const [name, who] of Object.entries({ 'an officer of another province': await officerOfElsewhere(scene), 'another fund’s committee': prasert, 'a member': somchai, 'the operator': kit })) await expectNothing(`${name}, while it stands`, who)
  await expectNothing('at another fund', arunee, at('nong-bua'))
  if (route.path.includes('{draft}')) await expectNothing('in another draft', arunee, at('ban-mai', [past, ...(sample.ids ?? []).slice(1)]))
  await superuser`update funds set suspended_at = now() where slug = 'ban-mai'`
  await expectNothing('while the fund is suspended', arunee)
  await superuser`update funds set suspended_at = null where slug = 'ban-mai'`

  const own = await ask(arunee, at('ban-mai'))
  const shown = sample.seen === undefined ? own : await told(await malee.get(sample.seen))
  if (!own.isFine || !shown.text.includes(sample.canary)) breaches.push(`while it stands: ${own.status} ${own.text}`)

  await malee.post(`${drafts}/${draft}/withdrawal`)
  await expectNothing('after the draft’s end', arunee)
  return breaches
}
