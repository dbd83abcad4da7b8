import type { files as thai } from '../th/files.ts'

export const files: typeof thai = {
  choose: 'Choose a file',
  another: 'Choose another',
  none: 'none chosen yet',
  notChosen: 'no file is chosen yet',
  notOurs: 'this is no file that was kept from this system: those end in .sajja.json',
  cannotOpen: 'this file cannot be opened from the device: choose it again',
  checking: 'Checking the file…',
  cannot: 'It cannot be brought in yet',
  more: (count) => `and ${count} more`,
  back: 'Back',
}
