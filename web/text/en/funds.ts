import type { funds as thai } from '../th/funds.ts'

export const funds: typeof thai = {
  product: 'Sajja',
  title: 'Community welfare funds',
  intro: 'Choose your fund, read its benefits, and try what you would get if something happened. No name is asked, no answer is kept.',
  benefits: (count) => (count === 1 ? '1 benefit' : `${count} benefits`),
  noRegulation: 'No regulation in force here yet',
  beingFilled: 'Sample data is being prepared',
  none: 'No fund in this network yet',
  noneYet: 'Once the operator opens a fund, its name and benefits appear here.',
  signIn: 'Sign in as a committee',
  again: 'Look again',
}
