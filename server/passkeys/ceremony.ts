import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import type { GateRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import type { Answer, NewPasskey } from './passkey.ts'
import { findPasskey, listPasskeysOf, saveChallenge, savePasskeyUse, takeChallenge, type KeptPasskey } from './queries.ts'

const SIGN_IN = 'sign-in'

/** A passkey belongs to the host name that people open. */
const hostOf = (origin: string) => new URL(origin).hostname

/** Begins a sign-in: any passkey of this host may answer, so nobody says beforehand who they are. */
export async function askForPasskey(rows: GateRows, origin: string, now: Date) {
  const request = await generateAuthenticationOptions({ rpID: hostOf(origin), userVerification: 'required' })
  await saveChallenge(rows, request.challenge, SIGN_IN, now)
  return request
}

/** Whose passkey has answered. */
export async function verifyPasskey(rows: GateRows, { id, clientData, authenticatorData, signature }: Answer, origin: string, now: Date): Promise<string> {
  const challenge = await challengeOf(rows, clientData, SIGN_IN, now)
  const kept = await findPasskey(rows, id)
  if (!kept) throw new Problem('passkey-refused')

  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON: clientData, authenticatorData, signature } },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    credential: { id, publicKey: new Uint8Array(Buffer.from(kept.publicKey, 'base64url')), counter: kept.counter, transports: kept.transports },
  }).catch(refuse)
  if (!verified) throw new Problem('passkey-refused')

  await savePasskeyUse(rows, id, authenticationInfo.newCounter, now)
  return kept.personId
}

/** Begins the making of a passkey for somebody: `purpose` says for whom, and is asked again when it is made. */
export async function offerPasskey(rows: GateRows, { name, personId }: { name: string; personId?: string }, purpose: string, origin: string, now: Date) {
  const own = personId === undefined ? [] : await listPasskeysOf(rows, personId)
  const creation = await generateRegistrationOptions({
    rpName: 'สัจจะ · Sajja',
    rpID: hostOf(origin),
    userName: name,
    userDisplayName: name,
    attestationType: 'none',
    excludeCredentials: own.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await saveChallenge(rows, creation.challenge, purpose, now)
  return creation
}

/** The passkey that was made, to be kept for a person. */
export async function verifyNewPasskey(rows: GateRows, { id, clientData, attestation, transports }: NewPasskey, purpose: string, origin: string, now: Date): Promise<Omit<KeptPasskey, 'personId'>> {
  const challenge = await challengeOf(rows, clientData, purpose, now)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON: clientData, attestationObject: attestation, transports } },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
  }).catch(refuse)
  if (!verified || await findPasskey(rows, id)) throw new Problem('passkey-refused')

  const { publicKey, counter } = registrationInfo.credential
  return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports }
}

const ClientData = z.object({ challenge: z.string() })

/** The challenge that was answered, of those that were asked for this purpose and not answered yet. */
async function challengeOf(rows: GateRows, clientData: string, purpose: string, now: Date): Promise<string> {
  const read = ClientData.safeParse(parseJson(Buffer.from(clientData, 'base64url').toString()))
  if (!read.success || !await takeChallenge(rows, read.data.challenge, purpose, now)) throw new Problem('passkey-refused')
  return read.data.challenge
}

function parseJson(text: string): unknown {
  try { return JSON.parse(text) } catch { return undefined }
}

/** The library throws at whatever is not as it should be; what it says is for us and not for a stranger. */
function refuse(cause: unknown): never {
  throw new Problem('passkey-refused', [], { cause })
}
