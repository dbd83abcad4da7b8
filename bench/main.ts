// npm run bench [-- --json]: figures beside a named reference, measured in one run; ratios above 1 are in our favour.
import { parseArgs } from 'node:util'
import { comparePeople } from './compare-people.ts'
import { oneClaim } from './one-claim.ts'
import { readInFund } from './read-in-fund.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const rows = [...await readInFund(), ...await oneClaim(), ...await comparePeople()]

if (values.json) for (const row of rows) console.log(JSON.stringify(row))
else {
  console.log('Reference of one-claim*: json-rules-engine 7.3.1 alone, yes or no (one-claim-stored: its own trace serialised);\nof compare-*: the same with json-rules-engine for every condition;\nof *-in-fund: the same query bare on Hono and postgres.js, over HTTP by sixteen at once\n')
  console.table(Object.fromEntries(rows.map(({ name, ...figures }) => [name, figures])))
}
