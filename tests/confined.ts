import { FUND_PERMISSIONS, type FundPermission } from '../server/http/permission.ts'
import { cast } from './cast.ts'
import { EVERY_ROLE } from './people.ts'

export type Scene = Awaited<ReturnType<typeof cast>>

/** A request that Ban Mai's own committee may make. */
export interface Sample {
  /** What the address names beside the fund, in its order: ids of Ban Mai's. */
  ids?: string[]
  query?: string
  body?: unknown
  /** Made anew for each sending: a key that may be used once. */
  headers?: () => Record<string, string>
  /** Words of Ban Mai's own, which its committee's answer shows and nobody else's. */
  canary: string
  /** Where the answer only repeats what was sent, or is empty: an address of Ban Mai's that shows the canary once its own committee has acted. */
  seen?: string
}

export interface Route {
  method: string
  path: string
  permission: FundPermission
  /** Whether the network's officers may too, while they are invited into a draft. */
  admitsGuests: boolean
}

/** Every route of a fund that is not public, as the document tells of them. */
export async function fundRoutes({ get }: Pick<Scene, 'get'>): Promise<Route[]> {
  const { paths }: { paths: Record<string, Record<string, { 'x-permission': string; 'x-guests'?: true }>> } = await (await get('/api/openapi.json')).json()
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/funds/{fund}'))
    .flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, permission: operation['x-permission'], admitsGuests: operation['x-guests'] === true })))
    .filter((route): route is Route => route.permission in FUND_PERMISSIONS)
}

let routes: Promise<Route[]> | undefined

/** A route of a fund as the document tells of it, which is read once. */
export async function routeOf(name: string): Promise<Route> {
  routes ??= cast().then(fundRoutes)
  const route = (await routes).find(({ method, path }) => `${method} ${path}` === name)
  if (!route) throw new Error(`the document has no ${name}`)
  return route
}

/**
 * Where a route lets somebody see or do what is not theirs: signed out, another fund's committee, at its own address with our ids
 * too, the network, which where a route does not say so is not even let in as a guest, the operator, a member, a colleague without the role,
 * and the committee itself while the fund is suspended, or at an address whose ids are none. Empty for a sound route, whose own committee gets through with the canary.
 */
export async function breachesOf(scene: Scene, route: Route, sample: Sample): Promise<string[]> {
  const at = (fund: string) => addressIn(route.path, [fund, ...sample.ids ?? []]) + (sample.query ?? '')
  const as = async (who: Pick<Scene['malee'], 'ask'>, fund = 'ban-mai') => told(await who.ask(route.method, at(fund), sample.body, sample.headers?.()))
  const breaches: string[] = []
  const expectThat = (holds: boolean, otherwise: string) => { if (!holds) breaches.push(otherwise) }

  const { app, malee, prasert, arunee, kit, somchai, colleague, superuser } = scene
  const stranger = await told(await app.request(at('ban-mai'), { method: route.method, headers: { 'content-type': 'application/json', ...sample.headers?.() }, ...(sample.body !== undefined && { body: JSON.stringify(sample.body) }) }))
  expectThat(stranger.status === 401 && stranger.code === 'signed-out', `signed out: ${stranger.status} ${stranger.code}`)

  for (const [name, who] of Object.entries({ 'another fund’s committee': prasert, 'the network': arunee, 'the operator': kit, 'a member': somchai })) {
    const [here, nowhere] = [await as(who), await as(who, 'no-such-fund')]
    expectThat(here.status === 404 && here.text === nowhere.text, `${name}: ${here.status} ${here.code}, and for a fund that never was ${nowhere.status} ${nowhere.code}`)
  }

  if (!route.admitsGuests) {
    const [guest, nowhere] = await whileInvited(scene, async () => [await as(arunee), await as(arunee, 'no-such-fund')])
    expectThat(guest.status === 404 && guest.text === nowhere.text, `the network as a guest: ${guest.status} ${guest.code}`)
  }

  const without = EVERY_ROLE.filter((role) => !(FUND_PERMISSIONS[route.permission] as readonly string[]).includes(role)) // readonly includes takes its own members alone
  if (without.length > 0) {
    const answer = await as(await colleague(...without))
    expectThat(answer.status === 403 && answer.code === 'role-needed', `a colleague who is ${without.join(', ')}: ${answer.status} ${answer.code}`)
  }

  await superuser`update funds set suspended_at = now() where slug = 'ban-mai'`
  const suspended = await as(malee)
  expectThat(suspended.status === 403 && suspended.code === 'fund-suspended', `while suspended: ${suspended.status} ${suspended.code}`)
  await superuser`update funds set suspended_at = null where slug = 'ban-mai'`

  const elsewhere = await as(prasert, 'nong-bua')
  const shownThen = sample.seen === undefined ? elsewhere : await told(await malee.get(sample.seen))
  expectThat(sample.ids === undefined ? elsewhere.isFine : elsewhere.status === 404, `another fund, at its own address: ${elsewhere.status} ${elsewhere.text}`)
  expectThat(!shownThen.text.includes(sample.canary), `another fund, at its own address, touches ours: ${shownThen.text}`)

  if (sample.ids?.length) {
    const noIds = await told(await malee.ask(route.method, addressIn(route.path, ['ban-mai', ...sample.ids.map(() => '-')]) + (sample.query ?? ''), sample.body, sample.headers?.()))
    expectThat(noIds.status === 404, `its own committee, where the address names what is no id: ${noIds.status} ${noIds.text}`)
  }

  const own = await as(malee)
  const shown = sample.seen === undefined ? own : await told(await malee.get(sample.seen))
  expectThat(own.isFine && shown.text.includes(sample.canary), `its own committee: ${own.status} ${own.text}`)
  return breaches
}

/** Does something while the network is invited into Ban Mai's draft: the one that is open, or one that is there for it alone. */
async function whileInvited<T>({ malee }: Scene, work: () => Promise<T>): Promise<T> {
  const drafts = '/api/funds/ban-mai/drafts'
  const { current } = await (await malee.get(drafts)).json()
  const { id } = current ?? await (await malee.post(drafts, { fromOn: '2026-12-01' })).json()
  const invited = await malee.post(`${drafts}/${id}/guests`)
  if (!invited.ok && (await invited.clone().json()).code !== 'guests-already') throw new Error(`the network could not be invited: ${await invited.text()}`)
  const found = await work()
  if (invited.ok) await malee.delete(`${drafts}/${id}/guests`)
  if (!current) await malee.post(`${drafts}/${id}/withdrawal`)
  return found
}

/** /api/funds/{fund}/members/{member} → /api/funds/ban-mai/members/0192… */
export function addressIn(path: string, ids: readonly string[]): string {
  const left = [...ids]
  return path.replace(/\{\w+\}/g, (name) => left.shift() ?? name)
}

export async function told(answer: Response) {
  const text = (await answer.text()).replace(/"requestId":"[^"]*"/, '')
  const code: unknown = text.startsWith('{') ? JSON.parse(text.replace(/,\}$/, '}')).code : undefined
  return { status: answer.status, isFine: answer.ok, text, code }
}
