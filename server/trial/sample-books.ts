import type { Insertable } from 'kysely'
import { addDays, type Day } from '../../plugins/kit/day.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import type { Schema } from '../db/schema.ts'
import { fullName } from '../members/member.ts'
import { membershipsOf } from '../members/status.ts'
import type { Party } from '../claims/claim.ts'
import type { Publication } from '../regulations/publication.ts'
import { Chance } from './chance.ts'
import { claimAlong, type Claimant, type SampleClaim, type SampleCounter } from './claiming.ts'
import { inventCourse, type Setting } from './course.ts'
import { inventHappenings, type Surroundings } from './happenings.ts'
import { inventHousehold, relationTo, type Person } from './households.ts'
import { centreNames, givenName } from './names.ts'
import type { SampleFund } from './sample-funds.ts'
import { sampleTime, type SampleTime } from './sample-time.ts'

/** A household with the fund: who lives there, and what they asked for. */
export interface SampleHousehold {
  id: string
  centre: number
  members: (Claimant & { beneficiaries: Party[] })[]
  claims: readonly SampleClaim[]
  counters: readonly SampleCounter[]
}

/** All people and books of a sample fund. */
export interface SampleBooks {
  centres: Insertable<Schema['centres']>[]
  households: SampleHousehold[]
}

/** What a sample is invented from: the same gives the same. */
export interface Origin {
  seed: string
  publications: readonly Publication[]
  today: Day
  vocabulary: Vocabulary
}

/** Invents a fund's people and books. `rest` is taken between households, so that others have their turn. */
export async function inventBooks(fund: SampleFund, { seed, publications, today, vocabulary }: Origin): Promise<SampleBooks> {
  const chance = new Chance(`${seed} ${fund.slug}`)
  const time = sampleTime(publications, today)
  const begunAt = new Date(`${time.keptFromOn}T01:00:00Z`)
  const centres = centreNames(chance, fund).map((name) => ({ id: chance.id(begunAt), name }))
  const surroundings = surroundingsOf(chance, time)
  const lapse = publications.at(-1)?.regulation.fundTerms.lapse
  const households: SampleHousehold[] = []
  for (let registered = 0, at = 0; registered < fund.registered; at += 1) {
    const own = chance.apart(`household ${at}`)
    const id = own.id(begunAt)
    const persons = inventHousehold(own, today, fund).slice(0, fund.registered - registered)
    const members = persons.map((person) => settle(own, person, persons, { time, lapse, surroundings }))
    const { claims, counters } = await claimAlong(own, members, { householdId: id, publications, time, vocabulary })
    households.push({ id, centre: own.whole(0, centres.length - 1), members, claims, counters: [...counters.values()] })
    registered += persons.length
  }
  return { centres, households }
}

function surroundingsOf(chance: Chance, { keptFromOn, lastOn }: SampleTime): Surroundings {
  return { oldAgeDay: chance.pick(['04-13', '12-05', '10-01', '02-14']), storms: Array.from({ length: 6 }, () => chance.day(keptFromOn, lastOn)) }
}

interface Settling extends Setting {
  surroundings: Surroundings
}

function settle(chance: Chance, person: Person, household: readonly Person[], { surroundings, ...setting }: Settling): SampleHousehold['members'][number] {
  const { time } = setting
  const course = inventCourse(chance, person, setting)
  const beneficiaries = heirsOf(chance, person, household)
  const heir = beneficiaries[0]
  const membership = membershipsOf(course.statuses.map((status, at) => ({ ...status, position: at + 1 }))).at(-1)
  const died = course.statuses.find(({ kind }) => kind === 'died')?.happenedOn
  const from = membership && (membership.joinedOn > time.keptFromOn ? membership.joinedOn : time.keptFromOn)
  const until = membership?.endedOn === undefined ? time.lastOn : addDays(membership.endedOn, -1)
  const happenings = from !== undefined && heir && from < until ? inventHappenings(chance, { person, from, until, heir, ...(died !== undefined && { diedOn: died }) }, surroundings) : []
  return { memberId: chance.id(course.statuses[0]?.recordedAt ?? new Date(0)), person, course, happenings, beneficiaries }
}

/** Whom the fund pays when the member has died: of the household or, where there is nobody, of the family. */
function heirsOf(chance: Chance, person: Person, household: readonly Person[]): Party[] {
  const near = household.filter((other) => other !== person).slice(0, 2)
  if (near.length > 0) return near.map((other) => ({ name: nameOf(other), relation: relationTo(other, person) }))
  return [{ name: `${givenName(chance, 'female', { isMuslim: person.isMuslim, age: 40 })} ${person.lastName}`, relation: chance.pick(['บุตร', 'หลาน', 'พี่น้อง']) }]
}

export const nameOf = ({ title, firstName, lastName }: Person): string => fullName({ title, first_name: firstName, last_name: lastName })

/** Members in the order in which they were entered. */
export function inOrder({ households }: SampleBooks) {
  return households
    .flatMap((household) => household.members.map((member) => ({ household, member })))
    .toSorted((a, b) => joinOf(a.member).localeCompare(joinOf(b.member)))
}

const joinOf = ({ memberId, course }: Claimant) => `${course.statuses[0]?.happenedOn} ${memberId}`

