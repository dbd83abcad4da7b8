import { leavesOf, type Leaf } from './condition.ts'
import { formatDay, type Day } from './day.ts'
import type { Fact } from './fact.ts'
import type { LeafSeen } from './judge.ts'
import type { LimitState } from './limit.ts'
import { limitSentence, spanWord, TIMES } from './limit-sentence.ts'
import { figure, type Measure } from './quantity.ts'
import { requirement } from './requirement.ts'
import { capital, plain, read } from './sentence.ts'
import { shortfallOf, type Shortfall } from './shortfall.ts'
import { factPair, factPhrase, ruleName, type Pair, type Speech } from './speech.ts'
import type { Value } from './value.ts'
import type { Reason } from './verdict.ts'

/** Why not: the fact beside the rule beside the difference, and all of it in one sentence. */
export interface ReasonWords {
  sentence: string
  fact: Pair
  rule?: Pair
  difference?: Pair
}

/** All reasons in words, each said once. In English a sentence ends in a full stop. What does not apply is never a reason, and may be all there is. */
export function reasonWords(reasons: readonly Reason[], speech: Speech): ReasonWords[] {
  const words = reasons.length > 0 ? reasons.map((reason) => wordsOf(reason, speech)) : [unfitting(speech)]
  const told = new Map(words.map((each) => [each.sentence, each]))
  return [...told.values()].map((each) => ({ ...each, sentence: capital(speech.say(each.sentence, `${each.sentence}.`)) }))
}

function unfitting({ say }: Speech): ReasonWords {
  return { sentence: say('คำตอบที่ให้ไว้ไม่ตรงเงื่อนไขของข้อนี้', 'the answers given do not fit this rule'), fact: { label: say('คำตอบที่ให้ไว้', 'The answers given'), value: say('ไม่ตรงเงื่อนไข', 'do not fit') } }
}

function wordsOf(reason: Reason, speech: Speech): ReasonWords {
  switch (reason.kind) {
    case 'condition': return conditionWords(reason, speech)
    case 'limit': return limitWords(reason, speech)
    case 'once': return onceWords(reason.grantedOn, speech)
    case 'nothingDue': return { sentence: speech.say('คำนวณตามระเบียบแล้วได้ 0 บาท', 'By the rules it comes to 0 baht'), fact: { label: speech.say('คำนวณตามระเบียบแล้วได้', 'By the rules it comes to'), value: speech.baht(0) } }
  }
}

/** Conditions that the kit adds to every benefit: the fund's, of no clause. */
const OF_FUND: readonly string[] = ['kit-member', 'kit-ended', 'kit-died', 'kit-lapsed']

function conditionWords({ leaf, found, wanted, met }: LeafSeen, speech: Speech): ReasonWords {
  if (found.state !== 'known' || wanted === undefined) throw new Error(`the condition "${leaf.id}" is unmet without being known`)
  const { glossary, say } = speech
  const fact = glossary.fact(leaf.fact)
  const { label, value } = factPair(fact, found.value, speech)
  const seen: Seen = { leaf, fact, beside: { label: capital(label), value }, is: factPhrase(fact, found.value, speech), rule: ruleOf(leaf.id, speech) }
  if (met === true) return excluded(seen, speech)
  if (leaf.id === 'kit-window') return lateWords(seen, String(found.value), String(wanted), speech)
  if (leaf.id === 'kit-lapsed') return lapsedWords(seen, speech.quantity(wanted as Value, fact), speech) // a count or days, never a list
  if (OF_FUND.includes(leaf.id)) return memberWords(seen, speech)
  if (Array.isArray(wanted) || fact.type === 'choice' || fact.type === 'flag') return statedWords(seen, speech)
  const bound = boundOf(leaf.operator, wanted, fact, speech)
  const difference = shortfallOf(leaf.fact, fact, leaf.operator, found.value, wanted, speech)
  const words: ReasonWords = { sentence: say(`${seen.is} ${seen.rule}กำหนด ${bound}`, `${seen.is}; ${seen.rule} asks for ${bound}`), fact: seen.beside, rule: { label: capital(say(`${seen.rule}กำหนด`, `${seen.rule} asks for`)), value: bound } }
  return difference ? withDifference(words, difference, speech) : words
}

/** A condition with its fact as it is told: beside the rule, and in a sentence. */
interface Seen {
  leaf: Leaf
  fact: Fact
  beside: Pair
  is: string
  rule: string
}

/** Met where it must not be. */
function excluded({ leaf, beside, rule }: Seen, { glossary, lang, say }: Speech): ReasonWords {
  const statement = read(requirement(leaf, glossary), lang)
  return { sentence: say(`${statement} ${rule}ยกเว้นกรณีนี้`, `${statement}; ${rule} excludes this`), fact: beside, rule: { label: capital(say(`${rule}ยกเว้นกรณี`, `${rule} excludes`)), value: statement } }
}

/** After "ต้อง" stands what one does or is. */
const BEGINS_WITH_VERB = /^(มี|เป็น|ได้|ไม่|อยู่|ถือ|ยัง|เคย|ส่ง|จ่าย|ป่วย|นอน|เรียน|จบ|ทำ|รับ|ผ่าน)/

/** A requirement that no number says. */
function statedWords({ leaf, beside, is, rule }: Seen, { glossary, lang, say }: Speech): ReasonWords {
  const statement = read(requirement(leaf, glossary), lang)
  const must = BEGINS_WITH_VERB.test(statement) ? `ต้อง${statement}` : ` ${statement}`
  return { sentence: say(`${is} ${rule}กำหนดว่า${must}`, `${is}; ${rule} says: ${statement}`), fact: beside, rule: { label: capital(say(`${rule}กำหนดว่า`, `${rule} says`)), value: statement } }
}

/** Not a member, or no longer, on the event's day: one day beside the other. */
function memberWords({ leaf, beside, is, rule }: Seen, speech: Speech): ReasonWords {
  const { glossary, verdict, benefit, say, of } = speech
  if (verdict.eventOn === undefined) throw new Error('a membership is judged on the day of an event')
  const event = glossary.fact(benefit.eventOn)
  const on = factPair(event, verdict.eventOn, speech)
  const happened = factPhrase(event, verdict.eventOn, speech)
  return { sentence: say(`${is} ${happened} ${rule}กำหนดว่า ${of(leaf.name)}`, `${is}; ${happened}; ${rule} asks for: ${of(leaf.name)}`), fact: beside, rule: { label: capital(on.label), value: on.value } }
}

function lapsedWords({ beside, is }: Seen, most: string, { say }: Speech): ReasonWords {
  return { sentence: say(`${is} เกิน ${most} พ้นสมาชิกภาพเพราะขาดส่ง`, `${is}; beyond ${most} the membership ends`), fact: beside, rule: { label: say('พ้นสมาชิกภาพเมื่อเกิน', 'The membership ends beyond'), value: most } }
}

/** The value alone where it is the least that will do, as people say it; else with its operator: "ไม่เกิน 3 งวด". */
function boundOf(operator: string, wanted: Value, measure: Measure, { glossary, of, quantity }: Speech): string {
  const value = quantity(wanted, measure)
  const label = glossary.vocabulary.operators[operator]?.label
  return ['greaterThanInclusive', 'atLeast', 'equal'].includes(operator) || !label ? value : `${of(label).replace(/^for /, '')} ${value}`
}

const DIFFERENCES: Record<Shortfall['kind'], { th: string; en: string; enAfter: string }> = {
  short: { th: 'ขาดไป', en: 'Short by', enAfter: 'short' },
  over: { th: 'เกินอยู่', en: 'Over by', enAfter: 'over' },
  late: { th: 'ช้าไป', en: 'Late by', enAfter: 'late' },
  early: { th: 'เร็วไป', en: 'Early by', enAfter: 'early' },
}

function withDifference(reason: ReasonWords, { kind, value }: Shortfall, { isYet, say }: Speech): ReasonWords {
  const { th: past, en, enAfter } = DIFFERENCES[kind]
  const th = isYet && kind === 'short' ? 'ยังขาดอีก' : past
  return { ...reason, sentence: say(`${reason.sentence} ${th}${value.startsWith('ราว') ? '' : ' '}${value}`, `${reason.sentence}; ${value} ${enAfter}`), difference: { label: say(th, en), value } }
}

/** Claimed after its time: the last day says more to people than how many days there were. */
function lateWords({ fact, is, rule }: Seen, claimedOn: Day, untilOn: Day, speech: Speech): ReasonWords {
  const { say, lang } = speech
  const last = formatDay(untilOn, lang, 'long')
  const words: ReasonWords = {
    sentence: say(`${is} ${rule}ให้ยื่นภายในวันที่ ${last}`, `${is}; ${rule} asks for it by ${last}`),
    fact: { label: say('ยื่นคำขอวันที่', 'Claimed on'), value: formatDay(claimedOn, lang, 'long') },
    rule: { label: say('ยื่นได้ถึงวันที่', 'To be claimed by'), value: last },
  }
  const late = shortfallOf('claimedOn', fact, 'onOrBefore', claimedOn, untilOn, speech)
  return late ? withDifference(words, late, speech) : words
}

function limitWords({ limit, atMost, used }: LimitState, speech: Speech): ReasonWords {
  const { lang, say, of, benefit } = speech
  const measure = limitMeasure(limit.of, speech)
  const most = speech.quantity(atMost, measure)
  const span = of(spanWord(limit.per, speech.fundTerms))
  return {
    sentence: say(`${span}ใช้สิทธิครบแล้ว ${figure(used, measure, lang)} จาก ${most}`, `${span} ${figure(used, measure, lang)} of ${most} used up`),
    fact: { label: capital(say(`${span}ใช้สิทธิแล้ว`, `${span} used`)), value: speech.quantity(used, measure) },
    rule: { label: capital(say(`${ruleName(benefit.clause?.number, speech)}กำหนด`, ruleName(benefit.clause?.number, speech))), value: read(limitSentence(limit.per, plain(most, most)), lang) },
  }
}

/** How what a limit counts is measured. */
export function limitMeasure(of: string, { glossary }: Speech): Measure {
  if (of === 'times') return TIMES
  return of === 'amount' ? { type: 'money' } : glossary.fact(of)
}

function onceWords(grantedOn: Day, speech: Speech): ReasonWords {
  const { say, lang, benefit } = speech
  const [day, rule] = [formatDay(grantedOn, lang, 'long'), ruleName(benefit.clause?.number, speech)]
  return {
    sentence: say(`เคยได้รับแล้วเมื่อ ${day} ${rule}ให้ครั้งเดียว`, `already received on ${day}; ${rule} gives it once`),
    fact: { label: say('เคยได้รับแล้วเมื่อ', 'Already received on'), value: day },
    rule: { label: capital(say(`${rule}กำหนด`, rule)), value: say('ให้ครั้งเดียว', 'once only') },
  }
}

/** The name of the rule a condition stands in: its standing condition's clause, or the benefit's. */
function ruleOf(leafId: string, speech: Speech): string {
  const standing = speech.glossary.adopted.pack.standing?.find((each) => leavesOf(each.conditions).some((leaf) => leaf.id === leafId))
  const clause = standing ? standing.clause : OF_FUND.includes(leafId) ? undefined : speech.benefit.clause
  return ruleName(clause?.number, speech)
}
