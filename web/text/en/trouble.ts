import type { trouble as thai } from '../th/trouble.ts'

export const trouble: typeof thai = {
  product: 'Sajja',
  unreachable: 'The server cannot be reached',
  unreadable: 'The server’s answer was incomplete',
  fault: 'This page could not be opened',
  safe: 'Nothing is lost: this page records nothing',
  noSuchPage: 'There is no such page',
  noSuchPageSafe: 'The address may be mistyped, or can no longer be used.',
  toFunds: 'See all funds',
  signIn: 'Sign in',
  refused: 'Not saved',
}
