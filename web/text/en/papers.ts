import type { papers as thai } from '../th/papers.ts'

export const papers: typeof thai = {
  title: 'Print and hand on',
  intro: 'Always as the regulation in force today.',
  regulation: 'The regulation (PDF)',
  notice: 'The notice board’s sheet (PDF)',
  noticeSize: 'The sheet is A3 and prints on A4 too, with lines to sign.',
  keep: 'Keep the regulation as a file',
  keepEdition: (number) => `Keep regulation ${number} as a file`,
  keepNote: 'For another fund that uses this system to bring into its draft; not for reading.',
  ourCode: 'Our sender’s code',
  ourCodeNote: 'Whoever receives the file sees this code: compare it on the telephone to know that the file is from here.',
  handOn: 'Hand on as pictures',
  drawing: 'Drawing the pictures…',
  onceMore: 'The pictures are ready: tap once more',
  saveThem: 'This device cannot hand on by itself: save the pictures, then send them in LINE',
  save: (at, of) => `Save picture ${at} of ${of}`,
  cannot: 'The pictures cannot be made now: try again',
  fileName: (fund, at) => `notice-${fund}-${at}.png`,
  draft: 'The draft (PDF)',
  draftNotice: 'The draft’s sheet (PDF)',
}
