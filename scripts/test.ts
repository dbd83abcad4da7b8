// npm test: types, lint, dead code, then every test. npm run check: only the first three and the house's own rules.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const REPORT = join(ROOT, '.tmp', `vitest-${process.pid}.json`)
const MINUTES_MAX = 14

interface Count {
  passed: number
  failed: number
}

const checks: [name: string, program: string, ...words: string[]][] = [
  ['types', 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  ['lint', 'oxlint/bin/oxlint', '--quiet'],
  ['dead code', 'knip/bin/knip.js', '--no-progress'],
]
const onlyCheck = process.argv.includes('--check')

const counts: Count[] = []
for (const [name, program, ...words] of checks) counts.push(await check(name, program, words))
counts.push(await runTests(onlyCheck ? ['tests/house.test.ts'] : []))

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

async function runTests(files: string[]): Promise<Count> {
  mkdirSync(join(ROOT, '.tmp'), { recursive: true })
  const exitCode = await run('vitest/vitest.mjs', ['run', ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`])
  const { passed, failed } = readReport()
  rmSync(REPORT, { force: true })
  // A file that cannot be loaded, an error outside every test, no test at all: vitest fails without a failed test.
  const failedOtherwise = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: failed + Number(failedOtherwise) }
}

function readReport(): Count {
  try {
    const report: { numPassedTests: number; numFailedTests: number } = JSON.parse(readFileSync(REPORT, 'utf8'))
    return { passed: report.numPassedTests, failed: report.numFailedTests }
  } catch (error) {
    console.error('vitest wrote no report:', error)
    return { passed: 0, failed: 1 }
  }
}

async function run(program: string, words: string[]): Promise<number | null> {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...words], { cwd: ROOT, stdio: 'inherit' })
  const overtime = setTimeout(() => child.kill(), MINUTES_MAX * 60_000)
  const [exitCode] = await once(child, 'exit')
  clearTimeout(overtime)
  return exitCode
}
