import { addDays, addYears, type Day } from '../../plugins/kit/day.ts'
import type { Category } from '../../plugins/kit/pack.ts'
import type { Value } from '../../plugins/kit/value.ts'
import type { Party } from '../claims/claim.ts'
import type { Chance } from './chance.ts'
import { ageOn, type Person } from './households.ts'
import { givenName } from './names.ts'

/** Which of a form's options is meant, by its place among them: forms name theirs differently. */
export interface Option {
  option: number
}

/** Something that befell a member, for which a fund may help. */
export interface Happening {
  category: Category
  on: Day
  claimedOn: Day
  /** Answers to whatever a form may ask; `on` answers what it calls the event's day. */
  tells: Readonly<Record<string, Value | Option>>
  subject?: Party
  applicant?: Party
  payee?: Party
  /** The fund itself looks for who is due. */
  isProposed?: true
}

/** When and as whom somebody is with the fund. */
export interface Attending {
  person: Person
  from: Day
  until: Day
  diedOn?: Day
  heir: Party
}

/** What happens in a fund's whole area. */
export interface Surroundings {
  /** "04-13": the day of the year on which the old are paid. */
  oldAgeDay: string
  storms: readonly Day[]
}

const option = (at: number): Option => ({ option: at })
const stay = (age: number) => (age < 15 ? 0.04 : age < 40 ? 0.04 : age < 60 ? 0.06 : age < 75 ? 0.12 : 0.19)
const NIGHTS = [[1, 24], [2, 27], [3, 19], [4, 11], [5, 7], [7, 7], [10, 4], [14, 1]] as const

/** What befalls a member for which a fund may be asked, in no order. */
export function inventHappenings(chance: Chance, attending: Attending, surroundings: Surroundings): Happening[] {
  const { from, until } = attending
  const isDisabled = chance.happens(0.025)
  const found: Happening[] = []
  for (let year = from; year < until; year = addYears(year, 1)) {
    const lastDay = addDays(addYears(year, 1), -1)
    const within = { ...attending, from: year, until: lastDay < until ? lastDay : until }
    found.push(...sickness(chance, within), ...family(chance, within), ...work(chance, within), ...yearly(chance, within, surroundings, isDisabled))
  }
  if (attending.diedOn !== undefined && chance.happens(0.93)) found.push(death(chance, attending, attending.diedOn))
  return found
}

/** A day in the year that was looked at, and the one on which it was asked for. */
function when(chance: Chance, { from, until }: Attending): Pick<Happening, 'on' | 'claimedOn'> {
  const on = chance.day(from, until)
  return { on, claimedOn: addDays(on, chance.happens(0.95) ? chance.whole(2, 45) : chance.whole(60, 150)) }
}

function collected(chance: Chance, { heir }: Attending): Pick<Happening, 'payee'> & { tells: Record<string, Option> } {
  const byProxy = chance.happens(0.12)
  const who = option(byProxy ? 1 : 0)
  return { tells: { collector: who, collectedBy: who }, ...(byProxy && { payee: heir }) }
}

function sickness(chance: Chance, year: Attending): Happening[] {
  const age = ageOn(year.person.bornOn, year.from)
  const found: Happening[] = []
  if (chance.happens(stay(age))) {
    const { on, claimedOn } = when(chance, year)
    const nights = chance.weighed(NIGHTS)
    const { tells, ...others } = collected(chance, year)
    const dischargedOn = addDays(on, nights)
    found.push({ category: 'sickness', on, claimedOn: addDays(claimedOn, nights), tells: { ...tells, admittedOn: on, dischargedOn }, ...others })
  }
  if (age >= 75 && chance.happens(0.03)) {
    found.push({ category: 'carer', ...when(chance, year), tells: { visits: chance.whole(2, 8), bedridden: chance.happens(0.9) }, payee: year.heir })
  }
  return found
}

function family(chance: Chance, year: Attending): Happening[] {
  const { person } = year
  const age = ageOn(person.bornOn, year.from)
  const isMother = person.sex === 'female'
  const found: Happening[] = []
  if (age >= 20 && age < (isMother ? 40 : 45) && chance.happens(isMother ? 0.07 : 0.03)) {
    const { tells, ...others } = collected(chance, year)
    const parent = option(isMother ? 0 : chance.happens(0.85) ? 1 : 2)
    found.push({ category: 'newborn', ...when(chance, year), tells: { ...tells, parent, children: chance.happens(0.015) ? 2 : 1, deliveryNights: chance.whole(1, 4) }, subject: child(chance, person), ...others })
  }
  if (age >= 32 && age < 56 && chance.happens(0.035)) {
    found.push({ category: 'education', ...when(chance, year), tells: { stage: option(chance.whole(0, 3)), student: option(1), grade: chance.whole(180, 400) / 100 }, subject: child(chance, person) })
  }
  if (age >= 20 && age < 36 && !isMother && !person.isMuslim && chance.happens(0.02)) found.push({ category: 'ordination', ...when(chance, year), tells: {} })
  if (age >= 21 && age < 38 && chance.happens(0.03)) found.push({ category: 'marriage', ...when(chance, year), tells: {} })
  return found
}

const child = (chance: Chance, { isMuslim, lastName }: Person): Party =>
  ({ name: `${givenName(chance, chance.happens(0.5) ? 'female' : 'male', { isMuslim, age: 5 })} ${lastName}`, relation: 'บุตร' })

function work(chance: Chance, year: Attending): Happening[] {
  const age = ageOn(year.person.bornOn, year.from)
  if (age < 22 || age >= 66 || !chance.happens(0.008)) return []
  const help = chance.whole(0, 2)
  return [{ category: 'occupation', ...when(chance, year), tells: { help: option(help), ...(help === 0 && { courseCost: chance.whole(3, 20) * 10_000 }) } }]
}

function yearly(chance: Chance, { person, from, until }: Attending, { oldAgeDay, storms }: Surroundings, isDisabled: boolean): Happening[] {
  const found: Happening[] = []
  const paidOn = [`${from.slice(0, 4)}-${oldAgeDay}`, `${until.slice(0, 4)}-${oldAgeDay}`].find((day) => day >= from && day <= until)
  if (paidOn !== undefined) {
    const due = { on: paidOn, claimedOn: paidOn, isProposed: true as const }
    if (ageOn(person.bornOn, paidOn) >= 60) found.push({ category: 'elderly', ...due, tells: { collectedBy: option(0) } })
    if (isDisabled) found.push({ category: 'disability', ...due, tells: { disabilityCard: chance.happens(0.97) } })
  }
  const storm = storms.find((day) => day >= from && day <= until)
  if (storm !== undefined && chance.happens(0.008)) {
    found.push({ category: 'disaster', on: storm, claimedOn: addDays(storm, chance.whole(1, 40)), tells: { damage: option(chance.weighed([[0, 70], [1, 24], [2, 6]])), homeGranted: chance.happens(0.08) } })
  }
  return found
}

function death(chance: Chance, { heir }: Attending, on: Day): Happening {
  const { relation } = heir
  return { category: 'death', on, claimedOn: addDays(on, chance.whole(15, 90)), tells: { claimant: option(chance.happens(0.96) ? 0 : 1) }, applicant: { name: heir.name, relation }, payee: heir }
}
