import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkPlugins, Drawers } from '../../plugins/kit/check-plugins.ts'
import { AsOf, DerivedFact, Of } from '../../plugins/kit/fact.ts'
import { PluginOperator } from '../../plugins/kit/operator.ts'
import { ValueType } from '../../plugins/kit/value.ts'
import { buildHouse, linesBesideThePack, page, pluginsIn } from './worked-plugin.ts'

const PACK = 'plugins/conscription/packs/conscription'

describe('the worked example of docs/plugins.md', () => {
  const house = buildHouse()
  afterAll(house.remove)
  const run = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: house.folder, encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }

  test('takes fewer than fifty lines beside the pack', () => expect(linesBesideThePack).toBeLessThan(50))

  test('is of the right types', () => {
    writeFileSync(join(house.folder, 'tsconfig.plugin.json'), JSON.stringify({ extends: './tsconfig.json', include: ['plugins/index.ts', 'web/vocabulary.ts'] }))
    expect(run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.plugin.json')).toEqual({ status: 0, said: '' })
  }, 120_000)

  test('has no finding, and its cases notice every mutant', () => {
    expect(run('scripts/pack.ts', 'check', PACK)).toMatchObject({ status: 0, said: `${PACK}: 0 errors, 0 notes\n` })
    const tested = run('scripts/pack.ts', 'test', PACK)
    expect(tested.said).toMatch(/^killed (\d+) of \1\n5 passed, 0 failed$/m)
    expect(tested).toMatchObject({ status: 0, said: expect.not.stringMatching(/nobody would notice|no case has seen/) })
  })

  test('is taken in at start', async () => expect(await checkPlugins(await pluginsIn(house.folder))).toEqual([]))

  test('a pack of it that cannot be read is still told what is wrong with it', () => {
    const path = join(house.folder, PACK, 'pack.json')
    const before = readFileSync(path, 'utf8')
    writeFileSync(path, before.replace('"version": "1.0.0"', '"version": "new"'))
    expect(run('scripts/pack.ts', 'check', PACK)).toMatchObject({ status: 1, said: expect.stringMatching(/✗ version\n[^]*a version is three numbers[^]*The plugins cannot be loaded/) })
    writeFileSync(path, before)
  })
})

describe('nothing is missing from docs/plugins.md', () => {
  const section = (title: string) => page.split(/^## /m).find((each) => each.startsWith(title)) ?? ''

  test.each([
    ['The drawers', [...Object.keys(Drawers.shape), ...Object.keys(Drawers.shape.meta.shape)]],
    ['A fact', [...Object.keys(DerivedFact.shape), ...ValueType.options, ...Of.options, ...AsOf.options]],
    ['An operator', Object.keys(PluginOperator.shape)],
  ])('%s names each', (title, ids) => {
    expect(ids.length).toBeGreaterThan(3)
    expect(ids.filter((id) => !section(title).includes(`\`${id}\``))).toEqual([])
  })

  test('and nothing stands there that is not', () => {
    const named = (title: string) => [...section(title).matchAll(/^\| `(\w+)` \|/gm)].map(([, id]) => id)
    expect(named('A fact').toSorted()).toEqual(Object.keys(DerivedFact.shape).toSorted())
    expect(named('An operator').toSorted()).toEqual(Object.keys(PluginOperator.shape).toSorted())
    expect(named('The drawers').toSorted()).toEqual(Object.keys(Drawers.shape).toSorted())
  })
})
