import { z } from 'zod'
import { arabicDigits, cleanText, type Lang, type Text } from './text.ts'

/** The most that one amount may be, in satang: a thousand million baht. */
const SATANG_MAX = 100_000_000_000

/** An amount of money in whole satang, 100 to the baht, from 0 to 10^11. */
export const Satang = z.int().min(0).max(SATANG_MAX)
export type Satang = z.infer<typeof Satang>

/** "1,000", with satang only where there are any: "1,000.50"; what is taken off has a minus sign: "−400". */
export function formatAmount(satang: number): string {
  const baht = Math.floor(Math.abs(satang) / 100).toLocaleString('en-US')
  const rest = Math.abs(satang) % 100
  return `${satang < 0 ? '−' : ''}${baht}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

/** "1,000 บาท", "1,000.50 baht". */
export function formatBaht(satang: number, lang: Lang): string {
  return `${formatAmount(satang)} ${{ th: 'บาท', en: 'baht' }[lang]}`
}

/** As written on receipts and vouchers: "หนึ่งร้อยเอ็ดบาทห้าสิบสตางค์", "one hundred and one baht and fifty satang only". */
export function bahtInWords(satang: Satang, lang: Lang): string {
  const baht = Math.floor(satang / 100)
  const rest = satang % 100
  if (lang === 'th') {
    const whole = baht > 0 || rest === 0 ? `${thaiNumber(baht)}บาท` : ''
    return rest > 0 ? `${whole}${thaiNumber(rest)}สตางค์` : `${whole}ถ้วน`
  }
  const said = [...(baht > 0 || rest === 0 ? [`${englishNumber(baht)} baht`] : []), ...(rest > 0 ? [`${englishNumber(rest)} satang`] : [])]
  return `${said.join(' and ')} only`
}

const THAI_DIGITS = ['', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า']
const THAI_PLACES = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน']

function thaiNumber(n: number): string {
  if (n === 0) return 'ศูนย์'
  if (n >= 1_000_000) return `${thaiNumber(Math.floor(n / 1_000_000))}ล้าน${thaiBelowMillion(n % 1_000_000, true)}`
  return thaiBelowMillion(n, false)
}

/** A 1 in the units is เอ็ด wherever anything stands before it, even millions; a 1 in the tens is not said and a 2 there is ยี่. */
function thaiBelowMillion(n: number, afterMillions: boolean): string {
  const digits = String(n)
  return [...digits].map((digit, at) => {
    const place = digits.length - 1 - at
    if (digit === '1' && place === 0 && (n > 1 || afterMillions)) return 'เอ็ด'
    if (place === 1 && (digit === '1' || digit === '2')) return digit === '1' ? 'สิบ' : 'ยี่สิบ'
    return digit === '0' ? '' : `${THAI_DIGITS[Number(digit)]}${THAI_PLACES[place]}`
  }).join('')
}

const ENGLISH_SMALL = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const ENGLISH_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ENGLISH_SCALES = [[1_000_000_000, 'billion'], [1_000_000, 'million'], [1000, 'thousand'], [100, 'hundred']] as const

function englishNumber(n: number): string {
  const scale = ENGLISH_SCALES.find(([size]) => n >= size)
  if (scale) {
    const [size, name] = scale
    const rest = n % size
    const joint = rest < 100 ? ' and ' : ' '
    return `${englishNumber(Math.floor(n / size))} ${name}${rest === 0 ? '' : `${joint}${englishNumber(rest)}`}`
  }
  if (n < 20) return ENGLISH_SMALL[n] ?? ''
  return `${ENGLISH_TENS[Math.floor(n / 10)]}${n % 10 === 0 ? '' : `-${ENGLISH_SMALL[n % 10]}`}`
}

type BahtRead = { ok: true; satang: Satang } | { ok: false; problem: Text }

const AMOUNT = /^(?:฿ ?)?(?<baht>\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(?<satang>\d{1,2})|\.-)?(?: ?บาท(?:ถ้วน)?| ?baht)?$/

/** An amount as a volunteer types it: 1,000, ๑,๐๐๐, 1000.50, ฿1,000, 1,000 บาท, 500.-; with a refusal that says what is wrong. */
export function readBaht(text: string): BahtRead {
  if (text.length > 60) return UNREADABLE
  const typed = arabicDigits(cleanText(text)).trim().toLowerCase()
  if (typed === '') return refused('ยังไม่ได้กรอกจำนวนเงิน', 'No amount has been entered')
  if (/^(?:฿ ?)?[-−–]/.test(typed)) return refused('จำนวนเงินติดลบไม่ได้', 'An amount cannot be below zero')
  if (/\.\d{3,}/.test(typed)) return refused('สตางค์มีได้ไม่เกินสองหลัก เช่น 1,000.50', 'Satang have at most two digits, such as 1,000.50')
  const parts = AMOUNT.exec(typed)?.groups
  if (!parts && typed.includes(',')) return refused('เครื่องหมาย , อยู่ผิดที่ โปรดพิมพ์ 1,000 หรือ 1000', 'The comma is in the wrong place. Type 1,000 or 1000')
  if (!parts) return UNREADABLE
  const satang = Number(parts['baht']?.replaceAll(',', '')) * 100 + Number((parts['satang'] ?? '').padEnd(2, '0'))
  if (satang > SATANG_MAX) return refused('จำนวนเงินเกิน 1,000 ล้านบาท', 'The amount is above a thousand million baht')
  return { ok: true, satang }
}

const refused = (th: string, en: string) => ({ ok: false as const, problem: { th, en } })
const UNREADABLE = refused('อ่านจำนวนเงินนี้ไม่ออก โปรดพิมพ์ตัวเลข เช่น 1,000 หรือ 1,000.50', 'This cannot be read as an amount. Type digits, such as 1,000 or 1,000.50')

/**
 * So many percent of an amount, exactly, rounded once at the end to whole satang or whole baht. The percentage has at most four decimals.
 * Throws RangeError for a percentage below 0 or with more decimals.
 */
export function percentOf(satang: number, percent: number, rounding: { to: 'satang' | 'baht'; how: 'down' | 'up' | 'halfUp' }): number {
  const tenThousandths = Math.round(percent * 10_000)
  if (!(percent >= 0) || tenThousandths / 10_000 !== percent) throw new RangeError(`not a percentage of at most four decimals: ${percent}`)
  const unit = rounding.to === 'baht' ? 100n : 1n
  const product = BigInt(satang) * BigInt(tenThousandths)
  const divisor = 1_000_000n * unit
  const raised = { down: 0n, up: divisor - 1n, halfUp: divisor / 2n }[rounding.how]
  return Number(((product + raised) / divisor) * unit)
}
