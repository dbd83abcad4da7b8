import { describe, expect, test } from 'vitest'
import { PROBLEMS } from '../../server/http/problem.ts'
import { nextActs, objectionTo, type Standing } from '../../server/claims/claim.ts'

const claim: Standing = { state: 'submitted', enteredBy: 'clerk', certifications: [], certifiersNeeded: 0, member: { name: 'นายสมชาย แก้วมณี' }, payee: { name: 'นางสมจิตร แก้วมณี', relation: 'ภรรยา' } }

test.each([
  ['who entered it', { id: 'clerk', name: 'มาลี แก้วใส' }, true],
  ['the member, without the title', { id: 'a', name: 'สมชาย  แก้วมณี' }, true],
  ['the payee, behind another title', { id: 'a', name: 'น.ส. สมจิตร แก้วมณี' }, true],
  ['the payee, with a tone mark left out', { id: 'a', name: 'สมจิตร แกวมณี' }, true],
  ['a namesake by first name alone', { id: 'a', name: 'สมชาย ใจดี' }, false],
])('%s', (_who, person, has) => {
  expect(objectionTo(claim, person)).toBe(has ? 'own-claim' : undefined)
})

describe('what may be done next', () => {
  test.each([
    ['submitted', ['approver'], ['decide']],
    ['submitted', ['clerk', 'treasurer'], []],
    ['approved', ['treasurer'], ['pay', 'reverse']],
    ['paid', ['approver', 'treasurer'], ['reverse']],
    ['refused', ['approver', 'treasurer'], []],
    ['reversed', ['approver', 'treasurer'], []],
  ] as const)('%s, by %j: %j', (state, roles, acts) => {
    expect(nextActs({ ...claim, state }, { id: 'a', name: 'บุญมี ทองดี', roles })).toEqual({ can: acts, cannot: [] })
  })

  test('before enough of the centre have signed, one may sign, and is told why nothing is decided', () => {
    const me = { id: 'a', name: 'บุญมี ทองดี', roles: ['approver'] } as const
    const waiting = { ...claim, certifiersNeeded: 2, certifications: [{ name: 'กำนันสมหมาย' }] }

    expect(nextActs(waiting, me)).toEqual({ can: ['certify'], cannot: [{ act: 'decide', why: { th: PROBLEMS['not-certified'].th, en: PROBLEMS['not-certified'].en } }] })
    expect(nextActs({ ...waiting, certifiersNeeded: 1 }, me)).toEqual({ can: ['decide'], cannot: [] })
  })
})
