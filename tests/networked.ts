import { told, type Scene } from './confined.ts'

/** A request that an officer of the network may make, below one of its rooms. */
export type NetworkRequest = [method: string, path: string, body?: object]

/** How many routes the document tells of in a room of a network. */
export async function countRoutes({ get }: Pick<Scene, 'get'>, room: string): Promise<number> {
  const { paths }: { paths: Record<string, object> } = await (await get('/api/openapi.json')).json()
  return Object.entries(paths).filter(([path]) => path.startsWith(`/api/networks/{network}/${room}`)).flatMap(([, item]) => Object.keys(item)).length
}

/**
 * Where a room of a network lets somebody in who is not of it: signed out, a member, the operator, another province's officer; and where a
 * committee does more than read, or, in a room that is the officers' alone, even that. Empty for a sound route.
 */
export async function networkBreachesOf({ app, somchai, kit, malee }: Scene, stranger: Pick<Scene['malee'], 'ask' | 'name'>, room: string, [method, path, body]: NetworkRequest, isReadByCommittees = true): Promise<string[]> {
  const address = `/api/networks/sample/${room}${path}`
  const breaches: string[] = []
  const out = await app.request(address, { method, headers: { 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) })
  if (out.status !== 401) breaches.push(`${method} ${path} signed out: ${out.status}`)
  for (const who of [somchai, kit, stranger]) {
    const { status, code } = await told(await who.ask(method, address, body))
    if (status !== 404 || code !== 'unknown-network') breaches.push(`${method} ${path} as ${who.name}: ${status} ${code}`)
  }
  const { status, code } = await told(await malee.ask(method, address, body))
  const isAsMeant = isReadByCommittees && method === 'GET' ? status === 200 : status === 403 && code === 'role-needed'
  if (!isAsMeant) breaches.push(`${method} ${path} as a committee: ${status} ${code}`)
  return breaches
}
