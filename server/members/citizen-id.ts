import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { arabicDigits, CleanString } from '../../plugins/kit/text.ts'

/**
 * Thirteen digits, of which the last checks the others; spaces, hyphens and Thai digits are understood. The check never notices an
 * error in the third digit, so an equal number is a reason to look, not to merge two people. None that begins with 0 is ever issued.
 */
export const CitizenId = CleanString.max(40)
  .overwrite((text) => arabicDigits(text).replaceAll(/[\s-]/g, ''))
  .refine(isCitizenId, {
    error: 'this is not a citizen ID: check the thirteen digits',
    params: { th: 'เลขประจำตัวประชาชนไม่ถูกต้อง โปรดตรวจตัวเลขทั้งสิบสามหลัก', en: 'this is not a citizen ID: check the thirteen digits' },
  })

export function isCitizenId(text: string): boolean {
  return /^\d{13}$/.test(text) && text === withCheckDigit(text.slice(0, 12))
}

/** Twelve digits and the one that checks them. */
export function withCheckDigit(twelve: string): string {
  const sum = Array.from(twelve).reduce((total, digit, at) => total + Number(digit) * (13 - at), 0)
  return `${twelve}${(11 - (sum % 11)) % 10}`
}

/** "x-xxxx-xxxx3-12-1": enough to tell two papers apart, not enough to use. */
export const maskCitizenId = (id: string) => `x-xxxx-xxxx${id.slice(9, 10)}-${id.slice(10, 12)}-${id.slice(12)}`

/** Whose citizen ID it is: sealed for one member of one fund, it opens for nobody else. */
interface Of {
  fundId: string
  memberId: string
}

/** Keeps citizen IDs unreadable at rest. What is sealed opens with the installation's secret alone. */
export interface CitizenIds {
  seal(id: string, of: Of): string
  open(sealed: string, of: Of): string
  /** By which an ID is unique within a fund; two funds' hashes of one ID have nothing in common. */
  hash(id: string, fundId: string): string
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

export function keepCitizenIds(secret: string): CitizenIds {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `sajja citizen id: ${use}`, 32))
  const sealing = keyFor('seal')
  const hashing = keyFor('hash')
  const about = ({ fundId, memberId }: Of) => Buffer.from(`${fundId} ${memberId}`)

  return {
    seal(id, of) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(about(of))
      const text = Buffer.concat([cipher.update(id, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
    },
    open(sealed, of) {
      const bytes = Buffer.from(sealed, 'base64url')
      const nonce = bytes.subarray(0, NONCE_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', sealing, nonce).setAAD(about(of)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
    },
    hash: (id, fundId) => createHmac('sha256', hashing).update(`${fundId} ${id}`).digest('base64url'),
  }
}
