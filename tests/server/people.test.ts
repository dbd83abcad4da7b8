import { describe, expect, test } from 'vitest'
import { cast } from '../cast.ts'

const path = '/api/funds/ban-mai/people'

test('it works: a fund sees who serves in it, and as what', async () => {
  const { colleague } = await cast()
  const clerk = await colleague('clerk')
  const { people } = await (await clerk.get(path)).json()

  expect(people).toEqual([
    { id: clerk.id, name: 'กรรมการ clerk', roles: ['clerk'] },
    { id: expect.any(String), name: 'มาลี แก้วใส', roles: expect.arrayContaining(['fund-admin', 'treasurer']) },
  ])
})

describe('a role', () => {
  test('is given, and the sessions of the one it concerns end', async () => {
    const { malee, colleague } = await cast()
    const clerk = await colleague('clerk')
    await clerk.signIn()
    const answer = await malee.put(`${path}/${clerk.id}/roles/treasurer`)

    expect(answer.status).toBe(200)
    expect((await answer.json()).people).toContainEqual({ id: clerk.id, name: clerk.name, roles: ['clerk', 'treasurer'] })
    expect((await clerk.get(path)).status).toBe(401)
    await clerk.signIn()
    expect((await clerk.get(path)).status).toBe(200)
  })

  test('is taken; who has none left serves no more', async () => {
    const { malee, colleague } = await cast()
    const clerk = await colleague('clerk')
    expect((await malee.delete(`${path}/${clerk.id}/roles/clerk`)).status).toBe(200)

    await clerk.signIn()
    expect((await clerk.get(path)).status).toBe(404)
    expect((await malee.put(`${path}/${clerk.id}/roles/clerk`)).status, 'comes back by invitation alone').toBe(404)
  })

  test('of one’s own gives oneself a new session', async () => {
    const { malee } = await cast()
    await malee.signIn()
    const before = malee.cookie()
    expect((await malee.delete(`${path}/${malee.id}/roles/viewer`)).status).toBe(200)

    expect(malee.cookie()).not.toBe(before)
    expect((await malee.get(path)).status).toBe(200)
  })

  test('a fund keeps one administrator, also when two leave at once', async () => {
    const { malee, colleague, superuser } = await cast()
    expect(await (await malee.delete(`${path}/${malee.id}/roles/fund-admin`)).json()).toMatchObject({ status: 409, code: 'last-admin' })

    const admin = await colleague('fund-admin')
    await Promise.all([malee.signIn(), admin.signIn()])
    const statuses = await Promise.all([malee.delete(`${path}/${malee.id}/roles/fund-admin`), admin.delete(`${path}/${admin.id}/roles/fund-admin`)])
    expect(statuses.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await superuser`select person_id from fund_roles where role = 'fund-admin' and fund_id = (select id from funds where slug = 'ban-mai')`).toHaveLength(1)
  })

  test('is not given to one who serves in another fund only', async () => {
    const { malee, prasert } = await cast()

    expect((await malee.put(`${path}/${prasert.id}/roles/clerk`)).status).toBe(404)
  })
})
