import { z } from '@hono/zod-openapi'
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { declared } from '../http/room.ts'

const bytes = (max: number) => z.string().regex(/^[\w-]+$/, 'bytes are written as base64url').max(max)

export const PasskeyId = bytes(1400)

/** What a browser asks a passkey for, to sign in. */
export const Challenge = declared<PublicKeyCredentialRequestOptionsJSON>(
  'PasskeyRequest',
  'PublicKeyCredentialRequestOptions of WebAuthn, in its JSON form.',
  { challenge: { type: 'string' }, rpId: { type: 'string' } },
)

/** What a browser asks a device for, to make a passkey. */
export const Creation = declared<PublicKeyCredentialCreationOptionsJSON>(
  'PasskeyCreation',
  'PublicKeyCredentialCreationOptions of WebAuthn, in its JSON form.',
  { challenge: { type: 'string' } },
)

/** A passkey's answer to a challenge: what WebAuthn's assertion holds, its bytes as base64url. */
export const Answer = z.strictObject({
  id: PasskeyId,
  clientData: bytes(4000),
  authenticatorData: bytes(4000),
  signature: bytes(2000),
}).openapi('PasskeyAnswer')
export type Answer = z.infer<typeof Answer>

/** A new passkey: what WebAuthn's attestation holds, its bytes as base64url. */
export const NewPasskey = z.strictObject({
  id: PasskeyId,
  clientData: bytes(4000),
  attestation: bytes(20_000),
  transports: z.array(z.string().max(20)).max(10),
}).openapi('NewPasskey')
export type NewPasskey = z.infer<typeof NewPasskey>

/** A passkey as its owner sees it. */
export const Passkey = z.strictObject({
  id: z.string(),
  /** The browser it was made with. */
  device: z.string(),
  madeAt: z.iso.datetime(),
  usedAt: z.iso.datetime(),
}).openapi('Passkey')
export type Passkey = z.infer<typeof Passkey>
