import { expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { vocabularyOf } from '../../plugins/kit/plugin.ts'
import { vocabulary } from '../../web/vocabulary.ts'

test('the console judges with every word that an installed plugin brings', () => {
  const all = vocabularyOf(plugins)
  const say = 'a plugin brings facts or operators: list it in web/vocabulary.ts too'
  expect(Object.keys(vocabulary.facts), say).toEqual(Object.keys(all.facts))
  expect(Object.keys(vocabulary.operators), say).toEqual(Object.keys(all.operators))
})
