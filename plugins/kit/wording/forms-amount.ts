import { choice, fact, form, id, list, name, one, record, says, term, type Form, type Slot } from './form.ts'

const by: Slot = { kind: 'reference', to: 'fact', subject: true }
const rounding = choice({ down: says('ปัดลง', 'rounded down'), up: says('ปัดขึ้น', 'rounded up'), halfUp: says('ครึ่งขึ้นไปปัดขึ้น', 'a half or more rounded up'), moreThanHalf: says('เกินครึ่งปัดขึ้น', 'more than a half rounded up') })
const how = choice({ down: says('ปัดลง', 'rounded down'), up: says('ปัดขึ้น', 'rounded up'), halfUp: says('ครึ่งขึ้นไปปัดขึ้น', 'a half or more rounded up') })
const to = choice({ satang: says('เป็นสตางค์', 'to a satang'), baht: says('เป็นบาท', 'to a baht') })
const money = { 'rounding.how': how, 'rounding.to': to }

/** One form for each shape of amount. */
export const amountForms: readonly Form[] = [
  form('fixed', 'จ่าย {fixed}', 'pay {fixed}', { fixed: term }),
  form('perUnit', 'จ่าย {rate} คูณ {count}[ นับไม่เกิน {atMost}][ เป็นเงินไม่เกิน {amountAtMost}]', 'pay {rate} times {count}[, counting at most {atMost}][, paying at most {amountAtMost}]',
    { rate: term, count: fact, atMost: term, amountAtMost: term }, { base: 'perUnit' }),
  form('ladder', 'จ่ายตามขั้นบันได {ladder} โดยดู {by}[ พ้นขั้นสุดท้ายเพิ่ม {beyond.add} ทุก {beyond.every} {beyond.rounding}]', 'pay by the ladder {ladder}, going by {by}[, beyond its last step {beyond.add} more for every {beyond.every}, {beyond.rounding}]',
    { ladder: term, by: fact, 'beyond.add': term, 'beyond.every': term, 'beyond.rounding': rounding }, { has: 'ladder' }),
  form('steps', 'จ่ายเป็นขั้นโดยดู {by}', 'pay by steps, going by {by}', { by }, { has: 'steps', opens: { steps: [] }, under: [list('steps', 'amountStep')] }),
  form('perYear', 'จ่าย {rate} ต่อปีของ {of} {rounding}[ ตั้งต้น {base}][ นับปีไม่เกิน {yearsAtMost}][ เป็นเงินไม่เกิน {amountAtMost}]', 'pay {rate} a year of {of}, {rounding}[, beginning with {base}][, counting at most {yearsAtMost} years][, paying at most {amountAtMost}]',
    { rate: term, of: fact, rounding, base: term, yearsAtMost: term, amountAtMost: term }, { base: 'perYear' }),
  form('percent', 'จ่ายร้อยละ {rate} ของ {of}[ โดยดู {by}][ ถือว่าไม่ต่ำกว่า {deemed}][ อย่างน้อย {atLeast}][ เป็นเงินไม่เกิน {amountAtMost}] {rounding.how}{rounding.to}', 'pay the percentage {rate} of {of}[, going by {by}][, deemed at least {deemed}][, paying at least {atLeast}][, paying at most {amountAtMost}], {rounding.how} {rounding.to}',
    { rate: term, of: fact, by: fact, deemed: term, atLeast: term, amountAtMost: term, ...money }, { base: 'percent' }),
  form('sum', 'รวมทุกรายการต่อไปนี้[ แล้วหัก {less}]', 'all of the following together[, less {less}]', { less: term }, { has: 'sum', opens: { sum: [] }, under: [list('sum', 'amount')] }),
  form('least', 'เอาที่น้อยที่สุดในรายการต่อไปนี้', 'the least of the following', {}, { has: 'least', opens: { least: [] }, under: [list('least', 'amount')] }),
  form('greatest', 'เอาที่มากที่สุดในรายการต่อไปนี้', 'the greatest of the following', {}, { has: 'greatest', opens: { greatest: [] }, under: [list('greatest', 'amount')] }),
  form('share', 'จ่ายร้อยละ {share.rate} ของรายการต่อไปนี้[ โดยดู {share.by}] {share.rounding.how}{share.rounding.to}', 'pay the percentage {share.rate} of the following[, going by {share.by}], {share.rounding.how} {share.rounding.to}',
    { 'share.rate': term, 'share.by': fact, 'share.rounding.how': how, 'share.rounding.to': to }, { has: 'share', under: [one('share.of', 'amount')] }),
  form('schedule', 'จ่ายตามตาราง {schedule} โดยดู {by}', 'pay by the table {schedule}, going by {by}', { schedule: term, by: fact }),
  form('choice', 'จ่ายแล้วแต่ {choice}', 'pay depending on {choice}', { choice: by }, { opens: { branches: {} }, under: [record('branches', 'branch')] }),
  form('actualCost', 'จ่ายตามจริงของ {of} ไม่เกิน {amountAtMost}', 'pay the cost {of}, at most {amountAtMost}', { of: fact, amountAtMost: term }, { base: 'actualCost' }),
  form('levy', 'จ่ายเงินร่วม {rate} คูณผู้จ่าย {payers}[ แล้วหัก {less}]', 'pay a levy of {rate} times the payers {payers}[, less {less}]', { rate: term, payers: fact, less: term }, { base: 'levy' }),
  form('inKind', 'ให้เป็นสิ่งของ[ มูลค่า {inKind.worth}]', 'give things[, worth {inKind.worth}]', { 'inKind.worth': term }, { has: 'inKind', opens: { 'inKind.items': [] }, under: [list('inKind.items', 'thing')] }),
  form('decided', 'กรรมการกำหนดเอง ตั้งแต่ {atLeast} ถึง {amountAtMost}', 'the committee decides, from {atLeast} to {amountAtMost}', { atLeast: term, amountAtMost: term }, { base: 'decided' }),
]

/** What stands under an amount's line. */
export const amountPartForms: Readonly<Record<string, readonly Form[]>> = {
  amountStep: [form('amountStep', 'ตั้งแต่ {from} ขึ้นไป ({id})', 'from {from} on ({id})', { from: { kind: 'bound' }, id }, { under: [one('amount', 'amount')] })],
  branch: [form('branch', 'กรณี {key}', 'for {key}', { key: { kind: 'option' } }, { under: [one('', 'amount')] })],
  thing: [form('thing', 'สิ่งของ {name} ({id})', 'thing {name} ({id})', { name, id })],
}
