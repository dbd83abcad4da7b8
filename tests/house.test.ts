import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCases, unseenConditions, Cases } from '../plugins/kit/cases.ts'
import { leavesOf } from '../plugins/kit/condition.ts'
import { Pack } from '../plugins/kit/pack.ts'
import { vocabularyOf } from '../plugins/kit/plugin.ts'
import { plugins } from '../plugins/index.ts'

/** Guards the walls of the house; each failure says what to do. */

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split('\n').filter((path) => path !== '' && existsSync(path))
const source = tracked.filter((path) => /\.(ts|tsx|mjs)$/.test(path))
const read = (path: string) => readFileSync(path, 'utf8')

/** The modules a file imports: our own as paths from the top, others by their package. */
function importsOf(path: string): string[] {
  return [...read(path).matchAll(/^\s*(?:import|export)\b[^'"]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm)].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? ''
    return name.startsWith('.') ? relative('.', join(dirname(path), name)) : name
  })
}

/** Imports that stay when the types are gone. */
function valueImportsOf(path: string): string[] {
  const typeOnly = [...read(path).matchAll(/^\s*import type\b[^'"]*?from\s*['"]([^'"]+)['"]/gm)].map((match) => relative('.', join(dirname(path), match[1] ?? '')))
  return importsOf(path).filter((name) => !typeOnly.includes(name))
}

/** A room of the house, and what may be imported in it beside itself. Packages are named; a folder ends in a slash. */
const NOUNS = /^server\/(?!http\/|db\/)[^/]+\//
const rooms: { room: RegExp; may: (path: string, name: string) => boolean; so: string }[] = [
  { room: /^plugins\/kit\//, may: (path, name) => name.startsWith('plugins/kit/') || ['zod', '@noble/hashes/sha2.js', '@noble/hashes/utils.js'].includes(name) || (path === 'plugins/kit/engine.ts' && name === 'json-rules-engine'), so: 'the kit runs anywhere: zod and @noble/hashes, json-rules-engine in engine.ts only' },
  { room: /^plugins\/(?!kit\/|index)/, may: (path, name) => name.startsWith('plugins/kit/') || name.startsWith(`${path.split('/').slice(0, 2).join('/')}/`), so: 'a plugin imports the kit and itself' },
  { room: NOUNS, may: (path, name) => !name.startsWith('web/') && (!/^plugins\/(?!kit\/)/.test(name) || (path.startsWith('server/regulations/') && name === 'plugins/index.ts')) && !(NOUNS.test(name) && name.endsWith('/routes.ts') && !name.startsWith(path.split('/').slice(0, 2).join('/'))), so: "a noun uses http, db, the kit, and another noun's queries or noun file, never its routes" },
  { room: /^server\/(http|db)\//, may: (_, name) => !NOUNS.test(name) && !name.startsWith('web/') && !/^plugins\/(?!kit\/)/.test(name), so: 'http and db know no noun and no plugin' },
  { room: /^web\//, may: (path, name) => !name.startsWith('server/') || (/\/(\w+-)?routes\.ts$/.test(name) && !valueImportsOf(path).includes(name)), so: 'the console takes from the server only the types of routes' },
  { room: /^(migrations|tenants)\//, may: (_, name) => !/^(server|web|plugins|tests)\//.test(name), so: 'a migration is frozen and imports nothing of ours' },
]

describe('the walls', () => {
  for (const { room, may, so } of rooms) {
    test(`${room.source}: ${so}`, () => {
      const files = source.filter((path) => room.test(path))
      expect(files.length, 'no file stands in this room: has it moved?').toBeGreaterThan(0)
      expect(files.flatMap((path) => importsOf(path).filter((name) => !may(path, name)).map((name) => `${path} imports ${name}: ${so}`))).toEqual([])
    })
  }

  test('the kit has no clock and no chance', () => {
    const found = source.filter((path) => path.startsWith('plugins/')).flatMap((path) => (/new Date\(\)|Date\.now|Math\.random|performance\./.test(read(path)) ? [`${path}: pass the day in`] : []))
    expect(found).toEqual([])
  })

  test.each([
    ['lucia', /^server\/http\/session\.ts$/],
    ['@node-rs/argon2', /^server\/people\/password\.ts$/],
    ['@simplewebauthn/server', /^server\/passkeys\//],
    ['@simplewebauthn/browser', /^web\/passkey\.ts$/],
  ])('%s stands behind its own module, which a successor can replace', (library, module) => {
    const importers = source.filter((path) => importsOf(path).includes(library))
    expect(importers.length).toBeGreaterThan(0)
    expect(importers.filter((path) => !module.test(path))).toEqual([])
  })

  test('no circle of imports', () => {
    const graph = new Map(source.map((path) => [path, valueImportsOf(path).filter((name) => source.includes(name))]))
    const circles: string[] = []
    const done = new Set<string>()
    const walk = (path: string, above: string[]): void => {
      if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].join(' → '))
      if (done.has(path) || above.includes(path)) return
      for (const next of graph.get(path) ?? []) walk(next, [...above, path])
      done.add(path)
    }
    for (const path of graph.keys()) walk(path, [])
    expect(circles).toEqual([])
  })

  test('nothing stands beside the agreed rooms', () => {
    const agreed = /^(\..*|package(-lock)?\.json|tsconfig\.json|vite(st)?\.config\.ts|knip\.json|server|web|plugins|tenants|migrations|tests|docs|scripts|bench|README\.md|STYLE\.md|DECISIONS\.md|CHANGELOG\.md|LICENSE)$/
    expect([...new Set(tracked.map((path) => path.split('/')[0] ?? ''))].filter((name) => !agreed.test(name))).toEqual([])
    expect(tracked.filter((path) => /(^|\/)(utils?|helpers?|common|shared|misc|lib|types)(\/|\.tsx?$)/.test(path)), 'a drawer without a noun: give each thing in it a home').toEqual([])
    expect(tracked.filter((path) => !/^[a-z0-9.\-/_]+$/.test(path) && !/^(README|STYLE|DECISIONS|CHANGELOG|LICENSE|plugins\/[^/]+\/README|docs\/README)/.test(path)), 'file names are kebab-case').toEqual([])
  })
})

/** Files that are longer than 300 lines, with the reason. This list only shrinks. */
const LONG: Record<string, string> = {
  'server/db/schema.ts': 'written from the catalogue: as long as there are tables',
}

describe('the size of things', () => {
  test('no file passes 300 lines (functions: the linter holds them to 70)', () => {
    const long = source.filter((path) => !(path in LONG) && read(path).split('\n').length > 300)
    expect(long.map((path) => `${path}: two nouns? split it`)).toEqual([])
    expect(Object.keys(LONG).filter((path) => existsSync(path) && read(path).split('\n').length <= 300), 'take it off the list').toEqual([])
  })
})

describe('plugins', () => {
  const folders = [...new Set(source.filter((path) => /^plugins\/(?!kit\/)[^/]+\//.test(path)).map((path) => path.split('/')[1] ?? ''))].toSorted()

  test('every plugin is listed, has a README, and is called by its folder', () => {
    expect(plugins.map((plugin) => plugin.meta.id).toSorted(), 'list it in plugins/index.ts').toEqual(folders)
    expect(folders.filter((name) => !existsSync(`plugins/${name}/README.md`)), 'write plugins/<name>/README.md').toEqual([])
  })

  test('every pack that stands in a folder is in its plugin', () => {
    const ids = (globSync('plugins/*/packs/*/pack.json')).map((path) => Pack.parse(JSON.parse(read(path))).id).toSorted()
    expect(plugins.flatMap((plugin) => (plugin.packs ?? []).map((pack) => pack.id)).toSorted()).toEqual(ids)
  })

  test('the cases beside every pack are in its plugin', () => {
    const beside = globSync('plugins/*/packs/*/cases.json').map((path) => Cases.parse(JSON.parse(read(path))).pack).toSorted()
    expect(plugins.flatMap((plugin) => (plugin.cases ?? []).map((cases) => cases.pack)).toSorted(), 'list them under cases').toEqual(beside)
  })

  for (const path of globSync('plugins/*/packs/*/pack.json').toSorted()) {
    test(`${dirname(path)}: cases see each condition met and unmet`, async () => {
      const pack = Pack.parse(JSON.parse(read(path)))
      const results = await runCases(pack, Cases.parse(JSON.parse(read(join(dirname(path), 'cases.json')))), vocabularyOf(plugins))
      expect(results.filter((each) => !each.passed).map((each) => each.case.name.en)).toEqual([])
      const leaves = [...(pack.standing ?? []).map((each) => each.conditions), ...pack.benefits.map((each) => each.conditions)].flatMap(leavesOf)
      expect(unseenConditions(results, leaves.map((leaf) => leaf.id)), 'add a neighbour to cases.json').toEqual({ neverMet: [], neverUnmet: [] })
    })
  }
})

describe('what is written down', () => {
  const readme = existsSync('README.md') ? read('README.md') : ''

  test('every script, setting and room stands in the README', () => {
    const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts).filter((name) => !name.startsWith('pre') || name === 'prepare')
    const settings = new Set(source.filter((path) => path.startsWith('server/')).flatMap((path) => [...read(path).matchAll(/env(?:ironment)?(?:\.|\[')([A-Z][A-Z_]+)/g)].map((match) => match[1] ?? '')))
    const halls = [...new Set(tracked.filter((path) => path.includes('/') && !path.startsWith('.')).map((path) => `${path.split('/')[0]}/`))]
    const nouns = [...new Set(source.filter((path) => NOUNS.test(path)).map((path) => path.split('/').slice(0, 2).join('/')))]
    const wanted = [...scripts.map((name) => (['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`)), ...settings, ...halls, ...nouns]
    expect(wanted.filter((each) => !readme.includes(each)), 'say it in README.md').toEqual([])
  })

  test('what the README and the docs point to is there', () => {
    const broken = tracked.filter((path) => path.endsWith('.md')).flatMap((path) => [...read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => [path, join(dirname(path), match[1] ?? '')] as const)).filter(([, target]) => !existsSync(target))
    expect(broken.map(([path, target]) => `${path} points to ${target}`)).toEqual([])
  })

  test('no machine, host or citizen ID stands in the tree', () => {
    const citizenId = /(?<!\d)[1-9]\d{12}(?!\d)/
    const found = tracked.filter((path) => /\.(ts|tsx|mjs|json|md|css|html)$/.test(path) && path !== 'package-lock.json').flatMap((path) => {
      const text = read(path)
      return [/\/(?:work|home|root|Users)\/[a-z]/.test(text) && !path.startsWith('tests/') ? `${path}: a path of one machine` : '', citizenId.test(text) && !path.startsWith('tests/') ? `${path}: a 13-digit number that could be a citizen ID` : ''].filter((each) => each !== '')
    })
    expect(found).toEqual([])
    expect(read('package-lock.json'), 'the lockfile names the hosts it was filled from').not.toContain('"resolved"')
  })
})
