import { choice, form, line, list, name, one, record, says, whole, words, type Form, type Part, type Slot } from './form.ts'

const type = choice({
  money: says('จำนวนเงิน', 'an amount of money'), number: says('ตัวเลข', 'a number'), count: says('จำนวนนับ', 'a count'), days: says('จำนวนวัน', 'a number of days'),
  duration: says('ระยะเวลา', 'a length of time'), day: says('วันที่', 'a day'), choice: says('ตัวเลือก', 'a choice'), flag: says('คำตอบว่าใช่หรือไม่ใช่', 'yes or no'),
})
const of = choice({ claim: says('คำขอ', 'the claim'), member: says('สมาชิก', 'the member'), subject: says('ผู้ที่เกิดเหตุ', 'the one it happened to'), fund: says('กองทุน', 'the fund') })
const asOf = choice({ event: says('เกิดเหตุ', 'the event'), claim: says('ยื่นคำขอ', 'the claim'), decision: says('พิจารณา', 'the decision') })
const from: Slot = { kind: 'day' }

const measured = { th: '[ หน่วย {unit}][ ทศนิยม {scale} ตำแหน่ง]', en: '[, in {unit}][, with {scale} decimals]', slots: { unit: name, scale: whole } }
const described = { label: name, key: { kind: 'declared', to: 'fact' }, type, of, asOf, ...measured.slots } satisfies Form['slots']
const factTh = `{label} ({key}) เป็น{type} ของ{of}[ ณ วัน{asOf}]${measured.th}`
const factEn = `{label} ({key}) is {type}, of {of}[, as of {asOf}]${measured.en}`
const factParts = [line('ask'), line('noOptions'), record('options', 'option'), line('derivation'), line('askedWhen')]

const termSlots = { label: name, key: { kind: 'declared', to: 'term' }, ...measured.slots } satisfies Form['slots']
const termParts = (...named: Part[]) => [line('openTerm'), line('termNote'), ...named, list('values', 'dated')]
const kept = { number: says('ตัวเลข', 'a number'), money: says('จำนวนเงิน', 'an amount of money') }
const bounds = { ...kept, duration: says('ระยะเวลา', 'a length of time'), count: says('จำนวนนับ', 'a count'), days: says('จำนวนวัน', 'a number of days') }
const pair = (key: string) => ({ [`${key}.0`]: { kind: 'reference', to: 'fact' }, [`${key}.1`]: { kind: 'reference', to: 'fact' } }) satisfies Form['slots']

const isList = (value: unknown) => Array.isArray(value)
const isTable = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value) && (Object.keys(value).length === 0 || Object.keys(value).some((key) => !['years', 'months', 'days'].includes(key)))
const valueOf = (node: unknown) => (node as { value: unknown }).value // a dated value has one

/** Questions, facts and terms: what other lines refer to, and the values that terms stand at. */
export const declarationForms: Readonly<Record<string, readonly Form[]>> = {
  fact: [
    form('asked', `คำถาม ${factTh}`, `question ${factEn}`, described, { sets: { from: 'asked' }, declares: true, under: factParts }),
    form('recorded', `ข้อมูลในทะเบียน ${factTh}`, `record ${factEn}`, described, { sets: { from: 'recorded' }, declares: true, under: factParts }),
    form('derived', `ข้อมูลที่คำนวณ ${factTh}`, `result ${factEn}`, described, { sets: { from: 'derived' }, declares: true, under: factParts }),
  ],
  noFacts: [form('noFacts', 'ไม่มีคำถามของตนเอง', 'no questions of its own', {}, { sets: { facts: {} } })],
  ask: [form('ask', 'ถามว่า {ask}', 'asked as {ask}', { ask: name })],
  option: [form('option', 'ตัวเลือก {it} ({key})', 'option {it} ({key})', { it: name, key: { kind: 'id' } }, { declares: true })],
  noOptions: [form('noOptions', 'ไม่มีตัวเลือก', 'no options', {}, { sets: { options: {} } })],
  derivation: [
    form('sumOf', 'เท่ากับ {sum.0} บวก {sum.1}', 'equals {sum.0} plus {sum.1}', pair('sum')),
    form('differenceOf', 'เท่ากับ {difference.0} ลบ {difference.1}', 'equals {difference.0} minus {difference.1}', pair('difference')),
  ],
  askedWhen: [form('askedWhen', 'ถามเฉพาะเมื่อ', 'asked only when', {}, { has: 'askedWhen', under: [one('askedWhen', 'condition')] })],
  term: [
    form('scalar', `ค่า {label} ({key}) เป็น{type}${measured.th}`, `term {label} ({key}) is {type}${measured.en}`, { ...termSlots, type }, { opens: { values: [] }, declares: true, under: termParts(line('noOptions'), record('options', 'option')) }),
    form('ladderTerm', `ขั้นบันได {label} ({key}) ขึ้นตาม{by} แต่ละขั้นเป็น{of}${measured.th}`, `ladder {label} ({key}) by {by}, each step {of}${measured.en}`, { ...termSlots, by: choice(bounds), of: choice(kept) }, { sets: { type: 'ladder' }, opens: { values: [] }, declares: true, under: termParts() }),
    form('scheduleTerm', `ตาราง {label} ({key}) แต่ละรายการเป็น{of}${measured.th}`, `table {label} ({key}), each item {of}${measured.en}`, { ...termSlots, of: choice(kept) }, { sets: { type: 'schedule' }, opens: { items: {}, values: [] }, declares: true, under: termParts(record('items', 'option')) }),
  ],
  openTerm: [form('openTerm', 'ให้กองทุนกำหนดเอง', 'left to the fund', {}, { sets: { open: true } })],
  termNote: [form('termNote', 'หมายเหตุ {note}', 'note {note}', { note: name })],
  dated: [
    form('ended', 'ตั้งแต่ {from} เลิกใช้ ตาม {source}', 'from {from} on ended, by {source}', { from, source: words }, { sets: { value: null } }),
    form('datedSteps', 'ตั้งแต่ {from} มีขั้นดังนี้ ตาม {source}', 'from {from} on these steps, by {source}', { from, source: words }, { fits: (node) => isList(valueOf(node)), opens: { value: [] }, under: [list('value', 'step')] }),
    form('datedItems', 'ตั้งแต่ {from} มีรายการดังนี้ ตาม {source}', 'from {from} on these items, by {source}', { from, source: words }, { fits: (node) => isTable(valueOf(node)), opens: { value: {} }, under: [record('value', 'item')] }),
    form('datedValue', 'ตั้งแต่ {from} เท่ากับ {value} ตาม {source}', 'from {from} on {value}, by {source}', { from, value: { kind: 'value' }, source: words }),
  ],
  step: [form('step', 'ถึง {from} เป็น {value} ({id})', 'reaching {from}: {value} ({id})', { from: { kind: 'bound' }, value: { kind: 'value' }, id: { kind: 'id' } })],
  item: [form('item', 'รายการ {key} เป็น {it}', 'item {key}: {it}', { key: { kind: 'option' }, it: { kind: 'value' } })],
}
