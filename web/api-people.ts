import { query } from '@solidjs/router'
import { hc, type ClientResponse, type InferRequestType } from 'hono/client'
import type { acceptanceRoutes, invitationsRoutes } from '../server/invitations/routes.ts'
import type { meRoutes } from '../server/me/routes.ts'
import type { peopleRoutes } from '../server/people/routes.ts'
import type { sessionRoutes } from '../server/session/routes.ts'
import { body, type Told } from './api.ts'
import type { PasskeyCreation, PasskeyRequest } from './passkey.ts'

const session = hc<typeof sessionRoutes>('/api/session')
const me = hc<typeof meRoutes>('/api/me')
const fund = hc<typeof peopleRoutes>('/api/funds/:fund')
const invitations = hc<typeof invitationsRoutes>('/api/funds/:fund').invitations
const invitation = hc<typeof acceptanceRoutes>('/api/invitations')

/** An act whose answer is empty. */
async function done(asking: Promise<ClientResponse<unknown, number, string>>): Promise<void> {
  const answer = await asking
  if (!answer.ok) await body(Promise.resolve(answer))
}

export const getSession = query(() => body(session.index.$get()), 'session')
export const signIn = (phone: string, password: string) => body(session.index.$post({ json: { phone, password } }))
export const signOut = () => done(session.index.$delete())
// The client's mapping of JSON types does not follow those of WebAuthn.
export const askForPasskey = async () => await body(session.challenge.$post()) as unknown as PasskeyRequest
export const signInWithPasskey = (json: InferRequestType<typeof session.passkey.$post>['json']) => body(session.passkey.$post({ json }))

export type Account = Told<Awaited<ReturnType<typeof me.index.$get>>>
export type OwnSession = Told<Awaited<ReturnType<typeof me.sessions.$get>>>['sessions'][number]

export const getAccount = query(() => body(me.index.$get()), 'account')
export const getSessions = query(async () => (await body(me.sessions.$get())).sessions, 'sessions')
export const endSession = (id: string) => done(me.sessions[':session'].$delete({ param: { session: id } }))
export const setPassword = (json: InferRequestType<typeof me.password.$put>['json']) => done(me.password.$put({ json }))
export const offerPasskey = async () => await body(me.passkeys.challenge.$post()) as unknown as PasskeyCreation // as above
export const addPasskey = (json: InferRequestType<typeof me.passkeys.$post>['json']) => body(me.passkeys.$post({ json }))
export const removePasskey = (id: string) => body(me.passkeys[':passkey'].$delete({ param: { passkey: id } }))

export type Invitation = Told<Awaited<ReturnType<typeof invitation.reading.$post>>>
export type Acceptance = InferRequestType<typeof invitation.acceptance.$post>['json']

export const getInvitation = query((token: string) => body(invitation.reading.$post({ json: { token } })), 'invitation')
export const offerPasskeyTo = async (token: string, name: string) => await body(invitation.challenge.$post({ json: { token, name } })) as unknown as PasskeyCreation // as above
export const accept = (json: Acceptance) => body(invitation.acceptance.$post({ json }))

export type Colleagues = Told<Awaited<ReturnType<typeof fund.people.$get>>>
export type Role = Colleagues['people'][number]['roles'][number]
export type MadeInvitation = Told<Awaited<ReturnType<typeof invitations.$post>>>

export const getPeople = query((slug: string) => body(fund.people.$get({ param: { fund: slug } })), 'people')
export const giveRole = (slug: string, person: string, role: Role) => body(fund.people[':person'].roles[':role'].$put({ param: { fund: slug, person, role } }))
export const takeRole = (slug: string, person: string, role: Role) => body(fund.people[':person'].roles[':role'].$delete({ param: { fund: slug, person, role } }))
export const getInvitations = query(async (slug: string) => (await body(invitations.$get({ param: { fund: slug } }))).invitations, 'invitations')
export const invite = (slug: string, name: string, role: Role) => body(invitations.$post({ param: { fund: slug }, json: { name, role } }))
export const takeBack = (slug: string, id: string) => done(invitations[':invitation'].$delete({ param: { fund: slug, invitation: id } }))
