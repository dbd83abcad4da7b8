// npm run bench [-- --json] [-- --once]: figures beside a named reference, measured in one run; ratios above 1 are in our favour. Done
// only once, each says that it still runs, and its figures say nothing.
import { parseArgs } from 'node:util'
import { comparePeople } from './compare-people.ts'
import type { Pace } from './measure.ts'
import { oneClaim } from './one-claim.ts'
import { readInFund } from './read-in-fund.ts'

const THOROUGH: Pace = { warmMs: 2_000, rounds: 15, roundMs: 150, runs: 5_000 }
const ONCE: Pace = { warmMs: 0, rounds: 1, roundMs: 1, runs: 1 }

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, once: { type: 'boolean', default: false } } })
const pace = values.once ? ONCE : THOROUGH
const rows = [...await readInFund(pace), ...await oneClaim(pace), ...await comparePeople(pace)]

if (values.json) for (const row of rows) console.log(JSON.stringify(row))
else {
  console.log('Reference of *-in-fund: the same query bare on Hono and postgres.js, over HTTP by sixteen at once;\nof one-claim*: json-rules-engine 7.3.1 alone, yes or no (one-claim-stored: its own trace serialised);\nof compare-*: the same with json-rules-engine for every condition\n')
  console.table(Object.fromEntries(rows.map(({ name, ...figures }) => [name, figures])))
}
