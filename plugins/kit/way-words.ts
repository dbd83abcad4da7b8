import { claimSentence } from './benefit-lines.ts'
import { addDays, formatDay } from './day.ts'
import type { Benefit, Category } from './pack.ts'
import { requirement } from './requirement.ts'
import { capital, read } from './sentence.ts'
import type { Speech } from './speech.ts'
import type { Reason, Verdict } from './verdict.ts'
import type { Change, Way } from './way.ts'

/** Of these nobody speaks of a later one. */
const GRIEF: readonly Category[] = ['death', 'funeral']

export const isGrief = (benefit: Benefit): boolean => GRIEF.includes(benefit.category)

/** Whether there is a way that may be spoken of: only then is it "not yet". */
export function hasWay(way: Way | undefined, benefit: Benefit): boolean {
  return way !== undefined && way.kind !== 'none' && !(way.kind === 'laterEvent' && isGrief(benefit))
}

/** What would make it a yes, or that nothing would. Nothing is said where nobody has looked for a way, and where nothing is due. */
export function wayWords(way: Way | undefined, reasons: readonly Reason[], speech: Speech): string[] {
  const { say } = speech
  if (way === undefined || reasons.every((reason) => reason.kind === 'nothingDue')) return []
  if (way.kind === 'none' || !speech.isYet) return [nextTime(reasons, speech) ?? say('ข้อนี้เปลี่ยนไม่ได้แล้ว', 'Nothing can change this any more.')]
  const sentence = way.kind === 'thisClaim' ? thisClaim(way, speech) : laterEvent(way, reasons, speech)
  return [capital(way.nearest ? sentence : say(`ทางหนึ่งคือ ${sentence}`, `one way: ${sentence}`))]
}

/** Where all that is wrong is that the claim came too late: "ครั้งต่อไปให้ยื่นภายใน 60 วันหลังคลอด". */
function nextTime(reasons: readonly Reason[], speech: Speech): string | undefined {
  const { benefit, glossary, lang, say } = speech
  const isLate = reasons.every((reason) => reason.kind === 'condition' && reason.leaf.id === 'kit-window')
  if (!isLate || benefit.once || isGrief(benefit) || benefit.claimWithin === undefined) return undefined
  const claimed = read(claimSentence(benefit, benefit.claimWithin, glossary), lang)
  return say(`ครั้งต่อไปให้${claimed}`, `Next time, ${claimed}.`)
}

const ARREARS: readonly string[] = ['instalmentsMissed', 'arrears', 'daysSincePayment']

/** Whether paying what is owed is all that it takes. */
export function isPaying(way: Way | undefined): boolean {
  return way?.kind === 'thisClaim' && way.changes.every((change) => ARREARS.includes(change.fact))
}

function thisClaim({ changes, verdict }: Extract<Way, { kind: 'thisClaim' }>, speech: Speech): string {
  const { say } = speech
  const acts = actsOf(changes, speech)
  const result = resultOf(verdict, speech)
  if (!changes.some((change) => ARREARS.includes(change.fact))) return say(`ถ้า${acts} ${result}`, `if ${acts}, ${result}.`)
  const owed = owedOf(speech)
  return acts === '' ? say(`${owed} เมื่อส่งครบแล้ว${result}`, `${owed}; once paid in, ${result}.`) : say(`${owed} เมื่อส่งครบแล้ว และ${acts} ${result}`, `${owed}; once paid in and ${acts}, ${result}.`)
}

/** "ค้างส่ง 3 งวด 90 บาท". */
function owedOf({ verdict, glossary, quantity, say }: Speech): string {
  const amounts = ['instalmentsMissed', 'arrears'].flatMap((id) => {
    const found = verdict.facts[id]
    return found?.state === 'known' ? [quantity(found.value, glossary.fact(id))] : []
  })
  if (amounts.length > 0) return say(`ค้างส่ง ${amounts.join(' ')}`, `not yet paid in: ${amounts.join(', ')}`)
  const { th, en } = glossary.contribution
  return say(`ยังค้างส่ง${th}`, `${en} are not yet paid in`)
}

/** What would have to be different besides, as people say it. */
function actsOf(changes: readonly Change[], speech: Speech): string {
  return changes.filter((change) => !ARREARS.includes(change.fact)).map((change) => actOf(change, speech)).join(speech.say(' และ', ' and '))
}

/** A flag or choice as the condition words it that waits for it; a number or a day by its name and the value that will do. */
function actOf({ fact: factId, to }: Change, { glossary, verdict, lang, say, of, quantity }: Speech): string {
  const fact = glossary.fact(factId)
  const waiting = verdict.conditions.find((seen) => seen.leaf.fact === factId && seen.met === false)
  if ((fact.type === 'flag' || fact.type === 'choice') && waiting) return read(requirement(waiting.leaf, glossary), lang)
  const label = of(fact.label)
  if (fact.type === 'flag') return to === true ? label : say(`ไม่ใช่กรณี${label}`, `not where ${label}`)
  const value = quantity(to, fact)
  if (fact.type === 'day' && lang === 'th') return label.startsWith('วันที่') ? `${label.slice('วันที่'.length)}วันที่ ${value}` : `${label}เป็นวันที่ ${value}`
  return say(`${label}เป็น ${value}`, `${label} is ${value}`)
}

function resultOf(verdict: Verdict, { say, baht }: Speech): string {
  if (verdict.outcome === 'judgement') return say('จะส่งให้กรรมการวินิจฉัยได้', 'the committee can judge it')
  if (verdict.outcome === 'eligible' && verdict.amountSatang > 0) return say(`จะได้ ${baht(verdict.amountSatang)}`, `it gives ${baht(verdict.amountSatang)}`)
  return verdict.outcome === 'incomplete' ? say('จะตรวจต่อได้', 'it can be looked at further') : say('จะเข้าเกณฑ์ข้อนี้', 'it would qualify')
}

function laterEvent({ fromOn, changes, verdict }: Extract<Way, { kind: 'laterEvent' }>, reasons: readonly Reason[], speech: Speech): string {
  const { say, lang } = speech
  const day = formatDay(fromOn, lang, 'long')
  const isNewYear = changes.length === 0 && reasons.every((reason) => reason.kind === 'limit' && reason.span && addDays(reason.span.untilOn, 1) === fromOn)
  if (isNewYear) return say(`เริ่มนับใหม่ ${day}`, `it begins anew on ${day}.`)
  const acts = actsOf(changes, speech)
  const event = eventOf(speech)
  const result = verdict.outcome === 'judgement' ? resultOf(verdict, speech) : say('จะเข้าเกณฑ์ข้อนี้', 'would qualify')
  const also = acts === '' ? '' : say(` และ${acts}`, `, if ${acts},`)
  return event ? say(`ถ้า${event}ตั้งแต่วันที่ ${day}${also} ${result}`, `${event} from ${day} on${also} would qualify.`) : say(`ตั้งแต่วันที่ ${day} เป็นต้นไป${also} ${result}`, `from ${day} on${also} it would qualify.`)
}

/** What happens to people at a moment; the rest (old age, schooling, a home) is a state. */
const HAPPENINGS: readonly Category[] = ['newborn', 'sickness', 'disaster', 'marriage', 'ordination', 'conscription']
/** A title that names money or persons says nothing that one could do. */
const NAMES = /^(ค่า|เงิน|ทุน|เบี้ย|บำนาญ|บำเหน็จ|สวัสดิการ|การ|ผู้|คน|ของ)/

/** The event as one says it after "ถ้า": by the benefit's title, else by the day that is asked for; undefined where neither can be said so. */
function eventOf({ benefit, glossary, lang, of }: Speech): string | undefined {
  if (benefit.startedBy === 'fund') return undefined
  if (HAPPENINGS.includes(benefit.category) && (lang === 'en' || !NAMES.test(benefit.title.th))) return of(benefit.title)
  const { th } = glossary.fact(benefit.eventOn).label
  return lang === 'th' && th.startsWith('วันที่') ? th.slice('วันที่'.length) : undefined
}
