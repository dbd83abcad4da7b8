import { z } from '@hono/zod-openapi'
import { DEFAULT_FUND_TERMS } from '../../plugins/kit/cases.ts'
import { entitlementsFor, type GivenOfKind } from '../../plugins/kit/compare-people.ts'
import { Day } from '../../plugins/kit/day.ts'
import type { StandardNeighbour } from '../../plugins/kit/standard-neighbour.ts'
import { Category, type Pack } from '../../plugins/kit/pack.ts'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { benefitsOf, packHash, REGULATION_FORMAT, type Regulation } from '../../plugins/kit/regulation.ts'
import { Text } from '../../plugins/kit/text.ts'
import { Id, Name } from '../../plugins/kit/value.ts'
import { ENDLESS } from '../../plugins/kit/verdict.ts'
import { Slug } from '../funds/fund.ts'
import { NamedNetwork } from '../network/network.ts'
import type { ComparedFund, Province } from './queries.ts'

const Satang = z.int().min(0)

/** What a fund gives a neighbour of one kind of welfare. `toSatang` is absent where the fund has set no upper end. */
const Gift = z.strictObject({
  category: Category,
  fromSatang: Satang,
  toSatang: Satang.optional(),
  benefits: z.array(z.strictObject({ id: Id, title: Name, outcome: z.enum(['eligible', 'ineligible', 'incomplete', 'judgement', 'refused']), because: z.array(Text) })),
}).openapi('ComparedGift')
type Gift = z.infer<typeof Gift>

export const ComparedPeople = z.strictObject({
  network: NamedNetwork,
  /** The day it is told for. */
  on: Day,
  /** The invented people, each with what happens to them, by kind of welfare. */
  neighbours: z.array(z.strictObject({ id: Id, name: Name, about: Name, isOwn: z.boolean().describe('Whether the network has changed them.'), events: z.array(z.strictObject({ category: Category, about: Name })) })),
  /** Who is compared. */
  neighbour: Id,
  /** Whether the reader may change them, as an officer of the network. */
  mayChange: z.boolean(),
  /** What the model gives that most funds of the province began from; absent where none did. */
  model: z.strictObject({ title: Name, gifts: z.array(Gift) }).optional(),
  funds: z.array(z.strictObject({
    slug: Slug,
    name: Name,
    localGovernment: Name,
    /** Absent where no regulation is in force on the day. */
    fromOn: Day.optional(),
    /** Kinds that the fund has no benefit of are left out. */
    gifts: z.array(Gift),
    /** The kinds of welfare that another fund of the province has and this one lacks. */
    lacks: z.array(Category),
  })),
}).openapi('ComparedPeople')
export type ComparedPeople = z.infer<typeof ComparedPeople>

/** What one neighbour would get in every fund of a province. */
export async function comparePeople({ network, on, funds, neighbours }: Province, neighbour: StandardNeighbour, plugins: readonly Plugin[], vocabulary: Vocabulary): Promise<Omit<ComparedPeople, 'mayChange'>> {
  const everywhere = new Set(funds.flatMap((fund) => [...kindsOf(fund)]))
  const giftsOf = async (regulation: Regulation) => (await entitlementsFor(neighbour, regulation, { on, vocabulary, tellsWhy: true })).map(gift)
  const model = commonModel(funds, plugins)
  return {
    network,
    on,
    neighbours: neighbours.map(({ isOwn, neighbour: { id, name, about, events } }) => ({ id, name, about, isOwn, events: Object.entries(events).map(([category, event]) => ({ category: Category.parse(category), about: event.about })) })),
    neighbour: neighbour.id,
    ...(model && { model: { title: model.title, gifts: await giftsOf(asItStands(model)) } }),
    funds: await Promise.all(funds.map(async (fund) => {
      const { slug, name, localGovernment, inForce } = fund
      const kinds = kindsOf(fund)
      return { slug, name, localGovernment, ...(inForce && { fromOn: inForce.fromOn }), gifts: inForce ? await giftsOf(inForce.regulation) : [], lacks: [...everywhere].filter((kind) => !kinds.has(kind)) }
    })),
  }
}

const kindsOf = ({ inForce }: ComparedFund) => new Set(inForce ? benefitsOf(inForce.regulation).map(({ benefit }) => benefit.category) : [])

function gift({ category, low, high, given }: GivenOfKind): Gift {
  return {
    category, fromSatang: low, ...(high < ENDLESS && { toSatang: high }),
    benefits: given.map(({ benefit, outcome, because }) => ({ id: benefit.id, title: benefit.title, outcome, because })),
  }
}

/** The installed pack from which most funds have begun, in its latest version. */
function commonModel(funds: readonly ComparedFund[], plugins: readonly Plugin[]): Pack | undefined {
  const adopted = funds.flatMap(({ inForce }) => inForce?.regulation.packs.map(({ pack }) => pack.id) ?? [])
  const times = (id: string) => adopted.filter((each) => each === id).length
  const [most] = plugins.flatMap(({ packs = [] }) => packs).toReversed().toSorted((a, b) => times(b.id) - times(a.id))
  return most && times(most.id) > 0 ? most : undefined
}

const asItStands = (pack: Pack): Regulation => ({ format: REGULATION_FORMAT, title: pack.title, fundTerms: DEFAULT_FUND_TERMS, packs: [{ pack, hash: packHash(pack) }] })
