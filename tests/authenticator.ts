import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A device that makes passkeys and answers with them, as far as a server can tell. */
export function authenticator({ origin, host = new URL(origin).hostname }: { origin: string; host?: string }) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const id = randomBytes(32)
  let counter = 0

  const clientData = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const UP_AND_VERIFIED = 0x05
  const ATTESTED = 0x40
  const authenticatorData = (flags: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE((counter += 1))
    return Buffer.concat([createHash('sha256').update(host).digest(), Buffer.from([flags]), count])
  }

  return {
    id: id.toString('base64url'),
    /** A clone that has fallen behind: it counts anew. */
    rewind: () => { counter = 0 },
    make(challenge: string) {
      const x = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
      const key = cbor(new Map<number, number | Buffer>([[1, 1], [3, -8], [-1, 6], [-2, x]])) // OKP, EdDSA, Ed25519
      const data = Buffer.concat([authenticatorData(UP_AND_VERIFIED | ATTESTED), Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
      const attestation = cbor(new Map<string, unknown>([['fmt', 'none'], ['attStmt', new Map()], ['authData', data]]))
      return { id: this.id, clientData: clientData('webauthn.create', challenge).toString('base64url'), attestation: attestation.toString('base64url'), transports: ['internal'] }
    },
    answer(challenge: string, flags = UP_AND_VERIFIED) {
      const [client, data] = [clientData('webauthn.get', challenge), authenticatorData(flags)]
      const signature = sign(null, Buffer.concat([data, createHash('sha256').update(client).digest()]), privateKey)
      return { id: this.id, clientData: client.toString('base64url'), authenticatorData: data.toString('base64url'), signature: signature.toString('base64url') }
    },
  }
}

/** As much of CBOR as a passkey is written in. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Map) return Buffer.concat([head(5, value.size), ...[...value].flat().map(cbor)])
  throw new Error('a passkey holds no such thing')
}

function head(major: number, length: number): Buffer {
  return length < 24 ? Buffer.from([(major << 5) | length]) : Buffer.from([(major << 5) | 24, length])
}
