import { addDays, daysBetween, type Day } from '../../plugins/kit/day.ts'

/** Chance that falls the same way every time from the same seed. */
export class Chance {
  readonly #seed: string
  #state: number

  constructor(seed: string) {
    this.#seed = seed
    this.#state = hashOf(seed)
  }

  /** Chance of its own for a part, so that what falls there moves nothing elsewhere. */
  apart(part: string): Chance {
    return new Chance(`${this.#seed} ${part}`)
  }

  /** From 0 up to and without 1 (mulberry32). */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** Whether what happens in this share of cases happens now. */
  happens(share: number): boolean {
    return this.share() < share
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1))
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.whole(0, from.length - 1)]
    if (picked === undefined) throw new Error('there is nothing to pick from')
    return picked
  }

  /** One of several, each as likely as its weight. */
  weighed<T>(from: readonly (readonly [T, number])[]): T {
    let left = this.share() * from.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [each, weight] of from) {
      left -= weight
      if (left < 0) return each
    }
    return this.pick(from)[0]
  }

  /** A day, both ends included; the first where the last is before it. */
  day(from: Day, until: Day): Day {
    return addDays(from, this.whole(0, Math.max(0, daysBetween(from, until))))
  }

  /** A moment of a day at which a counter is open, in Thailand. */
  moment(on: Day): Date {
    return new Date(Date.parse(`${on}T02:00:00Z`) + this.whole(0, 7 * 3600 - 1) * 1000)
  }

  /** An id as a row made at this moment would have: a UUID of version 7. */
  id(at: Date): string {
    const time = at.getTime().toString(16).padStart(12, '0')
    const digits = (count: number) => Array.from({ length: count }, () => this.whole(0, 15).toString(16)).join('')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-${this.pick(['8', '9', 'a', 'b'])}${digits(3)}-${digits(12)}`
  }
}

/** FNV-1a, and once more through a mixer, since seeds differ little. */
function hashOf(seed: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(seed)) hash = Math.imul(hash ^ byte, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
