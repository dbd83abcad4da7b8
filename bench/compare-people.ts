import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { entitlementsFor } from '../plugins/kit/compare-people.ts'
import { judgeByEngine } from '../plugins/kit/engine.ts'
import type { JudgeTree } from '../plugins/kit/engine.ts'
import { vocabularyOf } from '../plugins/kit/plugin.ts'
import { tenNeighbours } from '../plugins/kit/ten-neighbours.ts'
import { plugins } from '../plugins/index.ts'
import { FundDefinition, resolveRegulations } from '../server/funds/definition.ts'
import { lasting, type Pace, type Row } from './measure.ts'

const ON = '2026-11-23'

/**
 * Ten people, to each of whom everything happens, through every benefit of Phuket's eighteen regulations: as comparing does it, beside
 * the same verdicts with json-rules-engine judging every condition.
 */
export async function comparePeople(pace: Pace): Promise<Row[]> {
  const vocabulary = vocabularyOf(plugins)
  const funds = globSync('tenants/phuket/*.json').filter((path) => !path.endsWith('/network.json')).map((path) => FundDefinition.parse(JSON.parse(readFileSync(path, 'utf8'))))
  const regulations = funds.filter(({ profiles }) => profiles.at(-1)?.kind !== 'network').flatMap((fund) => {
    const resolved = resolveRegulations(fund, plugins, [])
    assert(resolved.ok)
    return resolved.value.slice(-1)
  })
  const everything = Object.assign({}, ...tenNeighbours.map(({ events }) => events)) as (typeof tenNeighbours)[number]['events']
  const people = tenNeighbours.map((neighbour) => ({ ...neighbour, events: { ...everything, ...neighbour.events } }))
  const through = (judgeTree?: JudgeTree) => async () => {
    let claims = 0
    for (const regulation of regulations) for (const neighbour of people) claims += (await entitlementsFor(neighbour, regulation, { on: ON, vocabulary, ...(judgeTree && { judgeTree }) })).reduce((sum, { given }) => sum + given.length, 0)
    return claims
  }
  assert.equal(regulations.length, 18)
  assert(await through()() > 1000, 'every benefit is judged for everybody')
  return [await lasting('compare-18-by-10', through(), through(judgeByEngine), pace)]
}
