import { expect } from 'vitest'
import { check } from '../../plugins/kit/check.ts'
import type { Finding } from '../../plugins/kit/finding.ts'
import { Pack } from '../../plugins/kit/pack.ts'
import { changed, examplePack } from './example-pack.ts'

export type Change = readonly [place: string, to: unknown]

export const says = (th: string, en: string) => ({ th, en })
export const leaf = (id: string, fact: string, operator: string, value: unknown) => ({ id, name: says(`ข้อ ${id}`, id), fact, operator, value })
export const since = (value: unknown, from = '2019-10-01') => ({ from, value, source: 'ข้อ 1' })
export const term = (type: string, value: unknown, more = {}) => ({ type, label: says('ค่า', 'term'), values: value === undefined ? [] : [since(value)], ...more })
export const fact = (type: string, more = {}) => ({ type, of: 'claim', from: 'asked', label: says('ข้อมูล', 'fact'), ...more })

export const withChanges = <T>(value: T, changes: readonly Change[]): T => changes.reduce((result, [place, to]) => changed(result, place, to), value)

/** What was found, each with its place: `mistyped terms.rate.values.0.value`. Every finding says it in both languages. */
export function told(findings: readonly Finding[]): string[] {
  for (const { text } of findings) {
    expect(text.th).toMatch(/[ก-๙]/)
    expect(text.en).toMatch(/[a-z]/)
  }
  return findings.map(({ level, code, at }) => `${level === 'note' ? 'note ' : ''}${code} ${at}`)
}

/** The findings of the example pack with some things changed; it still has the shape of a pack. */
export const findings = (...changes: Change[]) => told(check(Pack.parse(withChanges(examplePack, changes))))
