import { describe, expect, test } from 'vitest'
import { Amount } from '../../plugins/kit/amount.ts'
import { withQuestions } from '../../plugins/kit/asks.ts'
import { dayQuestion, freeId, nameOfComparison, newAmount, newBenefit, SHAPES, unsetTerm, wantedIn } from '../../plugins/kit/build.ts'
import { check } from '../../plugins/kit/check.ts'
import { fundFacts } from '../../plugins/kit/kit-facts.ts'
import { kitOperators } from '../../plugins/kit/operator.ts'
import { Benefit, type Pack } from '../../plugins/kit/pack.ts'
import { kitVocabulary } from '../../plugins/kit/plugin.ts'
import { packHash } from '../../plugins/kit/regulation.ts'
import { everyShapePack } from './every-shape-pack.ts'
import { both } from './random.ts'

const material = { term: () => 'rate', fact: () => 'nights', options: () => ['primary', 'degree'], before: { fixed: 'before' } }
const { facts = {}, terms } = everyShapePack

describe('an amount of another shape', () => {
  test('is offered for every shape there is', () => {
    const shapes = Amount.safeParse({}).error?.issues[0]?.message.replace(/^.*: /, '').split(', ') ?? []
    expect(SHAPES.toSorted()).toEqual(shapes.toSorted())
  })

  test.each(SHAPES)('%s is one that the schema takes, and keeps what stood there where it holds amounts', (shape) => {
    const amount = newAmount(shape, material)
    expect(Amount.parse(amount)).toEqual(amount)
    expect(amount).toHaveProperty(shape)
    expect(JSON.stringify(amount).includes('before')).toBe(['sum', 'least', 'greatest', 'share', 'choice', 'steps'].includes(shape))
  })

  test('takes in its slots what the checker wants there', () => {
    const fits = (form: string, slot: string, id: string) => wantedIn(form, slot).terms?.(terms[id] ?? unsetTerm(both('x'), 'day'))
    expect([fits('fixed', 'fixed', 'nightRate'), fits('fixed', 'fixed', 'nightsStay'), fits('fixed', 'fixed', 'deathSteps')]).toEqual([true, false, false])
    expect([fits('ladder', 'ladder', 'deathSteps'), fits('ladder', 'ladder', 'drawSteps'), fits('percent', 'rate', 'drawSteps'), fits('percent', 'rate', 'half')]).toEqual([true, false, true, true])
    expect(wantedIn('eventOn', 'eventOn').facts?.(facts['happenedOn'] ?? dayQuestion(both('x')))).toBe(true)
    expect(wantedIn('levy', 'payers').facts?.(dayQuestion(both('x')))).toBe(false)
  })
})

test('a slot most likely means a fact that fits it: a ladder goes by time as a member', () => {
  const likely = [['ladder', 'by'], ['steps', 'by'], ['perYear', 'of'], ['percent', 'of'], ['levy', 'payers']] as const
  expect(likely.map(([form, slot]) => wantedIn(form, slot).likely)).toEqual(['membership', 'membership', 'membership', 'contributionsPaid', 'payers'])
  const all = fundFacts('joined')
  expect(likely.every(([form, slot]) => { const { likely: id = '', facts: fits } = wantedIn(form, slot); const fact = all[id]; return fact && fits?.(fact) })).toBe(true)
  expect([wantedIn('schedule', 'by').likely, wantedIn('actualCost', 'of').likely]).toEqual([undefined, undefined])
})

describe('what is made', () => {
  test('a benefit from nothing is sound but for the condition that it still lacks', () => {
    const benefit = newBenefit('own-1', both('new'), 'other', 'question-1', { fixed: 'value-1' })
    const pack: Pack = { format: 'sajja/pack@1', id: 'ban-mai/own', version: '1.0.0', title: both('own'), facts: { 'question-1': dayQuestion(both('day')) }, terms: { 'value-1': { type: 'money', label: both('gift'), values: [{ from: '2026-01-01', value: 50_000, source: 'ร่าง' }] } }, benefits: [benefit] }
    expect(Benefit.parse(benefit)).toEqual(benefit)
    expect(check(pack).map(({ code }) => code)).toEqual(['alwaysPayable'])
    const unset: Pack = { ...pack, terms: { 'value-1': unsetTerm(both('gift'), 'money') } }
    expect(check(unset).map(({ code, at }) => `${code} ${at}`)).toContain('notSet terms.value-1')
  })

  test('a benefit asks what its conditions need, and what it asked already in the order it had', () => {
    const [stay] = everyShapePack.benefits
    if (!stay) throw new Error('the pack has benefits')
    const lacking = { ...stay, asks: ['dischargedOn'] }
    expect(withQuestions(lacking, { pack: everyShapePack, hash: packHash(everyShapePack) }, kitVocabulary).asks.toSorted()).toEqual(['brawl', 'byProxy', 'certified', 'dischargedOn', 'nights'].toSorted())
    expect(withQuestions(lacking, { pack: everyShapePack, hash: packHash(everyShapePack) }, kitVocabulary).asks[0]).toBe('dischargedOn')
  })

  test('an id is the first that is free', () => expect(freeId('value', ['value-1', 'value-3'])).toBe('value-2'))

  test('a comparison is named by what it says', () => {
    const name = (fact: string, operator: string, value: Parameters<typeof nameOfComparison>[0]['value']) => nameOfComparison({ operator, value }, facts[fact] ?? dayQuestion(both('x')), kitOperators, terms)
    expect(name('nights', 'greaterThanInclusive', 3)).toEqual({ th: 'จำนวนคืนที่นอนโรงพยาบาล ตั้งแต่ 3 คืน', en: 'nights in hospital at least 3 nights' })
    expect(name('mother', 'equal', true)).toEqual({ th: 'สมาชิกเป็นแม่ของเด็ก', en: 'the member is the mother' })
    expect(name('level', 'in', ['primary', 'degree']).en).toBe('level of school is one of primary, degree')
    expect(name('nights', 'lessThanInclusive', { fact: 'nightsStay' }).en).toBe('nights in hospital at most nights a stay')
  })
})
