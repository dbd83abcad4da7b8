// npm test: types, lint, dead code, then every test. npm run check: only the first three and the house's own rules.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MINUTES_MAX = 40

interface Count {
  passed: number
  failed: number
}

interface Run {
  which: string[]
  /** As the system counts it: whoever is nicer waits. */
  niceness: number
}

const checks: [name: string, program: string, ...words: string[]][] = [
  ['types', 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  ['lint', 'oxlint/bin/oxlint', '--quiet'],
  ['dead code', 'knip/bin/knip.js', '--no-progress'],
]
const onlyCheck = process.argv.includes('--check')

const counts: Count[] = []
for (const [name, program, ...words] of checks) counts.push(await check(name, program, words))
// The browser's tests, one at a time, keep one core busy and go first; the others take what is left, and both end at about the same time.
const runs: Run[] = onlyCheck ? [{ which: ['tests/house.test.ts'], niceness: 0 }] : [{ which: ['--project', 'browser'], niceness: 0 }, { which: ['--project', 'house', '--project', 'server'], niceness: 10 }]
counts.push(...await Promise.all(runs.map(runTests)))

const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)

async function check(name: string, program: string, words: string[]): Promise<Count> {
  const startedAt = Date.now()
  const holds = await run(program, words) === 0
  console.log(`${holds ? '✓' : '✗'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
  return { passed: Number(holds), failed: Number(!holds) }
}

async function runTests({ which, niceness }: Run, at: number): Promise<Count> {
  mkdirSync(join(ROOT, '.tmp'), { recursive: true })
  const report = join(ROOT, '.tmp', `vitest-${process.pid}-${at}.json`)
  const exitCode = await run('vitest/vitest.mjs', ['run', ...which, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], niceness)
  const { passed, failed } = read(report)
  rmSync(report, { force: true })
  // A file that cannot be loaded, an error outside every test, no test at all: vitest fails without a failed test.
  const failedOtherwise = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: failed + Number(failedOtherwise) }
}

function read(report: string): Count {
  try {
    const { numPassedTests: passed, numFailedTests: failed }: { numPassedTests: number; numFailedTests: number } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed, failed }
  } catch (error) {
    console.error('vitest wrote no report:', error)
    return { passed: 0, failed: 1 }
  }
}

async function run(program: string, words: string[], niceness = 0): Promise<number | null> {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...words], { cwd: ROOT, stdio: 'inherit' })
  if (child.pid !== undefined) setPriority(child.pid, niceness)
  const overtime = setTimeout(() => child.kill(), MINUTES_MAX * 60_000)
  const [exitCode] = await once(child, 'exit')
  clearTimeout(overtime)
  return exitCode
}
