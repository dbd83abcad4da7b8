import { canonicalJson } from './canonical.ts'
import { readClaim, type Claim } from './claim.ts'
import { addDays, addMonths, addYears, daysBetween, type Day } from './day.ts'
import { durationBetween } from './duration.ts'
import { everAsOn } from './draft.ts'
import { asExpected, judgeClaim, type Neighbour } from './neighbour.ts'
import { inventedName } from './neighbour-words.ts'
import type { Text } from './text.ts'
import type { Name, Value } from './value.ts'
import type { Verdict } from './verdict.ts'

/**
 * A claim that was made, as an example person whom nobody can be recognised in, under a name that is not taken; it expects what the rules
 * said of the claim. Undefined where the claim is incomplete, cannot be, or hangs on a day of the calendar from which it cannot be moved.
 *
 * What the benefit's rules never look at is left out, payments that follow on each other become one stretch, and what was granted before
 * keeps only what it took of this benefit's limits. Then all days move by the same number, and each day of the member's life becomes the
 * coarsest that leaves the verdict and every condition as they were: whole years before the event, else whole months, else the day as it was
 * moved. So no day stands as it was, and ages stand as exactly as the rules ask for and no more.
 */
export async function anonymise(claim: Claim, taken: readonly Name[]): Promise<Neighbour | undefined> {
  const { eventOn, benefit } = readClaim(claim)
  if (eventOn === undefined) return undefined
  const told = { ...claim, regulation: everAsOn(claim.regulation, eventOn) }
  const { found, verdict } = await judgeClaim(told)
  if (!verdict || found.outcome === 'incomplete') return undefined

  const wanted = signature(verdict, found)
  const isSame = async (each: Claim) => { const judged = await judgeClaim(each); return judged.verdict !== undefined && signature(judged.verdict, judged.found) === wanted }
  const moved = await movedFrom(bareOf(told, verdict), eventOn, isSame)
  if (!moved) return undefined
  const { eventOn: on = eventOn } = readClaim(moved)
  const { member, answers, fund, history, claimedOn, decidedOn } = await coarsened(moved, on, claim.member.facts, isSame)
  const name = inventedName(member.facts, on, taken)
  return {
    name: sentence(name, benefit.title),
    person: { name, facts: { ...member.facts }, ...(member.covered && { covered: [...member.covered] }) },
    benefit: claim.benefitId,
    facts: { ...answers },
    ...(Object.keys(fund).length > 0 && { fund: { ...fund } }),
    ...(history.length > 0 && { history: history.map(({ benefitId, eventOn, of, uses }) => ({ benefit: benefitId, on: eventOn, of, uses: { ...uses } })) }),
    ...(claimedOn !== undefined && { claimedOn }),
    ...(decidedOn !== undefined && { decidedOn }),
    expect: asExpected(found),
  }
}

const sentence = (name: Name, title: Text): Text => ({ th: `${name.th} ${title.th} จากคำขอที่ผ่านมา`, en: `${name.en}: ${title.en}, from a past claim` })

/** All that must come out the same: the result with its reasons and cuts, how each condition was seen, and what each limit leaves. */
function signature(verdict: Verdict, found: object): string {
  const limits = verdict.outcome === 'incomplete' ? [] : verdict.limits.map(({ limit, left }) => [limit.id, left])
  return canonicalJson({ found, limits, conditions: verdict.conditions.map(({ leaf, met }) => [leaf.id, met ?? null]) })
}

/** The claim with what its verdict looked at, and no more. */
function bareOf(claim: Claim, verdict: Verdict): Claim {
  const seen = (values: Readonly<Record<string, Value>>) => Object.fromEntries(Object.entries(values).filter(([id]) => Object.hasOwn(verdict.facts, id)))
  const limits = verdict.outcome === 'incomplete' ? [] : verdict.limits.map(({ limit }) => limit.id)
  const { covered, facts } = claim.member
  const readsCovered = Object.hasOwn(verdict.facts, 'contributed') || Object.hasOwn(verdict.facts, 'contributedDays')
  return {
    ...claim,
    answers: seen(claim.answers),
    member: { facts: seen(facts), ...(covered && readsCovered && { covered: stretches(covered) }) },
    fund: seen(claim.fund),
    history: claim.history.flatMap((grant) => {
      const uses = Object.fromEntries(Object.entries(grant.uses).filter(([id]) => limits.includes(id)))
      return Object.keys(uses).length > 0 || grant.benefitId === claim.benefitId ? [{ ...grant, uses, amountSatang: 0 }] : []
    }),
  }
}

type Covered = NonNullable<Claim['member']['covered']>

function stretches(covered: Covered): Covered {
  const joined: { from: Day; until: Day }[] = []
  for (const each of covered.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1)
    if (last && each.from <= last.until) last.until = each.until > last.until ? each.until : last.until
    else joined.push({ ...each })
  }
  return joined
}

/** The middle of this month and of those around it: a day that many events share. */
const MONTHS_TRIED = [0, -1, 1, -2, 2, -3, 3, -6, 6]

/** All days by the same number, so that the event falls on a day that many events share; the next best where the verdict would be another. */
async function movedFrom(claim: Claim, eventOn: Day, isSame: (each: Claim) => Promise<boolean>): Promise<Claim | undefined> {
  const shared = MONTHS_TRIED.map((months) => `${addMonths(eventOn, months).slice(0, 8)}15`).filter((day) => day !== eventOn)
  const byCycle = [addYears(eventOn, -4), addYears(eventOn, 4)] // four years on, the calendar is the same
  for (const day of [...shared, ...byCycle]) {
    const moved = movedBy(claim, daysBetween(eventOn, day))
    if (await isSame(moved)) return moved
  }
  return undefined
}

function movedBy(claim: Claim, days: number): Claim {
  const { catalogue } = readClaim(claim)
  const all = (values: Readonly<Record<string, Value>>) => Object.fromEntries(Object.entries(values).map(([id, value]) => [id, catalogue[id]?.type === 'day' ? addDays(String(value), days) : value]))
  const { covered, facts } = claim.member
  return {
    ...claim,
    answers: all(claim.answers),
    member: { facts: all(facts), ...(covered && { covered: covered.map(({ from, until }) => ({ from: addDays(from, days), until: addDays(until, days) })) }) },
    fund: all(claim.fund),
    history: claim.history.map((grant) => ({ ...grant, eventOn: addDays(grant.eventOn, days) })),
    ...(claim.claimedOn !== undefined && { claimedOn: addDays(claim.claimedOn, days) }),
    ...(claim.decidedOn !== undefined && { decidedOn: addDays(claim.decidedOn, days) }),
  }
}

/** Each day of the member's life as coarse as the verdict allows, one after another, and never by chance the real one. */
async function coarsened(moved: Claim, eventOn: Day, real: Claim['member']['facts'], isSame: (each: Claim) => Promise<boolean>): Promise<Claim> {
  const { catalogue } = readClaim(moved)
  let claim = moved
  for (const [id, value] of Object.entries(moved.member.facts)) {
    if (catalogue[id]?.type !== 'day' || String(value) > eventOn) continue
    for (const day of coarser(String(value), eventOn).filter((each) => each !== real[id])) {
      const next = { ...claim, member: { ...claim.member, facts: { ...claim.member.facts, [id]: day } } }
      if (!await isSame(next)) continue
      claim = next
      break
    }
  }
  return claim
}

function coarser(day: Day, eventOn: Day): Day[] {
  const { years, months } = durationBetween(day, eventOn, 'calendar')
  return [addYears(eventOn, -years), addMonths(eventOn, -(years * 12 + months))]
}
