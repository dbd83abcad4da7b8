import type { files as thai } from '../th/files.ts'

export const files: typeof thai = {
  choose: 'Choose a file',
  another: 'Choose another',
  none: 'none chosen yet',
  theirCode: 'Its sender’s code',
  theirCodeNote: 'Ask the sender on the telephone whether it is theirs. If not, the file is not from them: do not bring it in.',
  notChosen: 'no file is chosen yet',
  notOurs: 'this is no file that was kept from this system: those end in .sajja.json',
  cannotOpen: 'this file cannot be opened from the device: choose it again',
  checking: 'Checking the file…',
  cannot: 'It cannot be brought in yet',
  more: (count) => `and ${count} more`,
  back: 'Back',
}
