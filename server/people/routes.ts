import { createRoute, z } from '@hono/zod-openapi'
import { Slug } from '../funds/fund.ts'
import { GUARDED, may, permission } from '../http/permission.ts'
import { problems } from '../http/problem.ts'
import { newRoom, ok, type InFund } from '../http/room.ts'
import { endSessionsOf } from '../http/session.ts'
import { beginSession } from '../session/beginning.ts'
import { Colleague, FundRoleName } from './colleague.ts'
import { deleteRole, listColleagues, saveRole } from './queries.ts'

const OfAPerson = z.strictObject({ fund: Slug, person: z.uuid(), role: FundRoleName })
const Colleagues = z.strictObject({
  people: z.array(Colleague),
  /** Whether the one who asks may give and take roles, and invite. */
  mayManage: z.boolean(),
}).openapi('Colleagues')

const getPeople = createRoute({
  method: 'get',
  path: '/people',
  summary: 'Who serves in the fund, and as what',
  ...permission('people:read'),
  request: { params: z.strictObject({ fund: Slug }) },
  responses: { 200: ok(Colleagues, 'In the order of their Thai names.'), ...problems(...GUARDED) },
})

const giveRole = createRoute({
  method: 'put',
  path: '/people/{person}/roles/{role}',
  summary: 'A person of the fund is given a role',
  description: 'Who serves nowhere in the fund yet is invited instead. A change of role ends the sessions of the one it concerns.',
  ...permission('people:manage'),
  request: { params: OfAPerson },
  responses: { 200: ok(Colleagues, 'Everyone, as they stand now.'), ...problems(...GUARDED, 'no-such-address', 'unknown-person') },
})

const takeRole = createRoute({
  method: 'delete',
  path: '/people/{person}/roles/{role}',
  summary: 'A role is taken from a person of the fund',
  description: 'Who has none left serves in the fund no more. A fund keeps one administrator.',
  ...permission('people:manage'),
  request: { params: OfAPerson },
  responses: { 200: ok(Colleagues, 'Everyone, as they stand now.'), ...problems(...GUARDED, 'no-such-address', 'unknown-person', 'last-admin') },
})

export const peopleRoutes = newRoom<InFund>()
  .openapi(getPeople, async (c) => {
    const people = await c.get('doors').atGate((rows) => listColleagues(rows, c.get('fund').id))
    return c.json({ people, mayManage: may(c.get('me'), 'people:manage') }, 200)
  })
  .openapi(giveRole, async (c) => {
    const { person, role } = c.req.valid('param')
    const { doors, fund, me, now } = c.var

    const people = await doors.atGate(async (rows) => {
      await saveRole(rows, { fundId: fund.id, personId: person, role }, me.id, now)
      await endSessionsOf(rows, person)
      if (person === me.id) await beginSession(c, rows, person)
      return listColleagues(rows, fund.id)
    })
    return c.json({ people, mayManage: true }, 200)
  })
  .openapi(takeRole, async (c) => {
    const { person, role } = c.req.valid('param')
    const { doors, fund, me } = c.var

    const people = await doors.atGate(async (rows) => {
      await deleteRole(rows, { fundId: fund.id, personId: person, role })
      await endSessionsOf(rows, person)
      if (person === me.id) await beginSession(c, rows, person)
      return listColleagues(rows, fund.id)
    })
    return c.json({ people, mayManage: person !== me.id || role !== 'fund-admin' }, 200)
  })
