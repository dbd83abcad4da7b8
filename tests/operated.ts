import { told, type Scene } from './confined.ts'

/** A request that the host's operator may make. */
export interface OperatorSample {
  /** The fund that the address names, where it names one. */
  fund?: string
  body?: unknown
  /** Words that the operator's answer shows. */
  canary: string
}

interface Route {
  method: string
  path: string
}

/** Every route of the host, as the document tells of them. */
export async function operatorRoutes({ get }: Pick<Scene, 'get'>): Promise<Route[]> {
  const { paths }: { paths: Record<string, Record<string, object>> } = await (await get('/api/openapi.json')).json()
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/operator/'))
    .flatMap(([path, item]) => Object.keys(item).map((method) => ({ method: method.toUpperCase(), path })))
}

/**
 * Where a route lets somebody in who is not the host's: signed out, a fund's whole committee, the network's officer, a member. Signed in,
 * each must get the answer of an address that never was. Empty for a sound route, at which the operator gets through with the canary.
 */
export async function operatorBreachesOf(scene: Scene, { method, path }: Route, { fund = 'ban-mai', body, canary }: OperatorSample): Promise<string[]> {
  const address = path.replace('{fund}', fund)
  const breaches: string[] = []
  const { app, malee, arunee, somchai, kit } = scene

  const stranger = await app.request(address, { method, headers: { 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }) })
  if (stranger.status !== 401 || !(await stranger.text()).includes('"signed-out"')) breaches.push(`signed out: ${stranger.status}`)

  for (const [name, who] of Object.entries({ 'a fund’s committee': malee, 'the network': arunee, 'a member': somchai })) {
    const [here, nowhere] = [await told(await who.ask(method, address, body)), await told(await who.ask(method, '/api/operator/no-such-room', body))]
    if (here.status !== 404 || here.text !== nowhere.text) breaches.push(`${name}: ${here.status} ${here.text}`)
  }

  const own = await told(await kit.ask(method, address, body))
  if (!own.isFine || !own.text.includes(canary)) breaches.push(`the operator: ${own.status} ${own.text}`)
  return breaches
}
