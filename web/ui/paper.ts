import { createSignal } from 'solid-js'
import { thaiDigits } from '../../plugins/kit/text.ts'
import { language } from '../device.ts'
import { unbroken } from './thai.ts'

const media = matchMedia('print')
const [onPaper, setOnPaper] = createSignal(media.matches)

// Browsers disagree on which of these they send before they lay the page out for paper.
media.addEventListener('change', () => setOnPaper(media.matches))
addEventListener('beforeprint', () => setOnPaper(true))
addEventListener('afterprint', () => setOnPaper(false))

/** The figures in a sentence: Thai digits on Thai paper, Arabic ones on every screen. Columns of sums keep Arabic digits everywhere. No word is cut. */
export function digits(sentence: string): string {
  return unbroken(onPaper() && language() === 'th' ? thaiDigits(sentence) : sentence)
}

/** Prints the page once the letters for paper are there; a browser does not wait for them by itself. */
export async function print(): Promise<void> {
  const sample = 'กA๑1'
  await Promise.all(['400 16px Sarabun', '600 16px Sarabun', '600 16px Trirong'].map((face) => document.fonts.load(face, sample)))
  window.print()
}
