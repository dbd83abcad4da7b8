import type { today as th } from '../th/today.ts'

export const today: typeof th = {
  waiting: 'Waiting for the committee',
  noneWaiting: 'No claim waits',
  allClaims: 'See all claims',
  collection: (month) => `Collected in ${month}`,
  paidUp: (paid, members) => `${paid} of ${members} have paid up to today`,
  received: (baht, receipts) => `${baht} baht received this month on ${receipts} receipts`,
  noMembers: 'Nobody is on the register yet',
  call: 'To be called',
  noneBehind: 'Nobody is behind',
  behind: (count) => `${count} behind with their contributions`,
  lapsing: (count, day) => `${count}: if nothing is paid by ${day}, the membership ends`,
  list: 'See who',
}
