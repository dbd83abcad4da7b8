import { browserSupportsWebAuthn, startAuthentication, startRegistration, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { ApiTrouble } from './api.ts'
import { people as en } from './text/en/people.ts'
import { people as th } from './text/th/people.ts'

/** What a server asks of a passkey, and of the device that makes one. */
export type PasskeyRequest = PublicKeyCredentialRequestOptionsJSON
export type PasskeyCreation = PublicKeyCredentialCreationOptionsJSON

/** Whether a passkey can be used here: a browser binds one to a name, and an address of numbers is none. */
export const passkeysWork = () => browserSupportsWebAuthn() && !/^[\d.:[\]]+$/.test(location.hostname)

/** Lets a passkey of this device answer. */
export async function answerWithPasskey(request: PasskeyRequest) {
  const { id, response } = await startAuthentication({ optionsJSON: request }).catch(notConfirmed)
  return { id, clientData: response.clientDataJSON, authenticatorData: response.authenticatorData, signature: response.signature }
}

/** Makes a passkey on this device. */
export async function makePasskey(creation: PasskeyCreation) {
  const { id, response } = await startRegistration({ optionsJSON: creation }).catch(notConfirmed)
  return { id, clientData: response.clientDataJSON, attestation: response.attestationObject, transports: response.transports ?? [] }
}

/** Browsers do not tell why: the person declined, waited too long, or has none. */
function notConfirmed(cause: unknown): never {
  throw new ApiTrouble({ th: th.notConfirmed, en: en.notConfirmed }, { cause })
}
