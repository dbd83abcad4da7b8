import { describe, expect, test } from 'vitest'
import { checkApplication, checkNext, membershipsOf, type NewStatus, type Status, type StatusKind } from '../../server/members/status.ts'

const today = '2026-11-23'
const history = (...list: [kind: StatusKind, happenedOn: string, memberFromOn?: string][]): Status[] =>
  list.map(([kind, happenedOn, memberFromOn], at) => ({ position: at + 1, kind, happenedOn, ...(memberFromOn !== undefined && { memberFromOn }) }))
const applied = history(['applied', '2026-11-02'])
const member = history(['applied', '2026-11-02'], ['accepted', '2026-11-08', '2026-11-08'])
const next = (statuses: Status[], status: NewStatus) => () => checkNext(statuses, status, today)
const accepted = (happenedOn: string, memberFromOn = happenedOn): NewStatus => ({ kind: 'accepted', happenedOn, memberFromOn })

describe('joining', () => {
  test('an applicant is accepted by a resolution, from its day or later', () => {
    expect(next(applied, accepted('2026-11-08'))).not.toThrow()
    expect(next(applied, accepted('2026-11-08', '2026-12-01'))).not.toThrow()
  })

  test('nobody is a member before the meeting that accepts them', () => {
    expect(next(applied, accepted('2026-11-08', '2026-11-07'))).toThrow('before the day on which the committee accepts')
    expect(next(applied, accepted('2026-11-08', '2015-01-01'))).toThrow('before the day on which the committee accepts')
  })

  test('no meeting accepts before somebody applied, or in the future', () => {
    expect(next(applied, accepted('2026-11-01'))).toThrow('not before 2 November 2026')
    expect(next(applied, accepted('2026-11-24'))).toThrow('still to come')
  })

  test('an application is entered within 92 days, so that none buys waiting time', () => {
    expect(() => checkApplication('2026-08-23', today)).not.toThrow()
    expect(() => checkApplication('2026-08-22', today)).toThrow('not backdated by more than 92 days')
    expect(() => checkApplication('2026-11-24', today)).toThrow('still to come')
  })

  test('neither is a second beginning backdated', () => {
    const lapsed = [...member, ...history(['lapsed', '2026-01-01'])]

    expect(next(lapsed, { kind: 'rejoined', happenedOn: '2026-08-22', memberFromOn: '2026-08-22' })).toThrow('not backdated')
  })
})

describe('what may follow', () => {
  test.each<[StatusKind, Status[]]>([
    ['resigned', applied], ['accepted', member], ['rejoined', member], ['refused', member],
    ['lapsed', [...member, ...history(['resigned', '2026-11-09'])]],
    ['rejoined', [...member, ...history(['died', '2026-11-09'])]],
    ['died', [...member, ...history(['died', '2026-11-09'])]],
  ])('%s does not follow there', (kind, statuses) => {
    expect(next(statuses, { kind, happenedOn: '2026-11-20' })).toThrow('cannot follow from where the membership stands')
  })

  test('a death becomes known after arrears have ended the membership', () => {
    const lapsed = [...member, ...history(['lapsed', '2026-11-20'])]

    expect(next(lapsed, { kind: 'died', happenedOn: '2026-11-15' })).not.toThrow()
    expect(membershipsOf([...lapsed, ...history(['died', '2026-11-15'])])).toMatchObject([{ endedOn: '2026-11-15' }])
  })

  test('otherwise nothing is entered before what came before', () => {
    expect(next(member, { kind: 'resigned', happenedOn: '2026-11-07' })).toThrow('not before 8 November 2026')
  })
})

test('memberships follow one another, each with its own days', () => {
  const twice = history(['applied', '2018-01-01'], ['accepted', '2018-01-10', '2018-02-01'], ['lapsed', '2020-01-01'], ['rejoined', '2026-01-10', '2026-02-01'])

  expect(membershipsOf(twice)).toEqual([
    { appliedOn: '2018-01-01', approvedOn: '2018-01-10', joinedOn: '2018-02-01', endedOn: '2020-01-01' },
    { appliedOn: '2026-01-10', approvedOn: '2026-01-10', joinedOn: '2026-02-01' },
  ])
})

test('who was carried over counts from the day of the old register', () => {
  expect(membershipsOf(history(['carried-over', '2012-05-01', '2012-05-01']))).toEqual([{ appliedOn: '2012-05-01', approvedOn: '2012-05-01', joinedOn: '2012-05-01' }])
})
