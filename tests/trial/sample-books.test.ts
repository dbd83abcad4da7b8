import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { vocabularyOf } from '../../plugins/kit/plugin.ts'
import { regulationHash } from '../../plugins/kit/regulation.ts'
import { accountOf } from '../../server/contributions/account.ts'
import { allot } from '../../server/contributions/allot.ts'
import { FundDefinition, readDefinition, resolveRegulations } from '../../server/funds/definition.ts'
import { checkNext, membershipsOf } from '../../server/members/status.ts'
import { todayInThailand } from '../../server/http/today.ts'
import { Chance } from '../../server/trial/chance.ts'
import { paymentOf } from '../../server/trial/course.ts'
import { ageOn } from '../../server/trial/households.ts'
import { inventBooks } from '../../server/trial/sample-books.ts'
import { SAMPLE_FUNDS, type SampleFund } from '../../server/trial/sample-funds.ts'

const TODAY = '2026-11-23'

async function invent(slug: string, seed = 'a seed') {
  const read = readDefinition(readFileSync(`tenants/phuket/${slug}.json`, 'utf8'), FundDefinition)
  const resolved = read.ok ? resolveRegulations(read.value, plugins, []) : read
  if (!read.ok || !resolved.ok) throw new Error(`${slug} is not a definition`)
  const publications = resolved.value.map((regulation, at) => {
    const { fromOn, resolution } = read.value.publications[at] ?? {}
    if (fromOn === undefined || !resolution) throw new Error('each regulation was defined in a publication')
    return { regulation, hash: regulationHash(regulation), number: at + 1, fromOn, resolution }
  })
  const fund = SAMPLE_FUNDS.find((each) => each.slug === slug) as SampleFund // the list names every fund of the province
  return inventBooks(fund, { seed, publications, today: TODAY, vocabulary: vocabularyOf(plugins) })
}

test('the same seed gives the same people and books, another gives others', async () => {
  const books = await invent('sakhu')

  expect(await invent('sakhu')).toEqual(books)
  expect((await invent('sakhu', 'another seed')).households[0]?.members[0]).not.toEqual(books.households[0]?.members[0])
})

describe.each(['kamala', 'karon', 'ratsada'])('%s', (slug) => {
  const invented = invent(slug)

  test('a receipt pays the oldest instalments, and a status follows the one before, as when they are entered', async () => {
    for (const { course } of (await invented).households.flatMap(({ members }) => members)) {
      const statuses = course.statuses.map((status, at) => ({ ...status, position: at + 1 }))
      for (const [at, status] of statuses.entries()) if (at > 0) checkNext(statuses.slice(0, at), status, todayInThailand(status.recordedAt))
      for (const [at, sitting] of course.sittings.entries()) {
        const membership = membershipsOf(statuses.filter(({ recordedAt }) => recordedAt <= sitting.recordedAt)).at(-1)
        if (!membership) throw new Error('only a member pays')
        const account = accountOf(membership, course.plans, course.sittings.slice(0, at).map(paymentOf))
        expect(allot(account, sitting.instalments, sitting.receivedOn)).toEqual([{ from: sitting.coversFrom, until: sitting.coversUntil, instalments: sitting.instalments, amountSatang: sitting.amountSatang }])
      }
    }
  })

  test('people are older than the country, and more of them women', async () => {
    const people = (await invented).households.flatMap(({ members }) => members.map(({ person }) => person))
    const share = (of: (typeof people)[number][]) => of.length / people.length

    expect(share(people.filter(({ bornOn }) => ageOn(bornOn, TODAY) >= 60))).toBeGreaterThan(0.22)
    expect(share(people.filter(({ bornOn }) => ageOn(bornOn, TODAY) < 15))).toBeLessThan(0.15)
    expect(share(people.filter(({ sex }) => sex === 'female'))).toBeGreaterThan(0.5)
  })
})

describe('chance', () => {
  test('falls evenly', () => {
    const chance = new Chance('dice')
    const thrown = Array.from({ length: 6000 }, () => chance.whole(1, 6))
    for (const side of [1, 2, 3, 4, 5, 6]) expect(Math.abs(thrown.filter((each) => each === side).length - 1000)).toBeLessThan(120)
  })

  test('of a part stays the same whatever was drawn before', () => {
    const chance = new Chance('dice')
    const before = chance.apart('one').share()
    chance.share()
    expect(chance.apart('one').share()).toBe(before)
    expect(chance.apart('two').share()).not.toBe(before)
  })
})
