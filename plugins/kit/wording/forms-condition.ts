import { form, id, list, name, one, type Form } from './form.ts'

/** A comparison, and groups of them. */
export const conditionForms: readonly Form[] = [
  form('all', 'ครบทุกข้อต่อไปนี้', 'all of the following', {}, { has: 'all', opens: { all: [] }, under: [list('all', 'condition')] }),
  form('any', 'ข้อใดข้อหนึ่งต่อไปนี้', 'any of the following', {}, { has: 'any', opens: { any: [] }, under: [list('any', 'condition')] }),
  form('not', 'ต้องไม่เป็นดังนี้', 'not the following', {}, { has: 'not', under: [one('not', 'condition')] }),
  form('comparison', '{fact} {operator} {value} — {name} ({id})', '{fact} {operator} {value} — {name} ({id})', {
    fact: { kind: 'reference', to: 'fact', subject: true }, operator: { kind: 'operator' }, value: { kind: 'wanted' }, name, id,
  }, { has: 'operator' }),
]
