import { addDays, addYears, type Day } from '../../plugins/kit/day.ts'
import type { Chance } from './chance.ts'
import { givenName, surname, titleOf, type Sex } from './names.ts'

/** Somebody who was made up. */
export interface Person {
  title: string
  firstName: string
  lastName: string
  sex: Sex
  bornOn: Day
  isMuslim: boolean
  /** What they are in the household. */
  place: 'head' | 'spouse' | 'child' | 'parent'
}

/** Ages of those around whom a household lives: funds are older than the country. */
const HEAD_AGES: readonly (readonly [readonly [number, number], number])[] = [[[22, 29], 5], [[30, 39], 13], [[40, 49], 21], [[50, 59], 25], [[60, 69], 22], [[70, 79], 11], [[80, 92], 3]]
const SIZES = [[1, 36], [2, 33], [3, 17], [4, 9], [5, 5]] as const

/** Who of one household is with the fund: one to five, by a family's name. */
export function inventHousehold(chance: Chance, today: Day, { muslimShare }: { muslimShare: number }): Person[] {
  const isMuslim = chance.happens(muslimShare)
  const lastName = surname(chance, isMuslim)
  const headAge = chance.whole(...chance.weighed(HEAD_AGES))
  const headSex: Sex = chance.happens(0.6) ? 'female' : 'male'
  const invent = (place: Person['place'], sex: Sex, age: number): Person => ({
    title: titleOf(chance, sex, age), firstName: givenName(chance, sex, { isMuslim, age }), lastName, sex, bornOn: bornAt(chance, age, today), isMuslim, place,
  })

  const persons = [invent('head', headSex, headAge)]
  const size = chance.weighed(SIZES)
  while (persons.length < size) {
    const place = nextPlace(chance, persons, headAge)
    if (place === 'spouse') persons.push(invent('spouse', headSex === 'female' ? 'male' : 'female', Math.max(20, headAge + chance.whole(-6, 6))))
    else if (place === 'parent') persons.push(invent('parent', chance.happens(0.65) ? 'female' : 'male', Math.min(94, headAge + chance.whole(21, 33))))
    else persons.push(invent('child', chance.happens(0.5) ? 'female' : 'male', chance.whole(1, Math.max(1, headAge - 21))))
  }
  return persons
}

function nextPlace(chance: Chance, persons: readonly Person[], headAge: number): Person['place'] {
  if (persons.every(({ place }) => place !== 'spouse') && chance.happens(0.75)) return 'spouse'
  return headAge < 62 && persons.every(({ place }) => place !== 'parent') && chance.happens(0.35) ? 'parent' : 'child'
}

const bornAt = (chance: Chance, age: number, today: Day): Day => addDays(addYears(today, -age - 1), chance.whole(1, 364))

/** What somebody is to another of the household, in the words of a form. */
export function relationTo(person: Person, other: Person): string {
  if (person.place === 'child') return other.place === 'child' ? 'พี่น้อง' : 'บุตร'
  if (person.place === 'parent') return other.place === 'child' ? 'ปู่ย่าตายาย' : 'บิดามารดา'
  if (other.place === 'child') return 'บิดามารดา'
  return other.place === 'parent' ? 'บุตร' : 'คู่สมรส'
}

/** Deaths of a thousand within a year at 0, 5, 10 … 95: after the Thai mortality table TMO 2560. */
const DEATHS: Record<Sex, readonly number[]> = {
  male: [1.3, 0.2, 0.2, 0.8, 1.3, 1.4, 1.6, 1.9, 2.5, 3.5, 5, 7.3, 11.1, 18.3, 31.4, 54.9, 89.9, 134.5, 203.4, 311.5],
  female: [1.1, 0.2, 0.2, 0.3, 0.4, 0.4, 0.5, 0.6, 0.9, 1.4, 2.1, 3.3, 5.6, 10, 19.8, 39, 68.5, 110.6, 179.9, 293.7],
}
/** The table is of insured people, who die later than all. */
const MORE_THAN_INSURED = 1.15

/** The share of people of an age who die within a year. */
export function deathShare(sex: Sex, age: number): number {
  return ((DEATHS[sex][Math.min(19, Math.floor(Math.max(0, age) / 5))] ?? 300) * MORE_THAN_INSURED) / 1000
}

export const ageOn = (bornOn: Day, day: Day): number => Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (day.slice(5) < bornOn.slice(5) ? 1 : 0)
