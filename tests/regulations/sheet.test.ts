import { describe, expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { vocabularyOf } from '../../plugins/kit/plugin.ts'
import { regulationHash, type Regulation } from '../../plugins/kit/regulation.ts'
import { read } from '../../plugins/kit/sentence.ts'
import { arabicDigits, type Lang } from '../../plugins/kit/text.ts'
import { written } from '../../plugins/kit/written.ts'
import type { Edition } from '../../plugins/kit/written-clause.ts'
import { pictured, printed } from '../../server/regulations/paper.ts'
import { noticeSheet, regulationSheet } from '../../server/regulations/sheet.ts'
import { everyShapeRegulation } from '../kit/every-shape-pack.ts'

const ON = '2026-06-01'
const edition: Edition = { fund: { th: 'กองทุนสวัสดิการชุมชนตำบลตัวอย่าง', en: 'Sample Community Welfare Fund' }, number: 2, fromOn: '2020-01-01', resolution: { number: '3/2562', heldOn: '2019-12-08', title: { th: 'มติที่ประชุมใหญ่', en: 'General meeting' } } }
const vocabulary = vocabularyOf(plugins)
const paper = (language: Lang, regulation: Regulation = everyShapeRegulation, more: Partial<Edition> = {}) => ({ regulation, edition: { ...edition, ...more }, on: ON, language, vocabulary })
const draft = (language: Lang) => { const { number: _number, resolution: _resolution, ...rest } = edition; return { ...paper(language), edition: rest } }

/** Everything that a sheet says, as one text with plain spaces and Arabic digits. */
const textIn = (sheet: unknown): string => (typeof sheet === 'string' ? arabicDigits(sheet).replaceAll('\u00a0', ' ') : typeof sheet === 'object' && sheet !== null ? Object.values(sheet).map(textIn).join('\n') : '')

/** What a PDF tells of itself (XMP), which is not compressed. */
const told = (pdf: Uint8Array, what: string) => [...new TextDecoder().decode(pdf).matchAll(new RegExp(`<${what}>(.*?)</${what}>`, 'g'))].map(([, value = '']) => value.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&'))[0]

test.each(['th', 'en'] as const)('what goes on paper is what is written, line by line (%s)', (language) => {
  const text = textIn(regulationSheet(paper(language))).toLowerCase()
  const lines = written(everyShapeRegulation, edition, ON, vocabulary).chapters.flatMap(({ clauses }) => clauses).flatMap(({ items }) => items.flatMap((item) => item.lines))
  const under = (all: typeof lines): typeof lines => all.flatMap((line) => [line, ...under(line.under ?? [])])
  const all = under(lines).flatMap(({ parts, gives }) => [read(parts, language), ...(gives ? [read(gives, language)] : [])])
  expect(all.length).toBeGreaterThan(150)
  expect(all.filter((line) => !text.includes(line.toLowerCase()))).toEqual([])
})

test('figures are Thai in Thai, but a code keeps its own', () => {
  const { hash: _hash, foot: _foot, whole: _whole, ...sheet } = regulationSheet(paper('th'))
  expect(JSON.stringify(sheet)).not.toMatch(/[0-9]/)
  const [first] = everyShapeRegulation.packs
  if (!first) throw new Error('it adopts a pack')
  const coded: Regulation = { ...everyShapeRegulation, packs: [{ ...first, pack: { ...first.pack, benefits: first.pack.benefits.map((benefit) => ({ ...benefit, clause: { number: 'BEN-000013..15' } })) } }] }
  expect(textIn(regulationSheet(paper('th', coded)).chapters)).toContain('BEN-000013..15')
  expect(JSON.stringify(regulationSheet(paper('en')))).not.toMatch(/[๐-๙]/)
})

describe('as a PDF', () => {
  test.each([['regulation', 'th'], ['regulation', 'en'], ['notice', 'th'], ['notice', 'en']] as const)('the %s (%s) has pages, letters that can be searched, and the hash of its rules', async (form, language) => {
    const pdf = await printed(form, paper(language))
    const raw = new TextDecoder('latin1').decode(pdf)
    expect(raw.slice(0, 5)).toBe('%PDF-')
    expect(raw).toContain('/ToUnicode')
    expect(Number(told(pdf, 'xmpTPg:NPages'))).toBeGreaterThan(form === 'regulation' ? 8 : 1)
    expect(told(pdf, 'pdf:Keywords')).toBe(regulationHash(everyShapeRegulation))
    expect(told(pdf, 'dc:language')).toBe(language)
  })

  test('the same rules give the same bytes, which are kept; another value gives others', async () => {
    const [one, again] = await Promise.all([printed('regulation', paper('th')), printed('regulation', paper('th'))])
    expect(again).toBe(one)
    const raised = { ...everyShapeRegulation, packs: everyShapeRegulation.packs.map((adopted) => ({ ...adopted, values: { nightRate: [{ from: '2020-01-01', value: 25_000, source: 'a' }] } })) }
    expect(told(await printed('regulation', paper('th', raised)), 'pdf:Keywords')).not.toBe(told(one, 'pdf:Keywords'))
  })

  test.each(['#import "/main.typ": *', '] #panic()', '$ x^2 $ \\ `raw` *bold* _it_ @ref <label>', '"quotes" \'and\' \\u{41} \\', '#{sys.inputs}', '// comment /* more', '<script>&amp;'])('a title of %s is printed as it stands', async (title) => {
    const pack = everyShapeRegulation.packs.map((adopted) => ({ ...adopted, pack: { ...adopted.pack, benefits: adopted.pack.benefits.map((benefit) => ({ ...benefit, title: { th: title, en: title } })) } }))
    const hostile: Regulation = { ...everyShapeRegulation, title: { th: title, en: title }, preamble: { th: title, en: title }, packs: pack }
    const pages = async (regulation: Regulation, form: 'regulation' | 'notice') => told(await printed(form, paper('en', regulation)), 'xmpTPg:NPages')
    expect(textIn(noticeSheet(paper('en', hostile)).benefits)).toContain(title)
    expect(told(await printed('regulation', paper('en', hostile)), 'dc:title')?.replaceAll('\u00a0', ' ')).toBe(title)
    const plain = title.replace(/[^ ]/g, 'x')
    const same: Regulation = { ...hostile, title: { th: plain, en: plain }, preamble: { th: plain, en: plain }, packs: pack.map((adopted) => ({ ...adopted, pack: { ...adopted.pack, benefits: adopted.pack.benefits.map((benefit) => ({ ...benefit, title: { th: plain, en: plain } })) } })) }
    expect(await pages(hostile, 'regulation'), 'it takes the room that its letters take, and no more').toBe(await pages(same, 'regulation'))
    expect(Number(await pages(hostile, 'notice'))).toBeGreaterThan(0)
  })

  test('a draft says on each page that it is one, and by no resolution', async () => {
    expect(regulationSheet(draft('th'))).toMatchObject({ draft: 'ร่าง', notYet: expect.stringContaining('ร่าง ยังไม่ประกาศใช้'), edition: 'ร่าง' })
    expect(regulationSheet(paper('th'))).toMatchObject({ draft: '', notYet: '', edition: 'ฉบับที่ ๒' })
    expect(noticeSheet(draft('en'))).toMatchObject({ draft: 'Draft', below: '' })
    const [marked, plain] = await Promise.all([printed('regulation', draft('th')), printed('regulation', paper('th'))])
    expect(new TextDecoder().decode(marked.slice(0, 5))).toBe('%PDF-')
    expect(marked).not.toEqual(plain)
  })

  test('a ladder of two hundred steps and a fund of a hundred benefits are printed too', { timeout: 60_000 }, async () => {
    const [adopted] = everyShapeRegulation.packs
    const death = adopted?.pack.terms['deathSteps']
    const [benefit] = adopted?.pack.benefits ?? []
    if (!adopted || death?.type !== 'ladder' || !benefit) throw new Error('the pack has a ladder')
    const steps = Array.from({ length: 200 }, (_, at) => ({ id: `s${at}`, from: { months: at + 1 }, value: (at + 1) * 10_000 }))
    const benefits = [...adopted.pack.benefits, ...Array.from({ length: 100 - adopted.pack.benefits.length }, (_, at) => ({ ...benefit, id: `more-${at}` }))]
    const long: Regulation = { ...everyShapeRegulation, packs: [{ ...adopted, pack: { ...adopted.pack, terms: { ...adopted.pack.terms, deathSteps: { ...death, values: [{ from: '2020-01-01', value: steps, source: 'a' }] } }, benefits } }] }
    for (const form of ['regulation', 'notice'] as const) expect(Number(told(await printed(form, paper('th', long)), 'xmpTPg:NPages'))).toBeGreaterThan(4)
  })
})

test('as a picture it is one SVG of whole pages without a background, with nothing to load and nothing that runs', async () => {
  const svg = new TextDecoder().decode(await pictured(paper('th')))
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  expect(Number(width)).toBe(360)
  expect(Number(height) % 720).toBe(0)
  expect(svg).not.toMatch(/<script|<image|foreignObject|href="(?!#)|fill="#ffffff"/)
})
