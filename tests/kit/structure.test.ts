import { describe, expect, test } from 'vitest'
import { regulationFor } from '../../plugins/kit/cases.ts'
import { checkRegulation } from '../../plugins/kit/check-regulation.ts'
import { adoptedIn, foundIn } from '../../plugins/kit/draft.ts'
import type { Benefit } from '../../plugins/kit/pack.ts'
import { benefitsOf, packHash, Regulation, regulationHash } from '../../plugins/kit/regulation.ts'
import { descended, draftedValues, ownedBy, ownPackId, withBenefit, withFact, withoutBenefit, withoutFact, withoutStanding, withoutTerm, withStanding, withTerm } from '../../plugins/kit/structure.ts'
import { examplePack } from './example-pack.ts'

const says = (th: string, en: string) => ({ th, en })
const origin = { ...regulationFor(examplePack), packs: [{ pack: examplePack, hash: packHash(examplePack) }] } satisfies Regulation
const own = ownPackId('ban-mai')
const benefit: Benefit = { id: 'new-house', category: 'housing', title: says('ขึ้นบ้านใหม่', 'A new house'), eventOn: 'movedOn', asks: ['movedOn'], amount: { fixed: 'houseGift' } }
const idsIn = (regulation: Regulation) => benefitsOf(regulation).map(({ benefit: { id } }) => id)

/** A benefit of the fund's own, from nothing: its question, its amount, itself. */
function built(regulation: Regulation): Regulation {
  const asked = withFact(regulation, own, 'movedOn', { type: 'day', of: 'claim', from: 'asked', label: says('วันขึ้นบ้านใหม่', 'day of moving in') })
  const valued = withTerm(asked, own, 'houseGift', { type: 'money', label: says('เงินขึ้นบ้านใหม่', 'new-house gift'), values: draftedValues('2027-01-01', 50_000) })
  return withBenefit(valued, own, benefit)
}

describe('a benefit of the fund’s own', () => {
  test('begins a pack of the fund’s, of the shape of a regulation and without an error', () => {
    const regulation = built(origin)

    expect(Regulation.safeParse(regulation).success).toBe(true)
    expect(checkRegulation(regulation).filter(({ level }) => level === 'error')).toEqual([])
    expect(adoptedIn(regulation, own).hash).toBe(packHash(adoptedIn(regulation, own).pack))
    expect(foundIn(regulation, examplePack.id)).toBe(origin.packs[0])
  })

  test('is replaced in its place, and taken out with the pack once it was the last', () => {
    const two = withBenefit(built(origin), own, { ...benefit, id: 'second-house' })
    const renamed = withBenefit(two, own, { ...benefit, title: says('บ้านหลังแรก', 'A first house') })

    expect(adoptedIn(renamed, own).pack.benefits.map(({ title }) => title.en)).toEqual(['A first house', 'A new house'])
    expect(regulationHash(withoutBenefit(withoutBenefit(renamed, own, 'new-house'), own, 'second-house'))).toBe(regulationHash(origin))
  })
})

test('what was another fund’s own is under the hash of what it says then, and holds together', () => {
  const taken = ownedBy(built(origin), 'nong-bua')

  expect(taken.packs.map(({ pack }) => pack.id)).toEqual([examplePack.id, ownPackId('nong-bua')])
  expect(checkRegulation(taken).filter(({ level }) => level === 'error')).toEqual([])
})

test('a benefit of an adopted pack that the fund does not take is left out, and taken again; the snapshot stays what it is', () => {
  const [first] = examplePack.benefits
  if (!first) throw new Error('the example has a benefit')
  const without = withoutBenefit(origin, examplePack.id, first.id)

  expect(idsIn(without)).not.toContain(first.id)
  expect(adoptedIn(without, examplePack.id).hash).toBe(packHash(examplePack))
  expect(regulationHash(withBenefit(without, examplePack.id, first))).toBe(regulationHash(origin))
})

test('a term goes with the values that the fund has set for it', () => {
  const set = { ...origin, packs: origin.packs.map((adopted) => ({ ...adopted, values: { nightRate: [{ from: '2027-01-01', value: 1, source: 'ร่าง' }] } })) }

  expect(adoptedIn(withoutTerm(set, examplePack.id, 'nightRate'), examplePack.id).values).toBeUndefined()
  expect(adoptedIn(withoutTerm(set, examplePack.id, 'nightRate'), examplePack.id).pack.terms).not.toHaveProperty('nightRate')
})

test('facts and standing conditions are put in and taken out, with the exemptions from them', () => {
  const standing = { id: 'paid-up', conditions: { id: 'paid', name: says('ส่งครบ', 'paid up'), fact: 'instalmentsMissed', operator: 'equal', value: 0 } }
  const put = withBenefit(withStanding(built(origin), own, standing), own, { ...benefit, exempt: ['paid-up'] })

  expect(adoptedIn(put, own).pack.standing).toEqual([standing])
  expect(regulationHash(withoutStanding(put, own, 'paid-up'))).toBe(regulationHash(built(origin)))
  expect(adoptedIn(withoutFact(put, own, 'movedOn'), own).pack).not.toHaveProperty('facts')
})

test('only a pack of the fund’s own begins by itself', () => {
  expect(() => withBenefit(origin, 'elsewhere', benefit)).toThrow('elsewhere')
})

describe('the lineage of a snapshot that the fund has changed', () => {
  const term = { type: 'money' as const, label: says('คืนละ', 'a night'), values: [{ from: '2019-10-01', value: 1, source: 'ข้อ 9' }] }
  const changed = withTerm(origin, examplePack.id, 'nightRate', term)
  const kept = descended(changed, origin, origin)
  const identity = (regulation: Regulation) => { const { pack, hash } = adoptedIn(regulation, examplePack.id); return [pack.version, pack.basedOn?.version, pack.basedOn?.hash, hash === packHash(pack)] }

  test('names what it was, one version above it, and holds together', () => {
    expect(identity(kept)).toEqual(['1.0.1', '1.0.0', packHash(examplePack), true])
    expect(checkRegulation(kept).filter(({ code }) => code === 'lineage' || code === 'wrongHash')).toEqual([])
  })

  test('is the same after a second change, whatever was sent', () => {
    const again = withTerm(kept, examplePack.id, 'nightRate', { ...term, label: says('ต่อคืน', 'per night') })
    const forged = { ...again, packs: again.packs.map((adopted) => ({ ...adopted, hash: `sha256:${'0'.repeat(64)}`, pack: { ...adopted.pack, version: '1.0.0' } })) }

    expect(identity(descended(forged, origin, kept))).toEqual(identity(kept).with(3, true))
  })

  test('is gone when the snapshot is as it was', () => {
    const back = { ...kept, packs: kept.packs.map((adopted) => ({ ...adopted, pack: { ...adopted.pack, terms: examplePack.terms } })) }
    expect(regulationHash(descended(back, origin, kept))).toBe(regulationHash(origin))
  })

  test('goes on from the published change, draft after draft', () => {
    const next = descended(withTerm(kept, examplePack.id, 'nightRate', { ...term, note: says('ใหม่', 'new') }), kept, kept)
    expect(identity(next).slice(0, 3)).toEqual(['1.0.2', '1.0.1', adoptedIn(kept, examplePack.id).hash])
  })

  test('of a higher version is its own to say; what the fund changes of it names it', () => {
    const model = { ...examplePack, version: '2.0.0', terms: { ...examplePack.terms, nightRate: term } }
    const upgraded = { ...origin, packs: [{ pack: model, hash: packHash(model) }] }
    expect(regulationHash(descended(upgraded, origin, origin))).toBe(regulationHash(upgraded))

    const mine = descended(withTerm(upgraded, examplePack.id, 'nightRate', { ...term, note: says('ใหม่', 'new') }), origin, upgraded)
    expect(identity(mine).slice(0, 3)).toEqual(['2.0.1', '2.0.0', packHash(model)])
    expect(identity(descended(withTerm(mine, examplePack.id, 'nightRate', { ...term, note: says('ใหม่กว่า', 'newer') }), origin, mine)).slice(0, 3)).toEqual(['2.0.1', '2.0.0', packHash(model)])
  })
})
