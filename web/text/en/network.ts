import type { network as thai } from '../th/network.ts'

export const network: typeof thai = {
  title: 'Funds of the network',
  ways: { funds: 'Overview', compare: 'Compare', library: 'Library', figures: 'Money', learning: 'Learning', account: 'Account' },
  sum: (day, funds, withRules) => `${day} · ${funds === 1 ? '1 fund' : `${funds} funds`}, ${withRules} with a regulation in force`,
  on: 'As it was on another day',
  look: 'Show',
  noSuchDay: 'The calendar has no such day',
  noDay: 'Choose a day first',
  cannot: 'This cannot be shown yet',
  fund: 'Fund',
  inForce: 'Regulation since',
  noRules: 'No regulation here yet',
  offered: 'Benefits it offers',
  missing: 'No rule covers',
  everyKind: 'Every kind is covered',
  own: 'The network’s own fund',
  nowhere: 'Offered by no fund of the network',
  none: 'No fund in this network yet',
  noneYet: 'Once the operator takes in a fund, it stands here with the benefits it offers.',
  again: 'Look again',
}
