import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const built = 'dist/web'
const KB = 1000

/** What a script imports at its top. */
const importedBy = (name: string) => [...readFileSync(join(built, 'assets', name), 'utf8').matchAll(/(?:import|from)\s*["']\.\/([^"']+\.js)["']/g)].map(([, from = '']) => from)

/** The scripts a page loads at once: what it names, and what those import at their top. */
function firstScripts(named: readonly string[]): Set<string> {
  const scripts = new Set<string>()
  const add = (name: string) => {
    if (scripts.has(name)) return
    scripts.add(name)
    for (const from of importedBy(name)) add(from)
  }
  for (const name of named) add(name)
  return scripts
}

const page = readFileSync(join(built, 'index.html'), 'utf8')
const first = firstScripts([...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name = '']) => name))
const compressed = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(built, 'assets', name))).length, 0)

test('the first page loads at most 150 kB of script, compressed', () => {
  expect(first.size).toBeGreaterThan(0)
  expect(compressed(first)).toBeLessThanOrEqual(150 * KB)
})

test('the way to a verdict loads at most 150 kB of script in all', () => {
  const entry = [...first].map((name) => readFileSync(join(built, 'assets', name), 'utf8')).join('\n')
  const later = [...entry.matchAll(/["'](?:\.\/|assets\/)((?:fund-room|fund|events|question)-[^"']+\.js)["']/g)].map(([, name = '']) => name)
  expect(later.length).toBeGreaterThanOrEqual(4)
  expect(compressed(firstScripts([...first, ...later]))).toBeLessThanOrEqual(150 * KB)
})

test('no two parts need each other: whichever began first would find the other empty', () => {
  const parts = globSync('*.js', { cwd: join(built, 'assets') })
  expect(parts.length).toBeGreaterThan(100)
  expect(parts.filter((name) => firstScripts(importedBy(name)).has(name)), 'put what they share into one group of vite.config.ts').toEqual([])
})

test('nothing is fetched from elsewhere, and the page holds no inline script or style', () => {
  expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  expect(page).not.toMatch(/<style|style="|<script(?![^>]*\bsrc=)/)
})

test('the two Thai letters are asked for before the script runs', () => {
  expect([...page.matchAll(/rel="preload"[^>]*href="\/assets\/([^"]+)"|href="\/assets\/([^"]+\.woff2)"[^>]*rel="preload"/g)].length).toBe(2)
})
