import { hash, verify } from '@node-rs/argon2'
import { BadInput } from '../../plugins/kit/bad-input.ts'
import { Problem } from '../http/problem.ts'

const LENGTH_MIN = 15
const LETTERS_MIN = 6
const AT_ONCE_MAX = 4
const WAITING_MAX = 100

/** What a guesser tries first. The longer ones stand first, so that nothing of them is left over. */
const GUESSED = [
  'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', '1234567890', '0987654321', 'asdfghjkl', 'zxcvbnm', 'qazwsxedc', '1q2w3e4r5t', 'password', 'passw0rd', 'iloveyou', 'welcome', 'letmein', 'thailand',
  'admin', 'sajja', 'fund', 'ฟหกดเ้่าสว', 'ๆไำพะัีรนยบล', 'กขคงจฉชซ', 'สวัสดิการ', 'รหัสผ่าน', 'กรรมการ', 'สวัสดี', 'กองทุน', 'ชุมชน', 'สัจจะ', 'ตำบล',
]

/** Refuses a new password that is short or among the first to be guessed: of the usual ones, or of its owner's own name and number. */
export function checkNewPassword(password: string, owner: { name: string; phone: string }) {
  if ([...password].length < LENGTH_MIN) {
    throw new BadInput('password', { th: `รหัสผ่านต้องยาวอย่างน้อย ${LENGTH_MIN} ตัวอักษร ใช้วลียาว ๆ ที่จำง่ายได้`, en: `a password has at least ${LENGTH_MIN} characters; a long phrase that is easy to remember will do` })
  }
  if (isGuessed(password, [owner.phone, ...owner.name.split(/\s+/)])) {
    throw new BadInput('password', { th: 'รหัสผ่านนี้เดาง่าย ใช้วลีที่ไม่มีชื่อ เบอร์โทร หรือคำที่ซ้ำกัน', en: 'this password is easily guessed: use a phrase without your name, your number or repeated words' })
  }
}

function isGuessed(password: string, own: readonly string[]): boolean {
  const letters = password.toLowerCase().replace(/[^\p{L}\p{M}\d]/gu, '')
  const left = [...own.map((word) => word.toLowerCase()).filter((word) => word.length >= 3), ...GUESSED].reduce((rest, word) => rest.replaceAll(word, ''), unrepeated(letters))
  return new Set(left).size < LETTERS_MIN
}

/** abcabcabc → abc */
function unrepeated(letters: string): string {
  const period = (letters + letters).indexOf(letters, 1)
  return letters.slice(0, period)
}

/** argon2id with 19 MiB, two passes: the recommendation of OWASP. */
export const hashPassword = (password: string) => inTurn(() => hash(password))

/** Whether this is the password. Where there is none to compare with, it takes as long to say no. */
export const isPassword = async (password: string, stored: string | null | undefined) => {
  const matches = await inTurn(async () => verify(stored ?? await nobodys, password))
  return matches && typeof stored === 'string'
}

const nobodys = hash('a password that nobody has')

let running = 0
const waiting: (() => void)[] = []

/** A hash takes 19 MiB and a core: a few at a time, and a bounded line behind them. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= WAITING_MAX) throw new Problem('unavailable')
  if (running >= AT_ONCE_MAX) await new Promise<void>((resolve) => { waiting.push(resolve) })
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
