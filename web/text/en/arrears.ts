import type { arrears as thai } from '../th/arrears.ts'

export const arrears: typeof thai = {
  title: 'Who is behind',
  intro: (count) => `${count.toLocaleString('en')} ${count === 1 ? 'member' : 'members'}, the first whose membership would end on top`,
  shown: (shown) => `the first ${shown.toLocaleString('en')} are shown`,
  none: 'Everyone has paid up to today',
  noneYet: 'Nobody is behind; there is nobody to call.',
  number: (number) => `member ${number}`,
  owes: (count, baht) => `${count.toLocaleString('en')} ${count === 1 ? 'instalment' : 'instalments'} not yet paid in, ${baht} baht`,
  lapses: (day) => `If nothing more is paid, the membership ends on ${day}`,
  lapsed: (day) => `Behind by more than the rules allow since ${day}: for the committee`,
  call: (phone) => `Call ${phone}`,
  noPhone: 'no telephone recorded',
}
