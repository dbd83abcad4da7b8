import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Amount, MoneyRounding, YearRounding } from '../../plugins/kit/amount.ts'
import { kitOperators } from '../../plugins/kit/operator.ts'
import { Pack, Per } from '../../plugins/kit/pack.ts'
import { regulationHash, type Regulation } from '../../plugins/kit/regulation.ts'
import type { Lang } from '../../plugins/kit/text.ts'
import { ValueType } from '../../plugins/kit/value.ts'
import { formIds } from '../../plugins/kit/wording/forms.ts'
import type { Line } from '../../plugins/kit/wording/line.ts'
import { packLines, readPackText, readRegulationText, regulationLines, regulationOf, textOf } from '../../plugins/kit/wording/wording.ts'
import { plugins } from '../../plugins/index.ts'
import { FundDefinition, readDefinition, resolveRegulations } from '../../server/funds/definition.ts'
import { often } from '../drill.ts'
import { everyShapeRegulation } from './every-shape-pack.ts'
import { diceOf } from './hostile.ts'
import { regulation, regulationFrom } from './random-regulation.ts'
import { count } from './wording-seen.ts'

const LANGS: readonly Lang[] = ['th', 'en']
const REGULATIONS = often(1_000, 10_000)

/** As JSON, in the order that its author gave it: people see options and items in it. */
const read = (text: string) => {
  const found = readRegulationText(text)
  if (!found.ok) throw new Error(`${found.findings[0]?.text.en}\n${text.split('\n')[Number(/line (\d+)/.exec(found.findings[0]?.text.en ?? '')?.[1] ?? 1) - 1]}`)
  return found.regulation
}
const refused = (text: string) => {
  const found = readRegulationText(text)
  return found.ok ? [] : found.findings.map((finding) => finding.text)
}
const spoken = (each: Regulation, lang: Lang) => textOf(regulationLines(each, lang))

/** Sentence ⇄ lines ⇄ model, in a language; the model as JSON. */
function roundTrip(each: Regulation, lang: Lang): { viaText: Regulation; viaLines: Regulation; lines: Line[] } {
  const lines = regulationLines(each, lang)
  const viaLines = regulationOf(lines)
  if (!viaLines.ok) throw new Error(viaLines.findings[0]?.text.en)
  return { viaText: read(textOf(lines)), viaLines: viaLines.regulation, lines }
}

describe('a regulation is the same as sentences, as lines and as JSON', () => {
  const histogram = new Map<string, number>()
  const forms = new Set<string>()

  test(`${REGULATIONS.toLocaleString('en-US')} random ones, in both languages`, { timeout: 300_000 }, () => {
    fc.assert(fc.property(regulation, fc.constantFrom(...LANGS), (each, linesIn) => {
      const json = JSON.stringify(each)
      for (const lang of LANGS) {
        const lines = regulationLines(each, lang)
        const again = read(textOf(lines))
        if (JSON.stringify(again) !== json) expect(again).toEqual(each)
        if (lang !== linesIn) continue
        const viaLines = regulationOf(lines)
        if (!viaLines.ok || JSON.stringify(viaLines.regulation) !== json) expect(viaLines).toEqual({ ok: true, regulation: each })
        for (const { form } of lines) forms.add(form)
        if (regulationHash(again) !== regulationHash(each)) expect.unreachable()
      }
      count(histogram, each)
    }), { numRuns: REGULATIONS, seed: 20261125 })
  })

  test('they were made of everything there is', () => {
    const shapes = Amount.safeParse({}).error?.issues[0]?.message.replace(/^.*: /, '').split(', ') ?? []
    const wanted = [
      ...shapes.map((shape) => `amount ${shape}`),
      ...YearRounding.options.map((each) => `rounding "${each}"`),
      ...MoneyRounding.shape.to.options.flatMap((to) => MoneyRounding.shape.how.options.map((how) => `rounding ${JSON.stringify({ to, how })}`)),
      ...Per.options.flatMap((per) => ['times', 'units', 'amount'].map((of) => `limit ${per} × ${of}`)),
      ...Object.keys(kitOperators).map((id) => `operator ${id}`),
      ...ValueType.options.flatMap((type) => [`fact ${type}`, `term ${type}`]),
      ...['duration', 'number', 'count', 'days', 'money'].flatMap((by) => ['money', 'number'].map((of) => `term ladder by ${by} of ${of}`)),
      'term schedule of money', 'term schedule of number', 'fact from asked', 'fact from recorded', 'fact from derived sum', 'fact from derived difference',
      ...[1, 2, 3, 4, 5, 6].map((depth) => `amount depth ${depth}`), ...[1, 2, 3, 4, 5, 6, 7, 8].map((depth) => `condition depth ${depth}`),
    ]
    expect(shapes).toHaveLength(16)
    expect(wanted.filter((what) => (histogram.get(what) ?? 0) < REGULATIONS / 500)).toEqual([])
    expect(formIds().filter((id) => !forms.has(id) && id !== 'pack')).toEqual([])
  })

  test('every shipped pack', () => {
    const paths = globSync('plugins/*/packs/*/pack.json')
    expect(paths.length).toBeGreaterThan(4)
    for (const path of paths) {
      const pack = Pack.parse(JSON.parse(readFileSync(path, 'utf8')))
      for (const lang of LANGS) expect(readPackText(textOf(packLines(pack, lang)))).toEqual({ ok: true, pack })
    }
  })

  test('the regulations of every tenant', () => {
    const paths = globSync('tenants/phuket/*.json').filter((path) => !path.endsWith('network.json'))
    expect(paths.length).toBeGreaterThan(15)
    for (const path of paths) {
      const definition = readDefinition(readFileSync(path, 'utf8'), FundDefinition)
      const resolved = definition.ok ? resolveRegulations(definition.value, plugins, []) : definition
      if (!resolved.ok) throw new Error(path)
      for (const each of resolved.value) for (const lang of LANGS) expect(roundTrip(each, lang)).toMatchObject({ viaText: each, viaLines: each })
    }
  })

  test('a fund’s own pack goes by what its text says, a pack taken over by its fingerprint', () => {
    const [model] = everyShapeRegulation.packs
    if (!model) throw new Error('a regulation has a pack')
    const own = { ...everyShapeRegulation, packs: [model, { pack: { ...model.pack, id: 'chalong/own' }, hash: '' }] }
    const text = spoken(read(spoken(own, 'th').replace(/\n *ลายนิ้วมือ \n/, '\n')), 'th')

    expect(text.match(/ลายนิ้วมือ/g)).toHaveLength(1)
    const changed = read(text.replace('เท่ากับ 200 บาท', 'เท่ากับ 300 บาท').replaceAll(/เท่ากับ 500 บาท/g, 'เท่ากับ 600 บาท'))
    expect(changed.packs.map(({ hash }) => hash)).not.toContain(read(text).packs[1]?.hash)
    expect(changed.packs[0]?.hash).toBe(model.hash)
  })
})

describe('nothing is lost in silence', () => {
  const some = Array.from({ length: 40 }, (_, i) => regulationFrom(i, i % 4))

  /** What each change to a line makes of the whole; the text it is in as it was, where nothing was noticed. */
  function unnoticed(lang: Lang, change: (line: Line, text: string, dice: ReturnType<typeof diceOf>) => string | undefined): string[] {
    return [everyShapeRegulation, ...some].flatMap((each, seed) => {
      const dice = diceOf(seed)
      const lines = regulationLines(each, lang)
      const said = textOf(lines).trimEnd().split('\n')
      return Array.from({ length: 8 }, () => dice.below(lines.length)).flatMap((at) => {
        const [line, text] = [lines[at], said[at]]
        const changed = line && text !== undefined ? change(line, text, dice) : undefined
        if (changed === undefined) return []
        const found = readRegulationText([...said.slice(0, at), changed, ...said.slice(at + 1)].join('\n'))
        return found.ok && JSON.stringify(found.regulation) === JSON.stringify(each) ? [`${text} → ${changed}`] : []
      })
    })
  }

  test.each(LANGS)('a word taken out of a line (%s)', (lang) => {
    expect(unnoticed(lang, (line, _, dice) => {
      const places = line.tokens.flatMap((token, at) => (typeof token === 'string' && token.trim() !== '' ? [at] : []))
      const out = dice.pick([...places, -1])
      if (out < 0) return undefined
      return '  '.repeat(line.indent) + line.tokens.map((token, at) => (at === out ? '' : typeof token === 'string' ? token : token.text)).join('')
    })).toEqual([])
  })

  test.each(LANGS)('another digit (%s)', (lang) => {
    expect(unnoticed(lang, (_, text, dice) => {
      const digits = [...text.matchAll(/\d/g)]
      if (digits.length === 0) return undefined
      const { 0: digit, index } = dice.pick(digits)
      return `${text.slice(0, index)}${(Number(digit) + 1 + dice.below(8)) % 10}${text.slice(index + 1)}`
    })).toEqual([])
  })

  test.each(LANGS)('a line left out (%s)', (lang) => {
    expect(unnoticed(lang, () => '')).toEqual([])
  })
})

describe('what people type', () => {
  const text = spoken(everyShapeRegulation, 'th')

  test.each<[string, (text: string) => string]>([
    ['Thai digits', (each) => each.replace(/(เท่ากับ |เป็น |ถึง )([\d,]+)/g, (_, before: string, digits: string) => before + digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xe20)))],
    ['spaces of a word processor', (each) => each.replace(/ /g, '\u00a0')],
    ['no spaces between words', (each) => each.replace(/” (คูณ|โดยดู|นับไม่เกิน) “/g, '”$1“')],
    ['vowels typed apart', (each) => each.replaceAll('ำ', 'ํา').replaceAll('แ', 'เเ')],
    ['straight quotes and short dashes', (each) => each.replace(/[“”]/g, '"').replaceAll('—', '-')],
    ['lines of another system, set in by tabs, with empty ones between', (each) => each.replace(/^ +/gm, (spaces) => '\t'.repeat(spaces.length / 2)).replaceAll('\n', '\r\n\r\n')],
    ['a day by numbers', (each) => each.replaceAll('1 มกราคม 2563', '1/1/2563')],
    ['an amount without its unit', (each) => each.replaceAll(' บาท ตาม', ' ตาม')],
    ['another order of lines', (each) => each.replace(/(\n {6}ถาม [^\n]*)(\n {6}ถือ [^\n]*)/g, '$2$1')],
  ])('%s', (_, typed) => {
    expect(typed(text)).not.toBe(text)
    expect(read(typed(text))).toEqual(everyShapeRegulation)
  })

  test('small letters and full stops in English', () => {
    const english = spoken(everyShapeRegulation, 'en')
    expect(read(english.replace(/^( *)([A-Z])/gm, (_, spaces: string, letter: string) => spaces + letter.toLowerCase()).replaceAll('\n', '.\n'))).toEqual(everyShapeRegulation)
  })

  test.each<[string, (text: string) => string, RegExp, RegExp]>([
    ['a word that is not there', (each) => each.replace('คูณ', 'คูน'), /^บรรทัด 158 ช่องที่ 25: ตรงนี้ควรเป็น จบบรรทัด หรือ คูณ หรือ ต่อปีของ แต่พบ ‘คูน “จำนวนคืน/, /^line 158, column 25: the end of the line or คูณ or .* should stand here, not ‘คูน “/],
    ['a line that ends too early', (each) => each.replace(/ประเภทการเจ็บป่วย/, ''), /ควรเป็น ประเภท แต่จบบรรทัดก่อน/, /should stand here, but the line ends/],
    ['a name that nothing has', (each) => each.replace('จ่าย “เงินต่อคืน”', 'จ่าย “เงินต่อวัน”'), /ไม่มีค่าที่กำหนดชื่อ “เงินต่อวัน”/, /no term is called “เงินต่อวัน”/],
    ['a name that two have', (each) => each.replace('“เวลายื่นคำขอ” (claimDays)', '“เวลายื่นคำขอ”'), /มีมากกว่าหนึ่งอย่างชื่อ “เวลายื่นคำขอ”/, /more than one is called “เวลายื่นคำขอ”/],
    ['a value of another type', (each) => each.replace('เท่ากับ 180 วัน', 'เท่ากับ นานพอ'), /ตรงนี้ควรเป็นจำนวนวัน/, /a number of days should stand here/],
    ['a day that no calendar has', (each) => each.replace('1 มกราคม 2563', '31 เมษายน 2563'), /เมษายน 2563 มี 30 วัน/, /April 2020 \(2563 BE\) has 30 days/],
    ['a line said twice', (each) => each.replace(/(\n *เกิดแก่บุตร)/, '$1$1'), /บรรทัดนี้มีแล้ว/, /said already/],
    ['limits beside the word that there are none', (each) => each.replace(/(\n *)(เพดาน \(stay-year\))/, '$1ไม่มีเพดาน$1$2'), /ขัดกับบรรทัดก่อนหน้า/, /goes against a line before/],
    ['what the schema refuses, at its line', (each) => each.replace('(nightRate)', '(NightRate)'), /^บรรทัด \d+ .*รหัสขึ้นต้นด้วยตัวอักษรอังกฤษตัวเล็ก/, /^line \d+.*an id is a lower-case letter/],
    ['a part that is missing, at its line', (each) => each.replace(/\n {6}ถือ [^\n]*/, ''), /^บรรทัด 146 .*eventOn/, /^line 146.*eventOn/],
    ['no regulation at all', () => 'สวัสดี', /ควรเป็น ระเบียบ/, /ระเบียบ should stand here/],
    ['nothing', () => ' \n', /ระเบียบ/, /Regulation/],
  ])('%s is refused with its place, in both languages', (_, typed, th, en) => {
    const [found] = refused(typed(text))
    expect(found?.th).toMatch(th)
    expect(found?.en).toMatch(en)
  })
})

describe('texts from people who mean harm', () => {
  const head = 'ระเบียบ “ก” / “a”\n'

  test.each<[string, () => string]>([
    ['more than 8 MB', () => `${head}${'ก'.repeat(3_000_000)}`],
    ['set in ever deeper', () => Array.from({ length: 5000 }, (_, i) => `${' '.repeat(i)}ระเบียบ`).join('\n')],
    ['a hundred thousand lines that say nothing', () => head + '  จ่าย\n'.repeat(100_000)],
    ['a line of quotes', () => `${head}  คำปรารภ ${'“'.repeat(400_000)}`],
    ['a list without an end', () => `${head}  ชุดกติกา “ก” / “a” (a) รุ่น 1.0.0\n    สวัสดิการ “ก” / “a” (a) ประเภทอื่น ๆ\n      ถาม ${'(a), '.repeat(300_000)}`],
    ['digits and commas', () => `${head}  พ้นสมาชิกภาพเมื่อจำนวนงวดที่ค้างส่งเกิน ${'1,111'.repeat(300_000)}`],
    ['marks without letters', () => `${head}  ${'ก่'.repeat(200_000)}${'่'.repeat(300_000)}`],
    ['names that every object has', () => `${head}  ชุดกติกา “ก” / “a” (a) รุ่น 1.0.0\n    ค่า “ก” / “a” (constructor) เป็นจำนวนเงิน\n    ค่า “ข” / “b” (__proto__) เป็นจำนวนเงิน`],
    ['JSON that is too deep', () => `${head}  ชุดกติกา “ก” / “a” (a) รุ่น 1.0.0\n    ค่า “ก” / “a” (rate) เป็นจำนวนเงิน\n      ตั้งแต่ 1/1/2569 เท่ากับ ‹${'['.repeat(100_000)}${']'.repeat(100_000)}› ตาม “ข้อ 1”`],
  ])('%s', { timeout: 20_000 }, (_, hostile) => {
    const text = hostile()
    const begun = performance.now()
    const found = refused(text)
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThanOrEqual(100)
    expect(performance.now() - begun).toBeLessThan(8000)
  })
})
