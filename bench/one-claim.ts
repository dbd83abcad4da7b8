import { Engine, type RuleProperties } from 'json-rules-engine'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Cases, neighbourOf, regulationFor } from '../plugins/kit/cases.ts'
import { readClaim, termsOn, type Claim } from '../plugins/kit/claim.ts'
import { leavesOf, termOf } from '../plugins/kit/condition.ts'
import { evaluate } from '../plugins/kit/evaluate.ts'
import { groundsOf } from '../plugins/kit/grounds.ts'
import { claimOfNeighbour } from '../plugins/kit/neighbour.ts'
import { kitOperators } from '../plugins/kit/operator.ts'
import { Pack } from '../plugins/kit/pack.ts'
import type { Verdict } from '../plugins/kit/verdict.ts'
import { beside, slowest, type Pace, type Row } from './measure.ts'

const FOLDER = 'plugins/model-packs/packs/model'

/**
 * One hospital claim of the model regulation: the kit's whole verdict (three-valued conditions, amount, limits, reasons) beside
 * json-rules-engine alone answering yes or no to the same conditions, a fresh engine for each claim as its documentation shows.
 */
export async function oneClaim(pace: Pace): Promise<Row[]> {
  const claim = hospitalClaim()
  const verdict = await evaluate(claim)
  const engineAlone = engineFor(claim, verdict)
  assert.equal(verdict.outcome, 'eligible')
  assert.equal((await engineAlone()).events.length, 1, 'the engine says yes as well')
  return [
    await beside('one-claim', () => evaluate(claim), engineAlone, pace),
    await beside('one-claim-stored', async () => JSON.stringify(await evaluate(claim)), async () => (await engineAlone()).results.map((result) => result.toJSON()), pace),
    await slowest('one-claim-p99', () => evaluate(claim), engineAlone, pace),
  ]
}

function hospitalClaim(): Claim {
  const pack = Pack.parse(JSON.parse(readFileSync(`${FOLDER}/pack.json`, 'utf8')))
  const cases = Cases.parse(JSON.parse(readFileSync(`${FOLDER}/cases.json`, 'utf8')))
  const stay = cases.cases.find((each) => each.benefit === 'hospital' && each.expect.outcome === 'eligible')
  assert(stay, 'the model pack has a hospital stay that is eligible')
  return claimOfNeighbour(neighbourOf(stay, cases), regulationFor(pack, cases.given))
}

function engineFor(claim: Claim, verdict: Verdict) {
  const reading = readClaim(claim)
  assert(reading.eventOn)
  const term = termsOn(reading.adopted, reading.eventOn)
  const tree = groundsOf(reading, reading.eventOn, term)
  const facts = leavesOf(tree).flatMap((leaf) => {
    const found = verdict.facts[leaf.fact]
    const termId = termOf(leaf)
    return [[leaf.fact, found?.state === 'known' ? found.value : undefined], ...(termId ? [[termId, term(termId)]] : [])] as [string, unknown][]
  })
  return () => {
    const engine = new Engine()
    for (const [name, { holds }] of Object.entries(kitOperators)) if (holds) engine.addOperator(name, holds)
    for (const [id, value] of facts) engine.addFact(id, value)
    engine.addRule({ conditions: { all: [tree] }, event: { type: 'eligible' } } as RuleProperties) // our grammar is a subset of theirs
    return engine.run()
  }
}
