import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Amount, amountsIn, MoneyRounding, YearRounding } from '../../plugins/kit/amount.ts'
import { Cases, runCases } from '../../plugins/kit/cases.ts'
import { check } from '../../plugins/kit/check.ts'
import { kindOf } from '../../plugins/kit/check-benefits.ts'
import { FundTerms } from '../../plugins/kit/fund-terms.ts'
import { fundFacts } from '../../plugins/kit/kit-facts.ts'
import { survivors } from '../../plugins/kit/mutate.ts'
import { kitOperators } from '../../plugins/kit/operator.ts'
import { Benefit, Category, Payee, Per, Person } from '../../plugins/kit/pack.ts'
import { readPack } from '../../plugins/kit/read-pack.ts'
import { ValueType } from '../../plugins/kit/value.ts'
import { packLines, readPackText, textOf } from '../../plugins/kit/wording/wording.ts'
import { expectationOf, packOf, runRow, workedExamples } from './worked-example.ts'

const page = readFileSync('docs/packs.md', 'utf8')
const examples = workedExamples(page)
const code = (id: string) => `\`${id}\``
const block = (kind: string, language = 'json') => new RegExp(`^\`\`\`${language} ${kind}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[1] ?? ''

/** What stands under a heading, up to the next of its kind. */
const section = (title: string) => page.split(/^## /m).find((each) => each.startsWith(title)) ?? ''

describe('what docs/packs.md shows is what happens', () => {
  test('every fragment has its table', () => expect(examples).toHaveLength(page.split('```json example').length - 1))

  test.each(examples.flatMap((example) => example.rows.map((row) => ({ example, row, title: `${example.heading}: ${Object.entries(row).flat().join(' ')}` }))))('$title', async ({ example, row }) => {
    expect(check(packOf(example, row)).filter((finding) => finding.level === 'error')).toEqual([])
    expect((await runRow(example, row)).found).toMatchObject(expectationOf(row['gives'] ?? ''))
  })

  test('the whole pack has no finding, its cases pass, and they notice every mutant', async () => {
    const read = readPack(block('pack'))
    if (!read.ok) throw new Error(JSON.stringify(read.findings))
    const cases = Cases.parse(JSON.parse(block('cases')))
    expect(check(read.pack)).toEqual([])
    expect((await runCases(read.pack, cases)).filter((each) => !each.passed)).toEqual([])
    expect((await survivors(read.pack, cases)).survived).toEqual([])
  })

  test('its sentences are the pack, in both languages', () => {
    const read = readPack(block('pack'))
    if (!read.ok) throw new Error(JSON.stringify(read.findings))
    expect(textOf(packLines(read.pack, 'th'))).toBe(block('th', 'text'))
    expect(textOf(packLines(read.pack, 'en'))).toContain(block('en', 'text'))
    expect(readPackText(block('th', 'text'))).toEqual(read)
  })

  test('the commands write sentences, read them back, and say where one is none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pack-'))
    const said = (command: string) => execFileSync(process.execPath, ['scripts/pack.ts', command, folder], { encoding: 'utf8' }).trim()
    writeFileSync(join(folder, 'pack.json'), block('pack'))
    expect(said('write')).toBe(join(folder, 'pack.th.txt'))
    writeFileSync(join(folder, 'pack.th.txt'), readFileSync(join(folder, 'pack.th.txt'), 'utf8').replace('200 บาท', '๒๕๐ บาท'))
    expect(said('read')).toBe(join(folder, 'pack.json'))
    expect(JSON.parse(readFileSync(join(folder, 'pack.json'), 'utf8'))).toMatchObject({ terms: { nightRate: { values: [{ value: 25_000 }] } } })
    writeFileSync(join(folder, 'pack.th.txt'), readFileSync(join(folder, 'pack.th.txt'), 'utf8').replace('คูณ', 'คูน'))
    expect(() => said('read')).toThrow(expect.objectContaining({ status: 1, stdout: expect.stringContaining('บรรทัด 22 ช่องที่ 18') }))
    rmSync(folder, { recursive: true })
  })
})

describe('nothing is missing from docs/packs.md', () => {
  /** The refusal of what is no amount names every shape. */
  const shapes = Amount.safeParse({}).error?.issues[0]?.message.replace(/^.*: /, '').split(', ') ?? []

  test('an example of every amount shape, under its own heading', () => {
    expect(shapes).toContain('fixed')
    const shown = examples.filter(({ heading, fragment }) => amountsIn(fragment.amount).some((amount) => heading in amount))
    expect(shapes.filter((shape) => !shown.some(({ heading }) => heading === shape))).toEqual([])
    expect([...YearRounding.options, ...MoneyRounding.shape.to.options].filter((rounding) => !page.includes(code(rounding)))).toEqual([])
  })

  test('an example of every span and every kind of limit', () => {
    const limits = examples.flatMap(({ fragment }) => fragment.limits)
    expect(new Set(limits.map((limit) => limit.per))).toEqual(new Set(Per.options))
    expect(new Set(limits.map(kindOf))).toEqual(new Set(['times', 'units', 'amount']))
  })

  test.each(Object.entries(kitOperators))('operator %s', (id, { on, label, opposite }) => {
    expect(section('Conditions')).toContain(`| ${code(id)} | ${on.join(', ')} | ${label.th} | ${label.en} | ${code(opposite)} |`)
  })

  test.each(Object.entries(fundFacts('joined')))('fact %s', (id, { type, of, from, label }) => {
    expect(section('Facts')).toContain(`| ${code(id)} | ${type} | ${of} | ${from} | ${label.th} | ${label.en} |`)
  })

  test.each([
    ['Facts', ValueType.options],
    ['Benefits', [...Object.keys(Benefit.shape), ...Category.options, ...Person.options, ...Payee.options]],
    ['Fund terms', Object.keys(FundTerms.shape)],
    ['The verdict', ['eligible', 'ineligible', 'incomplete', 'judgement']],
    ['Findings', [...readFileSync('plugins/kit/finding.ts', 'utf8').matchAll(/\| '(\w+)'/g)].map((match) => match[1] ?? '').filter((name) => name !== 'note')],
  ])('%s names each', (title, ids) => {
    expect(ids.length).toBeGreaterThan(3)
    expect(ids.filter((id) => !section(title).includes(code(id)))).toEqual([])
  })
})
