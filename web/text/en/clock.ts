import type { clock as thai } from '../th/clock.ts'

export const clock: typeof thai = {
  label: 'How months and years are counted',
  hint: 'Where a rule asks for months or years as a member. The examples are of somebody who became one on 15 January 2026.',
  clocks: { calendar: 'by the calendar', '365': 'always 365 days a year', '360': '30 days a month, 360 a year' },
  examples: { calendar: 'Three years on 15 January 2029 · nearly all funds count so', '365': 'Three years on 14 January 2029', '360': 'Three years on 30 December 2028' },
}
