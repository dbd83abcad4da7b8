import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

/** A key of hexadecimal digits as people compare it: five groups of four, by telephone or from a sheet of paper. */
export const fingerprintOf = (key: string): string => bytesToHex(sha256(hexToBytes(key))).slice(0, 20).match(/.{4}/g)?.join(' ') ?? ''
