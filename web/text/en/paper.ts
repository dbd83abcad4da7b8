import type { paper as thai } from '../th/paper.ts'

export const paper: typeof thai = {
  title: 'What the rules say',
  rules: (number, day) => `By regulation no. ${number}, in force from ${day}`,
  member: 'Member',
  number: 'Number',
  about: 'About',
  sign: 'Signed',
  claimant: 'Claimant',
  checkedBy: 'Checked by (committee)',
  day: 'Day',
  printedOn: (day) => `Printed on ${day} · this slip is not a decision`,
  claimTitle: 'Request for a benefit',
  certifier: 'Certified by (centre)',
  chair: 'Chair of the fund',
  payee: 'Payee',
  payer: 'Paid by',
  witness: 'Witness',
  resolvedByHand: 'Resolution no. ........................ of ............................................ approved / refused, because',
  printedClaim: (day) => `Printed on ${day}`,
}
