import type { fields as thai } from '../th/fields.ts'

export const fields: typeof thai = {
  less: (step, unit) => `${step} ${unit} less`.replace('  ', ' '),
  more: (step, unit) => `${step} ${unit} more`.replace('  ', ' '),
  day: 'Day',
  month: 'Month',
  year: 'Year',
  chooseMonth: 'Month',
  years: 'Years',
  months: 'Months',
  days: 'Days',
}
