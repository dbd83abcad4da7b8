// npm run pack -- check [DIR …] | test [DIR …] | show DIR [--lang th|en] [--on DAY] | write DIR [--lang th|en] | read DIR [--lang th|en]
// A DIR holds pack.json and, for `test`, cases.json; `write` puts pack.th.txt or pack.en.txt beside them, `read` makes pack.json of it.
// Without a DIR, every pack of plugins/.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { Cases, regulationFor, runCases, unseenConditions, type CaseResult } from '../plugins/kit/cases.ts'
import { check } from '../plugins/kit/check.ts'
import { leavesOf } from '../plugins/kit/condition.ts'
import { Day } from '../plugins/kit/day.ts'
import type { Finding } from '../plugins/kit/finding.ts'
import { survivors } from '../plugins/kit/mutate.ts'
import { noticeOf, noticeText } from '../plugins/kit/notice.ts'
import type { Pack } from '../plugins/kit/pack.ts'
import { vocabularyOf } from '../plugins/kit/plugin.ts'
import { readPack } from '../plugins/kit/read-pack.ts'
import { packLines, readPackText, textOf } from '../plugins/kit/wording/wording.ts'
import { pluginGuard } from '../server/plugin-guard.ts'

// A plugin reads its packs when it is loaded, and the one to be checked may be among them.
const { plugins } = await import('../plugins/index.ts').catch(() => {
  console.error('ส่วนเสริมเปิดไม่ได้ จึงตรวจโดยไม่มีข้อมูลและการเปรียบเทียบของส่วนเสริม · The plugins cannot be loaded, so this is checked without their facts and operators')
  return { plugins: [] }
})
const vocabulary = vocabularyOf(plugins, pluginGuard())
const { positionals, values } = parseArgs({ allowPositionals: true, options: { lang: { type: 'string', default: 'th' }, on: { type: 'string' } } })
const [command, ...named] = positionals
const lang = values.lang === 'en' ? 'en' : 'th'
const folders = named.length > 0 ? named : globSync('plugins/*/packs/*/pack.json').map(dirname).toSorted()

switch (command) {
  case 'check': process.exitCode = folders.map(checkPack).every(Boolean) ? 0 : 1; break
  case 'test': process.exitCode = await testPacks(folders); break
  case 'show': for (const folder of folders) showPack(folder); break
  case 'write': for (const folder of named) writeSentences(folder); break
  case 'read': for (const folder of named) readSentences(folder); break
  default:
    console.error('npm run pack -- check [DIR …] | test [DIR …] | show DIR [--lang th|en] [--on YYYY-MM-DD] | write DIR [--lang th|en] | read DIR [--lang th|en]')
    process.exitCode = 2
}

function printFindings(folder: string, findings: readonly Finding[], file = 'pack.json'): void {
  for (const { level, at, text } of findings) console.log(`${folder}/${file} ${level === 'error' ? '✗' : '·'} ${at}\n    ${text.th}\n    ${text.en}`)
}

function textIn(path: string): string | undefined {
  if (existsSync(path)) return readFileSync(path, 'utf8')
  console.error(`${path}: ไม่พบไฟล์ · no such file`)
  return undefined
}

/** The pack of a folder with what the checker finds in it; undefined where it cannot be read at all. */
function openPack(folder: string): { pack: Pack; findings: Finding[] } | undefined {
  const text = textIn(join(folder, 'pack.json'))
  const read = text === undefined ? undefined : readPack(text)
  if (!read) return undefined
  if (!read.ok) {
    printFindings(folder, read.findings)
    return undefined
  }
  return { pack: read.pack, findings: check(read.pack, vocabulary) }
}

function checkPack(folder: string): boolean {
  const opened = openPack(folder)
  if (!opened) return false
  printFindings(folder, opened.findings)
  const errors = opened.findings.filter((finding) => finding.level === 'error').length
  console.log(`${folder}: ${errors} errors, ${opened.findings.length - errors} notes`)
  return errors === 0
}

async function testPacks(all: readonly string[]): Promise<number> {
  let [passed, failed, mutants, killed] = [0, 0, 0, 0]
  for (const folder of all) {
    const opened = openPack(folder)
    const errors = opened?.findings.filter((finding) => finding.level === 'error') ?? []
    if (!opened || errors.length > 0) {
      printFindings(folder, errors)
      failed += 1
      continue
    }
    const result = await testPack(folder, opened.pack)
    passed += result.passed
    failed += result.failed
    mutants += result.mutants
    killed += result.killed
  }
  console.log(`killed ${killed} of ${mutants}`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && killed === mutants && passed > 0 ? 0 : 1
}

async function testPack(folder: string, pack: Pack): Promise<{ passed: number; failed: number; mutants: number; killed: number }> {
  const cases = Cases.parse(JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')))
  const results = await runCases(pack, cases, vocabulary)
  const failures = results.filter((each) => !each.passed)
  for (const failure of failures) printFailure(folder, failure)
  printUntestable(folder, pack, cases)
  printUnseen(folder, pack, results)
  for (const { source, why } of cases.outside ?? []) console.log(`${folder} · outside: ${source} ${why.th} · ${why.en}`)
  const { mutants, survived } = failures.length > 0 ? { mutants: 0, survived: [] } : await survivors(pack, cases, vocabulary)
  for (const what of survived) console.log(`${folder} · nobody would notice: ${what}`)
  console.log(`${folder}: ${results.length - failures.length} passed, ${failures.length} failed, killed ${mutants - survived.length} of ${mutants}`)
  return { passed: results.length - failures.length, failed: failures.length, mutants, killed: mutants - survived.length }
}

function printFailure(folder: string, { case: each, found, verdict, failed }: CaseResult): void {
  console.log(`${folder} ✗ ${each.name.th} (${each.name.en})\n    expected ${JSON.stringify(each.expect)}\n    found    ${JSON.stringify(found)}`)
  if (failed) console.log(`    ${failed.th}\n    ${failed.en}`)
  if (verdict) console.log(`    unmet    ${verdict.conditions.filter((seen) => seen.met !== true).map((seen) => `${seen.leaf.id}=${seen.met}`).join(', ')}`)
}

/** A benefit that needs an open term for which no case gives a value is not tested by any case. */
function printUntestable(folder: string, pack: Pack, cases: Cases): void {
  const given = new Set([cases.given, ...cases.cases.map((each) => each.given)].flatMap((each) => Object.keys(each?.values ?? {})))
  const open = Object.entries(pack.terms).filter(([id, term]) => term.open && term.values.length === 0 && !given.has(id)).map(([id]) => id)
  for (const benefit of pack.benefits) {
    const needs = open.filter((id) => JSON.stringify(benefit).includes(`"${id}"`))
    if (needs.length > 0) console.log(`${folder} · not testable: ${benefit.id} (${needs.join(', ')})`)
  }
}

function printUnseen(folder: string, pack: Pack, results: readonly CaseResult[]): void {
  const leaves = [...(pack.standing ?? []).map((each) => each.conditions), ...pack.benefits.map((benefit) => benefit.conditions)].flatMap(leavesOf)
  const { neverMet, neverUnmet } = unseenConditions(results, leaves.map((leaf) => leaf.id))
  for (const id of neverMet) console.log(`${folder} · no case has seen it met: ${id}`)
  for (const id of neverUnmet) console.log(`${folder} · no case has seen it unmet: ${id}`)
}

function showPack(folder: string): void {
  const opened = openPack(folder)
  if (!opened) {
    process.exitCode = 1
    return
  }
  const last = Object.values(opened.pack.terms).flatMap((term) => term.values.map((each) => each.from)).toSorted().at(-1)
  const on = Day.parse(values.on ?? last ?? '2026-01-01')
  console.log(noticeText(noticeOf(regulationFor(opened.pack), on, vocabulary), lang))
}

/** The pack as sentences, which a person may change and `read` reads back. */
function writeSentences(folder: string): void {
  const opened = openPack(folder)
  if (!opened) {
    process.exitCode = 1
    return
  }
  const path = join(folder, `pack.${lang}.txt`)
  writeFileSync(path, textOf(packLines(opened.pack, lang, vocabulary)))
  console.log(path)
}

function readSentences(folder: string): void {
  const file = `pack.${lang}.txt`
  const text = textIn(join(folder, file))
  const read = text === undefined ? undefined : readPackText(text, vocabulary)
  if (!read?.ok) {
    printFindings(folder, read?.findings ?? [], file)
    process.exitCode = 1
    return
  }
  writeFileSync(join(folder, 'pack.json'), `${JSON.stringify(read.pack, null, 2)}\n`)
  console.log(join(folder, 'pack.json'))
}
