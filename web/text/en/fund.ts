import type { fund as thai } from '../th/fund.ts'

export const fund: typeof thai = {
  kicker: 'Notice',
  kickerOf: (name) => `Notice of ${name}`,
  title: 'Benefits for members',
  inForce: (day, resolution) => `In force from ${day}${resolution === undefined ? '' : ` · ${resolution}`}`,
  try: 'What would I get?',
  tryIntro: 'One question at a time; the rules answer at once. No name is asked, no answer is kept.',
  sign: 'Signed',
  chair: 'Chair of the fund',
  secretary: 'Secretary',
  ask: 'Ask your village’s committee member about your rights.',
  all: 'All funds',
  tryFirst: 'Try it first',
  edition: (number) => `Regulation no. ${number}`,
  noRules: 'No regulation in force here yet',
  noRulesYet: 'Once the meeting has resolved and the fund has put its regulation in force, the benefits appear here.',
}
