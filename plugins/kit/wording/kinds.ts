import { Day } from '../day.ts'
import { Duration } from '../duration.ts'
import { unitAfter, unitOf, singular, type Measure } from '../quantity.ts'
import type { Lang, Text } from '../text.ts'
import { afterWords, keyOf, says, skipSpace, type Json, type Kind, type Referable, type Slot } from './form.ts'
import { afterUnit, grouped, isPlain, quoted, readDayIn, readDuration, readMoney, readNumber, readQuoted, readRaw, writeDay, writeDuration, writeMoney, writeRaw, type Found } from './literal.ts'
import type { Names, Scope, Subject } from './scope.ts'

/** Where a slot stands: what may be referred to, and what its value is a value of. */
export interface Place {
  scope: Scope
  subject: Subject | undefined
}

/** How what stands in a slot is written and read. What is written is read as what it was. */
interface Reader<S extends Slot> {
  what: (slot: S) => Text
  write: (value: Json, slot: S, place: Place) => string
  read: (line: string, at: number, slot: S, place: Place) => Found | undefined
}

const text = (value: Json) => value as string // the schema holds these slots to texts
const both = (value: Json) => value as { th: string; en: string } // and these to texts in both languages

/** The other language of a text stands after its own: “คลอดบุตร” / “Childbirth”. */
const name: Reader<Slot> = {
  what: () => says('ชื่อหรือข้อความในเครื่องหมาย “ ” สองภาษา คั่นด้วย /', 'a text in “ ” in both languages, parted by /'),
  write: (value, _, { scope: { lang } }) => (lang === 'th' ? `${quoted(both(value).th)} / ${quoted(both(value).en)}` : `${quoted(both(value).en)} / ${quoted(both(value).th)}`),
  read(line, at, _, { scope: { lang } }) {
    const first = readQuoted(line, at)
    const bar = first ? skipSpace(line, first.at) : at
    const second = first && line[bar] === '/' ? readQuoted(line, bar + 1) : undefined
    if (!first || !second) return undefined
    return { value: lang === 'th' ? { th: first.value, en: second.value } : { th: second.value, en: first.value }, at: second.at }
  },
}

const words: Reader<Slot> = {
  what: () => says('ข้อความในเครื่องหมาย “ ”', 'a text in “ ”'),
  write: (value) => quoted(text(value)),
  read: (line, at) => readQuoted(line, at),
}

const spelled = (pattern: RegExp, what: Text): Reader<Slot> => ({
  what: () => what,
  write: (value) => text(value),
  read(line, at) {
    pattern.lastIndex = skipSpace(line, at)
    const [found] = pattern.exec(line) ?? []
    return found === undefined ? undefined : { value: found, at: pattern.lastIndex }
  },
})

const ID = says('รหัส เช่น nightRate', 'an id such as nightRate')
const id = spelled(/[A-Za-z][A-Za-z0-9-]*/y, ID)
const code = spelled(/[A-Za-z0-9:/-]+(?:\.[A-Za-z0-9:/-]+)*/y, says('รหัสหรือเลขรุ่น', 'an id or a version'))

const whole: Reader<Slot> = { what: () => says('จำนวน', 'a number'), write: (value) => grouped(Number(value)), read: (line, at) => readNumber(line, at) }
const day: Reader<Slot> = { what: () => says('วันที่ เช่น 1 ตุลาคม 2569', 'a day such as 1 October 2026'), write: (value, _, { scope }) => writeDay(text(value), scope.lang), read: (line, at) => readDayIn(line, at) }

/** The longest that stands there, so that "ไม่เกิน" is not read as "ไม่". */
function longest(line: string, at: number, keys: Iterable<readonly [id: string, key: string]>): Found | undefined {
  let found: { value: string; at: number } | undefined
  for (const [id, key] of keys) {
    const end = afterWords(line, at, key)
    if (end > (found?.at ?? at)) found = { value: id, at: end }
  }
  return found
}

const spellings = new WeakMap<object, Record<Lang, [id: string, key: string][]>>()

/** The words of a closed list as they are compared. */
function keysOf(all: Readonly<Record<string, Text>>, lang: Lang): [id: string, key: string][] {
  const known = spellings.get(all) ?? { th: Object.entries(all).map(([id, { th }]) => [id, keyOf(th)]), en: Object.entries(all).map(([id, { en }]) => [id, keyOf(en)]) }
  spellings.set(all, known)
  return known[lang]
}

const choice: Reader<Extract<Slot, { kind: 'choice' }>> = {
  what: ({ words: all }) => says(Object.values(all).map(({ th }) => th).join(' หรือ '), Object.values(all).map(({ en }) => en).join(' or ')),
  write: (value, slot, { scope: { lang } }) => slot.words[text(value)]?.[lang] ?? '',
  read: (line, at, slot, { scope: { lang } }) => longest(line, at, keysOf(slot.words, lang)),
}

const KNOWN_AS: Readonly<Record<Referable | 'option', Text>> = {
  term: says('ค่าที่กำหนด', 'term'), fact: says('คำถามหรือข้อมูล', 'question or fact'), benefit: says('สวัสดิการ', 'benefit'), standing: says('เงื่อนไขร่วม', 'standing condition'), option: says('ตัวเลือกหรือรายการ', 'option or item'),
}
const REFERENCE = /\( ?([A-Za-z][A-Za-z0-9-]*) ?\)/y

/** “เงินต่อคืน”; with its id where two are called the same: “เงินต่อคืน” (nightRate); by its id alone where nothing is declared: (nightRate). */
function writeReference(id: string, { labels, ids }: Names): string {
  const label = labels.get(id)
  if (label === undefined) return `(${id})`
  return ids.get(label) === id ? quoted(label) : `${quoted(label)} (${id})`
}

function readReference(line: string, from: number, { labels, ids }: Names, what: Text): Found | undefined {
  const label = readQuoted(line, from)
  REFERENCE.lastIndex = skipSpace(line, label?.at ?? from)
  const [, id] = REFERENCE.exec(line) ?? []
  const at = id === undefined ? label?.at ?? from : REFERENCE.lastIndex
  if (!label) return id === undefined ? undefined : { value: id, at }
  const said = label.value
  if (id !== undefined) return labels.get(id) === said ? { value: id, at } : { problem: says(`“${said}” ไม่ใช่ชื่อของ ${id}`, `“${said}” is not what ${id} is called`), at: from }
  const meant = ids.get(said)
  if (meant !== undefined) return { value: meant, at }
  return { problem: ids.has(said) ? says(`มีมากกว่าหนึ่งอย่างชื่อ “${said}” โปรดเขียนรหัสในวงเล็บต่อท้าย`, `more than one is called “${said}”: write its id after it in brackets`) : says(`ไม่มี${what.th}ชื่อ “${said}”`, `no ${what.en} is called “${said}”`), at: from }
}

/** Several, parted by commas. */
function readSeveral(line: string, from: number, read: (at: number) => Found | undefined): Found | undefined {
  const values: Json[] = []
  for (let at = from; ;) {
    const found = read(at)
    if (!found || 'problem' in found) return found
    values.push(found.value)
    const next = skipSpace(line, found.at)
    if (line[next] !== ',') return { value: values, at: found.at }
    at = next + 1
  }
}

const reference: Reader<Extract<Slot, { kind: 'reference' }>> = {
  what: ({ to }) => says(`ชื่อ${KNOWN_AS[to].th}ใน “ ”`, `the name of a ${KNOWN_AS[to].en} in “ ”`),
  write: (value, { to, many }, { scope }) => (many ? (value as string[]).map((each) => writeReference(each, scope.names[to])).join(', ') : writeReference(text(value), scope.names[to])), // the schema holds it to ids
  read(line, at, { to, many }, { scope }) {
    const read = (from: number) => readReference(line, from, scope.names[to], KNOWN_AS[to])
    return many ? readSeveral(line, at, read) : read(at)
  },
}

const NO_NAMES: Names = { labels: new Map(), ids: new Map() }

const operator: Reader<Slot> = {
  what: () => says('คำเปรียบเทียบ เช่น เป็น ไม่เกิน ตั้งแต่', 'a comparison such as is, at most, at least'),
  write(value, _, { subject }) {
    const label = subject?.operators.labels.get(text(value))
    return label !== undefined && subject?.operators.ids.get(label) === value ? label : writeRaw(value)
  },
  read(line, at, _, { subject }) {
    return longest(line, at, subject?.operators.keys ?? []) ?? readRaw(line, at)
  },
}

const FLAGS = { true: says('ใช่', 'yes'), false: says('ไม่ใช่', 'no') }

/** A value as one says it, or undefined where it is none of its measure's. */
function said(value: Json, measure: Measure, names: Names, lang: Lang): string | undefined {
  const isWhole = typeof value === 'number' && Number.isInteger(value) && value >= 0 && !Object.is(value, -0)
  switch (measure.type) {
    case 'money': return isWhole && value <= 100_000_000_000 ? writeMoney(value, lang) : undefined
    case 'number': return typeof value === 'number' && Math.abs(value) <= 1e11 && Number(value.toFixed(4)) === value && !Object.is(value, -0) ? withUnit(value, measure, lang) : undefined
    case 'count':
    case 'days': return isWhole && value <= 1e11 ? withUnit(value, measure, lang) : undefined
    case 'duration': return typeof value === 'object' && Duration.safeParse(value).success ? writeDuration(value as Duration, lang) : undefined // just parsed
    case 'day': return typeof value === 'string' && Day.safeParse(value).success ? writeDay(value, lang) : undefined
    case 'choice': return typeof value === 'string' && names.labels.has(value) ? writeReference(value, names) : undefined
    case 'flag': return typeof value === 'boolean' ? FLAGS[`${value}`][lang] : undefined
  }
}

function withUnit(value: number, measure: Measure, lang: Lang): string {
  const unit = unitAfter(value, measure)[lang]
  return grouped(value) + (isPlain(unit.trim()) ? unit : '')
}

function readSaid(line: string, at: number, measure: Measure, names: Names, lang: Lang): Found | undefined {
  switch (measure.type) {
    case 'money': return readMoney(line, at, lang)
    case 'number':
    case 'count':
    case 'days': {
      const found = readNumber(line, at)
      const unit = unitOf(measure)?.[lang]
      return !found || unit === undefined ? found : { ...found, at: afterUnit(line, found.at, lang === 'th' ? [unit] : [unit, singular(unit)]) }
    }
    case 'duration': return readDuration(line, at, lang)
    case 'day': return readDayIn(line, at)
    case 'choice': return readReference(line, at, names, KNOWN_AS.option)
    case 'flag': {
      const found = longest(line, at, keysOf(FLAGS, lang))
      return found && 'value' in found ? { value: found.value === 'true', at: found.at } : found
    }
  }
}

const MEASURES: Readonly<Record<Measure['type'], Text>> = {
  money: says('จำนวนเงิน เช่น 1,000 บาท', 'an amount such as 1,000 baht'), number: says('ตัวเลข', 'a number'), count: says('จำนวนนับ', 'a count'), days: says('จำนวนวัน', 'a number of days'),
  duration: says('ระยะเวลา เช่น 1 ปี 6 เดือน', 'a length of time such as 1 year 6 months'), day: says('วันที่', 'a day'), choice: says('ชื่อตัวเลือกใน “ ”', 'the name of an option in “ ”'), flag: says('ใช่ หรือ ไม่ใช่', 'yes or no'),
}

const measured = (by: 'value' | 'bound'): Reader<Slot> => ({
  what: () => says('ค่า', 'a value'),
  write: (value, _, { scope, subject }) => (subject && said(value, subject[by], subject.names, scope.lang)) ?? writeRaw(value),
  read(line, at, _, { scope, subject }) {
    const found = readRaw(line, at) ?? (subject && readSaid(line, at, subject[by], subject.names, scope.lang))
    return found ?? (subject && { problem: says(`ตรงนี้ควรเป็น${MEASURES[subject[by].type].th}`, `${MEASURES[subject[by].type].en} should stand here`), at: skipSpace(line, at) })
  },
})

const value = measured('value')
const option: Reader<Slot> = {
  what: () => says('ชื่อตัวเลือกหรือรายการใน “ ”', 'the name of an option or item in “ ”'),
  write: (each, _, { subject }) => writeReference(text(each), subject?.names ?? NO_NAMES),
  read: (line, at, _, { subject }) => readReference(line, at, subject?.names ?? NO_NAMES, KNOWN_AS.option),
}

const TERM = says('ค่า', 'the term')
const LIST = says('รายการ', 'these:')

/** A term, several options, or a value of the subject's own. */
const wanted: Reader<Slot> = {
  what: value.what,
  write(each, slot, place) {
    const { lang, names } = place.scope
    if (Array.isArray(each)) return `${LIST[lang]} ${each.map((one) => option.write(one, slot, place)).join(', ')}`
    return typeof each === 'object' && each !== null && 'fact' in each ? `${TERM[lang]} ${writeReference(text(each.fact), names.term)}` : value.write(each, slot, place)
  },
  read(line, at, slot, place) {
    const { lang, names } = place.scope
    const [term, list] = [afterWords(line, at, keyOf(TERM[lang])), afterWords(line, at, keyOf(LIST[lang]))]
    if (list >= 0) return readSeveral(line, list, (from) => option.read(line, from, slot, place))
    if (term < 0) return value.read(line, at, slot, place)
    const found = readReference(line, term, names.term, KNOWN_AS.term)
    return found && 'value' in found ? { value: { fact: found.value }, at: found.at } : found
  },
}

const KINDS = { name, words, id, code, whole, day, choice, reference, declared: id, operator, wanted, value, bound: measured('bound'), option } satisfies Record<Kind, unknown> as Record<Kind, Reader<Slot>> // each reads the slots of its own kind only

export const writeSlot = (value: Json, slot: Slot, place: Place): string => KINDS[slot.kind].write(value, slot, place)
export const readSlot = (line: string, at: number, slot: Slot, place: Place): Found | undefined => KINDS[slot.kind].read(line, at, slot, place)
export const whatOf = (slot: Slot): Text => KINDS[slot.kind].what(slot)

/** What the values after a slot, and under its line, are values of. */
export function subjectAfter(slot: Slot, value: Json, { scope, subject }: Place): Subject | undefined {
  if (slot.kind === 'declared') return scope.subject(slot.to, text(value))
  return slot.kind === 'reference' && slot.subject && (slot.to === 'fact' || slot.to === 'term') ? scope.subject(slot.to, text(value)) : subject
}
