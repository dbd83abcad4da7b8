import { readClaim } from './claim.ts'
import { formatDay, type Day } from './day.ts'
import { explain } from './explain.ts'
import { needsOf, type Fact } from './fact.ts'
import { glossaryOf } from './glossary.ts'
import { spanWord, TIMES } from './limit-sentence.ts'
import { formatBaht } from './money.ts'
import { asExpected, type Expectation, type Neighbour } from './neighbour.ts'
import type { Vocabulary } from './plugin.ts'
import { figure, quantity, type Measure } from './quantity.ts'
import { rangeBaht } from './range-text.ts'
import type { Regulation } from './regulation.ts'
import type { Situation } from './situations.ts'
import { factPhrase, speechOf } from './speech.ts'
import { both, type Text } from './text.ts'
import type { Name, Value } from './value.ts'
import type { Verdict } from './verdict.ts'

/** Names of nobody, by what one would call a person of that age: up to that many years. */
const NAMES: { yearsMax: number; female: Name[]; male: Name[] }[] = [
  { yearsMax: 29, female: [{ th: 'น้องมุก', en: 'Muk' }, { th: 'น้องฝน', en: 'Fon' }, { th: 'น้องใบบัว', en: 'Baibua' }], male: [{ th: 'น้องต้น', en: 'Ton' }, { th: 'น้องภู', en: 'Phu' }] },
  { yearsMax: 44, female: [{ th: 'พี่นี', en: 'Ni' }, { th: 'พี่แอน', en: 'Aen' }, { th: 'ก๊ะไหม', en: 'Mai' }], male: [{ th: 'น้าศักดิ์', en: 'Sak' }, { th: 'บังอาหมัด', en: 'Ahmad' }, { th: 'พี่ชัย', en: 'Chai' }] },
  { yearsMax: 64, female: [{ th: 'ป้าแดง', en: 'Auntie Daeng' }, { th: 'ป้าสาย', en: 'Auntie Sai' }, { th: 'ป้าจันทร์', en: 'Auntie Chan' }, { th: 'ป้าเนียม', en: 'Auntie Niam' }], male: [{ th: 'ลุงสำราญ', en: 'Uncle Samran' }, { th: 'ลุงหมาน', en: 'Uncle Man' }, { th: 'ลุงคล้าย', en: 'Uncle Khlai' }] },
  { yearsMax: 150, female: [{ th: 'ยายชื่น', en: 'Grandmother Chuen' }, { th: 'ยายพิน', en: 'Grandmother Phin' }, { th: 'ยายเอียด', en: 'Grandmother Iat' }], male: [{ th: 'ตาเลียบ', en: 'Grandfather Liap' }, { th: 'ตาผ่อง', en: 'Grandfather Phong' }] },
]

/** Most members, where nothing is known of the age. */
const GROWN_UP = NAMES.slice(1).toSorted((a, b) => Number(b.yearsMax === 64) - Number(a.yearsMax === 64))

/** An invented name for a member of this age and sex, as far as they are known: the first that is not taken, else one with a number. */
export function inventedName({ memberBornOn, memberSex }: Readonly<Record<string, Value>>, on: Day | undefined, taken: readonly Name[]): Name {
  const years = typeof memberBornOn === 'string' && on !== undefined ? Number(on.slice(0, 4)) - Number(memberBornOn.slice(0, 4)) : undefined
  const fitting = years === undefined ? GROWN_UP : NAMES.filter((each, at) => years <= each.yearsMax && years > (NAMES[at - 1]?.yearsMax ?? -1))
  const names = fitting.flatMap(({ female, male }) => (memberSex === 'female' ? female : memberSex === 'male' ? male : [...female, ...male]))
  const isTaken = (name: Name) => taken.some(({ th }) => th === name.th)
  for (let round = 1; ; round++) {
    const free = names.map(({ th, en }) => (round === 1 ? { th, en } : { th: `${th} ${round}`, en: `${en} ${round}` })).find((name) => !isTaken(name))
    if (free) return free
  }
}

/** A situation as an example person, under a name that is not taken, who expects what the rules say now. */
export function neighbourOfSituation(situation: Situation, taken: readonly Name[]): Neighbour {
  const { claim, verdict, found } = situation
  const name = inventedName(claim.member.facts, verdict.eventOn, taken)
  const phrase = phraseOf(situation)
  return {
    name: { th: `${name.th} ${phrase.th}`, en: `${name.en}: ${phrase.en}` },
    person: { name, facts: { ...claim.member.facts } },
    benefit: claim.benefitId,
    facts: { ...claim.answers },
    ...(claim.claimedOn !== undefined && { claimedOn: claim.claimedOn }),
    ...(claim.decidedOn !== undefined && { decidedOn: claim.decidedOn }),
    ...(claim.history.length > 0 && { history: claim.history.map(({ benefitId, eventOn, uses }) => ({ benefit: benefitId, on: eventOn, uses: { ...uses } })) }),
    expect: asExpected(found),
  }
}

/** The fact that a person would name for what was moved: the time as a member, not the day of joining. */
export function toldFact({ claim, verdict, lever }: Pick<Situation, 'claim' | 'verdict' | 'lever'>): string {
  const { catalogue } = readClaim(claim)
  const compared = [...new Set([...verdict.conditions.map(({ leaf }) => leaf.fact), ...Object.keys(verdict.facts)])]
  return compared.find((id) => id !== lever && catalogue[id]?.type !== 'day' && verdict.facts[id]?.state === 'known' && restsOn(id, lever, catalogue)) ?? lever
}

function restsOn(id: string, base: string, catalogue: Readonly<Record<string, Fact>>): boolean {
  const fact = catalogue[id]
  return fact?.from === 'derived' && needsOf(fact).some((need) => need === base || restsOn(need, base, catalogue))
}

/** What a situation's bound is a bound of. */
export function aboutOf(situation: Situation): Text {
  const { claim, put } = situation
  const { catalogue, benefit } = readClaim(claim)
  switch (put.kind) {
    case 'ordinary': return { th: 'คนที่ได้ตามปกติ', en: 'Somebody who simply gets it' }
    case 'once': return { th: 'ให้ครั้งเดียว', en: 'Given once' }
    case 'day': return { th: 'วันที่ค่าเปลี่ยน', en: 'The day on which a value changes' }
    case 'limit': {
      const state = benefit.limits?.find(({ id }) => id === put.limit)
      const span = spanWord(state?.per ?? 'year', claim.regulation.fundTerms)
      return { th: `${span.th}ใช้สิทธิไปแล้ว`, en: `Received ${span.en}` }
    }
    case 'fact': return catalogue[toldFact(situation)]?.label ?? { th: put.fact, en: put.fact }
  }
}

/** What is particular about a situation, in a few words. */
function phraseOf(situation: Situation): Text {
  const { claim, verdict, put } = situation
  const { adopted, benefit, catalogue } = readClaim(claim)
  const { fundTerms } = claim.regulation
  const glossary = glossaryOf(adopted, fundTerms, verdict.eventOn, claim.vocabulary ?? { facts: {}, operators: {} })
  switch (put.kind) {
    case 'ordinary': return { th: `กรณี${benefit.title.th}ทั่วไป`, en: `an ordinary case, ${benefit.title.en}` }
    case 'once': return { th: `เคยได้รับแล้วเมื่อ ${formatDay(put.on, 'th', 'short')}`, en: `received it before, on ${formatDay(put.on, 'en', 'short')}` }
    case 'day': return { th: `เกิดเหตุวันที่ ${formatDay(put.on, 'th', 'long')}`, en: `the event on ${formatDay(put.on, 'en', 'long')}` }
    case 'limit': {
      const measure: Measure = put.of === 'amount' ? { type: 'money' } : put.of === 'times' ? TIMES : glossary.fact(put.of)
      const isBefore = verdict.outcome !== 'incomplete' && verdict.limits.some(({ limit, used }) => limit.id === put.limit && used === 0)
      const span = isBefore ? { th: 'ก่อนหน้านี้', en: 'earlier' } : spanWord(benefit.limits?.find(({ id }) => id === put.limit)?.per ?? 'year', fundTerms)
      return { th: `${span.th}ได้รับไปแล้ว ${quantity(put.used, measure, 'th')}`, en: `${quantity(put.used, measure, 'en')} already${span.en === 'so far' ? '' : ` ${span.en}`}` }
    }
    case 'fact': {
      const told = toldFact(situation)
      const found = verdict.facts[told]
      const value = found?.state === 'known' ? found.value : put.value
      const fact = catalogue[told]
      return fact ? both((lang) => factPhrase(glossary.fact(told), value, speechOf(lang, { verdict, benefit, fundTerms, glossary, isYet: false })).replace(OF_MEMBER[lang], '')) : { th: put.fact, en: put.fact }
    }
  }
}

/** Why the rules give nothing, each reason as a sentence; none where they give something. */
export function reasonsInWords(verdict: Verdict, regulation: Regulation, vocabulary: Vocabulary): Text[] {
  const [th, en] = [explain(verdict, regulation, 'th', { vocabulary }), explain(verdict, regulation, 'en', { vocabulary })]
  return th.reasons.map(({ sentence }, at) => ({ th: sentence, en: en.reasons[at]?.sentence ?? sentence }))
}

/** "ได้ 600 บาท", "ยังไม่ได้", "กรรมการวินิจฉัย 500–2,000 บาท"; "600 baht", "nothing". */
export function expectationInWords(expected: Expectation): Text {
  switch (expected.outcome) {
    case 'eligible': return expected.satang > 0 ? { th: `ได้ ${formatBaht(expected.satang, 'th')}`, en: formatBaht(expected.satang, 'en') } : { th: 'ได้สิ่งของ', en: 'things' }
    case 'judgement': {
      const range = { low: expected.fromSatang, high: expected.toSatang }
      const inBaht = (lang: 'th' | 'en') => rangeBaht(range, { lang, say: (th, en) => (lang === 'th' ? th : en) })
      return { th: `ให้กรรมการวินิจฉัย ${inBaht('th')}`, en: `${inBaht('en')}, for the committee to judge` }
    }
    case 'ineligible': return { th: 'ยังไม่ได้', en: 'nothing' }
    case 'incomplete': return { th: 'ยังตอบไม่ได้ ข้อมูลไม่ครบ', en: 'no answer, something is missing' }
    case 'refused': return expected.at === 'benefitId' ? { th: 'ไม่มีสวัสดิการนี้', en: 'no such benefit' } : { th: 'ใช้ข้อมูลนี้ไม่ได้', en: 'no answer to such facts' }
  }
}

/** A person's own name says of whom. */
const OF_MEMBER: Text = { th: 'ของสมาชิก', en: ' of the member' }

const TELLING = ['days', 'count', 'number', 'money', 'duration']
const FACTS_MAX = 3

/** "จำนวนคืนที่นอน 3 คืน · จำนวนวันที่เป็นสมาชิก 180 วัน": what is measured and is not nothing, of the claim before what is of the member. */
export function factsInWords(verdict: Verdict, catalogue: Readonly<Record<string, Fact>>): Text {
  const measured = Object.entries(verdict.facts).flatMap(([id, found]) => {
    const fact = catalogue[id]
    return fact && found.state === 'known' && found.value !== 0 && TELLING.includes(fact.type) ? [{ fact, value: found.value }] : []
  })
  const told = measured.toSorted((a, b) => Number(a.fact.of === 'member') - Number(b.fact.of === 'member')).slice(0, FACTS_MAX)
  return {
    th: told.map(({ fact, value }) => `${fact.label.th} ${quantity(value, fact, 'th')}`).join(' · '),
    en: told.map(({ fact, value }) => `${fact.label.en}: ${figure(value, fact, 'en')}`).join(' · '),
  }
}
