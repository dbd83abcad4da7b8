import { createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { Cases } from '../../plugins/kit/cases.ts'
import { error, type Finding } from '../../plugins/kit/finding.ts'
import { findingsOf, newerFormat } from '../../plugins/kit/issue.ts'
import { readJson } from '../../plugins/kit/json.ts'
import type { Pack } from '../../plugins/kit/pack.ts'
import { FILE_BYTES_MAX, isOver, tooLarge } from '../../plugins/kit/pack-bounds.ts'
import { personalDataIn } from '../../plugins/kit/personal-data.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { Name } from '../../plugins/kit/value.ts'
import { Slug } from '../funds/fund.ts'

const FILE_FORMAT = 'sajja/file@1'

/** What every file begins with, of whatever version. */
const BEGINNING = '{"format":"sajja/file@'

const said = {
  format: z.literal(FILE_FORMAT),
  /** Whose it is, as whoever signed it says. */
  origin: z.strictObject({ kind: z.enum(['plugin', 'fund', 'network']), slug: Slug, name: Name, host: z.url({ protocol: /^https?$/ }).max(200) }),
  signedAt: z.iso.datetime(),
  /** The public half of the key that signed it (Ed25519). */
  key: z.string().regex(/^[0-9a-f]{64}$/, 'a key is 64 hexadecimal digits'),
  signature: z.string().regex(/^[0-9a-f]{128}$/, 'a signature is 128 hexadecimal digits'),
}
const Content = z.record(z.string(), z.unknown())

/** A pack or regulation on its way from one host to another; see docs/files.md. What is in it is as it came: it is judged by whoever takes it in. */
const SignedFile = z.discriminatedUnion('kind', [
  z.strictObject({ ...said, kind: z.literal('pack'), content: Content, cases: Content.optional() }),
  z.strictObject({ ...said, kind: z.literal('regulation'), content: Content }),
])
export type SignedFile = z.infer<typeof SignedFile>

type FileRead = { ok: true; file: SignedFile } | { ok: false; findings: Finding[] }

/** What a host signs with. */
export interface HostKey {
  secret: KeyObject
  key: string
}

/** The 16 bytes that stand before the 32 of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key of a host, which follows from its secret: the same after every start, and kept nowhere. */
export function hostKeyOf(installationSecret: string): HostKey {
  const seed = Buffer.from(hkdfSync('sha256', installationSecret, '', 'sajja signed file', 32))
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' })
  return { secret, key: Buffer.from(x, 'base64url').toString('hex') }
}

/** What is put into a file. */
export type Filed = Pick<SignedFile, 'origin' | 'signedAt'> & ({ kind: 'pack'; content: Pack; cases?: Cases } | { kind: 'regulation'; content: Regulation })

/** A file's text, signed by the host. */
export function signFile({ kind, origin, signedAt, ...rest }: Filed, { secret, key }: HostKey): string {
  const all = { format: FILE_FORMAT, kind, origin, ...rest, signedAt, key }
  return JSON.stringify({ ...all, signature: sign(null, Buffer.from(JSON.stringify(all)), secret).toString('hex') })
}

/**
 * Reads a file's text. Refused are a later format, what has another shape, and what is not to the last byte what the key in it has signed:
 * other spaces, another order, a key that stands twice. What the content says is not looked at.
 */
export function readSignedFile(text: string): FileRead {
  if (isOver(text, FILE_BYTES_MAX)) return { ok: false, findings: [tooLarge(FILE_BYTES_MAX)] }
  const read = readJson(text)
  if (!read.ok) return { ok: false, findings: text.startsWith(BEGINNING) ? [...read.findings, tampered] : read.findings }
  const later = newerFormat(z.object({ format: z.unknown() }).safeParse(read.value).data?.format, FILE_FORMAT)
  if (later) return { ok: false, findings: [error(later.code, 'format', later.th, later.en)] }
  const shaped = SignedFile.safeParse(read.value)
  if (!shaped.success) return { ok: false, findings: findingsOf(shaped.error, read.value) }
  const findings = isAsSigned(text, read.value as SignedFile) ? [...personalDataIn(shaped.data.origin, 'origin')] : [tampered] // it has just been found to be one
  return findings.length > 0 ? { ok: false, findings } : { ok: true, file: shaped.data }
}

const tampered = error('tampered', '', 'ไฟล์นี้ถูกแก้ หรือเสียหาย หลังออกจากต้นทาง ขอไฟล์ใหม่จากผู้ส่ง', 'this file was changed, or damaged, after it left its sender: ask for it again')

function isAsSigned(text: string, { signature, ...said }: SignedFile): boolean {
  if (text !== JSON.stringify({ ...said, signature })) return false
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(said.key, 'hex').toString('base64url') }, format: 'jwk' })
  return verify(null, Buffer.from(JSON.stringify(said)), key, Buffer.from(signature, 'hex'))
}
