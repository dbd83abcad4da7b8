import { expect, test } from 'vitest'
import { addDays, formatDay, type Day } from '../../plugins/kit/day.ts'
import { durationBetween } from '../../plugins/kit/duration.ts'
import { clock as en } from '../../web/text/en/clock.ts'
import { clock as th } from '../../web/text/th/clock.ts'

const JOINED = '2026-01-15'

test.each(['calendar', '365', '360'] as const)('the example that explains a clock is what the clock says: %s', (clock) => {
  let on: Day = JOINED
  while (durationBetween(JOINED, on, clock).years < 3) on = addDays(on, 1)

  expect(th.examples[clock]).toContain(`ครบ 3 ปี วันที่ ${formatDay(on, 'th', 'long')}`)
  expect(en.examples[clock]).toContain(`Three years on ${formatDay(on, 'en', 'long').replace(/ \(.*\)/, '')}`)
})
