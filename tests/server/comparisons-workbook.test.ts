import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CHAPTERS } from '../../plugins/kit/category.ts'
import type { Lang } from '../../plugins/kit/text.ts'
import { plugins } from '../../plugins/index.ts'
import type { ComparedClauses } from '../../server/comparisons/clauses.ts'
import type { ComparedPeople } from '../../server/comparisons/people.ts'
import { FundDefinition } from '../../server/funds/definition.ts'
import { cast } from '../cast.ts'
import { samplePlugin } from './sample-plugin.ts'
import { openWorkbook, type OpenedSheet } from './workbook.ts'

const path = '/api/networks/sample/comparisons'
const FORMULA = '=HYPERLINK("https://example.com","กดที่นี่")&<b>'

/** Beside the two of the cast: a town that pays by its values, one that has not set some, and one that calls itself by a formula. */
async function province() {
  const scene = await cast({ plugins: [samplePlugin, ...plugins] })
  for (const slug of ['phuket-city', 'karon', 'kamala']) {
    const definition = FundDefinition.parse({ ...JSON.parse(readFileSync(`tenants/phuket/${slug}.json`, 'utf8')), network: 'sample' })
    const named = slug === 'kamala' ? { ...definition, profiles: definition.profiles.map((each) => ({ ...each, name: { th: FORMULA, en: FORMULA } })) } : definition
    expect(await scene.apply(named)).toMatchObject({ ok: true })
  }
  await scene.superuser`
    insert into figures (network_id, issuer_id, from_on, figures)
    select network_id, id, '2025-01-01', ${scene.superuser.json({ fromOn: '2025-01-01', untilOn: '2025-12-31', members: 412, paidOutPercent: 63, kinds: [], withheld: [] })} from funds where slug = 'phuket-city'`
  const opened = async (address: string) => {
    const answer = await scene.get(`${path}${address}`)
    expect(answer.status).toBe(200)
    return { name: answer.headers.get('content-disposition'), type: answer.headers.get('content-type'), sheets: openWorkbook(new Uint8Array(await answer.arrayBuffer())) }
  }
  return { ...scene, opened, read: async <T>(address: string): Promise<T> => (await scene.get(`${path}${address}`)).json() as Promise<T> }
}

/** The rows under the head of a sheet, each by what stands in the head. */
function table({ rows, frozen }: OpenedSheet) {
  const head = rows[frozen.rows - 1] ?? []
  return rows.slice(frozen.rows).map((row) => Object.fromEntries(head.map((label, at) => [String(label).split('\n')[0] ?? '', row[at]])))
}

describe.each<{ language: Lang; fund: string; why: string; sums: string; none: string; day: string }>([
  { language: 'th', fund: 'กองทุน', why: 'เพราะ', sums: 'จำนวนเงิน', none: 'ไม่มี', day: '23 พฤศจิกายน 2569' },
  { language: 'en', fund: 'Fund', why: 'Why', sums: 'Sums', none: 'none', day: '23 November 2026' },
])('by people, in $language', ({ language, fund: head, why, sums: called, none, day }) => {
  test('the sums are those of the same comparison, as numbers; where there is no sum it says why', async () => {
    const { opened, read } = await province()
    const compared = await read<ComparedPeople>('/people?neighbour=daeng')
    const { name, type, sheets } = await opened(`/people/workbook?neighbour=daeng&language=${language}`)
    const [sums, reasons] = sheets as [OpenedSheet, OpenedSheet]

    expect([name, type]).toEqual(['attachment; filename="sample-daeng-2026-11-23.xlsx"', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
    expect([sums.name, sums.frozen, reasons.frozen]).toEqual([called, { rows: 5, columns: 1 }, { rows: 5, columns: 1 }])
    for (const words of [compared.network.name[language], day]) expect(sheets.map(({ rows }) => rows.slice(0, 4).flat().join('\n'))).toEqual([expect.stringContaining(words), expect.stringContaining(words)])
    expect(table(sums).map((row) => row[head])).toEqual(compared.funds.map(({ name }) => name[language]))
    const seen = { numbers: 0, words: 0 }
    for (const [at, { gifts, name }] of compared.funds.entries()) {
      for (const gift of gifts) {
        const title = CHAPTERS[gift.category][language]
        const cell = table(sums)[at]?.[title]
        const reason = table(reasons).find((row) => row[head] === name[language] && Object.values(row).includes(title))
        const isDefinite = gift.fromSatang > 0 && gift.fromSatang === gift.toSatang
        seen[isDefinite ? 'numbers' : 'words'] += 1
        expect(cell, `${name.en}: ${title}`).toEqual(isDefinite ? gift.fromSatang / 100 : expect.any(String))
        expect(Object.values(reason ?? {}).slice(3, 5)).toEqual([gift.fromSatang / 100, gift.toSatang === undefined ? undefined : gift.toSatang / 100])
        for (const said of gift.benefits.flatMap(({ because }) => because)) expect(reason?.[why]).toContain(said[language])
      }
    }
    expect(Object.values(seen).every((count) => count > 1), 'both numbers and words').toBe(true)
    expect(table(sums).some((row) => Object.values(row).includes(none)), 'a benefit that a fund lacks').toBe(true)
  })

  test('beside the sums stands what a fund tells of its money', async () => {
    const { opened } = await province()
    const [sums] = (await opened(`/people/workbook?language=${language}`)).sheets as [OpenedSheet]
    const told = sums.rows.slice(5).map((row) => row.filter((cell) => cell !== undefined).slice(-2))

    expect(told).toContainEqual([0.63, language === 'th' ? 2568 : 2025])
  })
})

test('clause by clause: every sentence of the comparison stands in its column, and each difference in a row', async () => {
  const { opened, read } = await province()
  const { rows } = await read<ComparedClauses>('/clauses?category=sickness&beside=karon')
  const [clauses, differences] = (await opened('/clauses/workbook?category=sickness&beside=karon&language=th')).sheets as [OpenedSheet, OpenedSheet]

  expect(rows.flat().length).toBeGreaterThan(3)
  expect(table(clauses).map((row) => row['กองทุน'])).toEqual(rows.flat().map(({ name }) => name.th))
  for (const [at, { aspects }] of rows.flat().entries()) {
    const said = Object.values(table(clauses)[at] ?? {}).filter((cell) => cell !== undefined)
    for (const { sentences } of aspects) expect(said).toContain(sentences.map(({ th }) => th).join('\n'))
  }
  expect(table(differences).map((row) => [row['กองทุนที่เป็นหลักว่า'], row['กองทุนนี้ว่า']])).toEqual(rows.flatMap((row) => row.slice(1)).flatMap(({ difference }) => difference).map(({ one, other }) => [one?.th, other?.th]))
})

test('a name that begins like a formula is words, and stays words when somebody edits its cell', async () => {
  const { opened } = await province()
  const { sheets } = await opened('/people/workbook?language=th')

  expect(sheets.map(({ rows }) => rows.flat().filter((cell) => cell === FORMULA).length)).toEqual([1, expect.any(Number)])
  expect(sheets[0]?.textCells).toContain(FORMULA)
})

test.each(['/people/workbook', '/people/workbook?language=fr', '/people/workbook?language=th&on=31-12-2569', '/clauses/workbook?language=th', '/clauses/workbook?language=th&category=happiness'])('%s is refused', async (address) => {
  const { get } = await cast()
  expect((await get(`${path}${address}`)).status).toBe(400)
})
