import { TODAY } from '../cast.ts'
import { desk, fund, join, key } from './desk.ts'

export const claims = `${fund}/claims`
export const resolution = { number: '11/2569', heldOn: TODAY }

/** The desk with an approver, and a member who joined in January: 200 baht a night for them, at most 1,000 a year. */
export async function claimsDesk(options?: Parameters<typeof desk>[0]) {
  const scene = await desk(options)
  const approver = await scene.colleague('approver')
  await approver.signIn()
  return { ...scene, approver, member: await join(scene) }
}

export type ClaimsDesk = Awaited<ReturnType<typeof claimsDesk>>

export const stay = (memberId: string, dischargedOn: string, nights: number, more: object = {}) => ({ memberId, benefitId: 'hospital', answers: { dischargedOn, nights }, ...more })

export const eligible = (satang: number) => ({ outcome: 'eligible', lowSatang: satang, highSatang: satang })

/** Enters a claim at the counter, and gives it as answered. */
export async function submit({ clerk, member }: Pick<ClaimsDesk, 'clerk' | 'member'>, dischargedOn = '2026-11-20', nights = 3, more: object = {}) {
  const res = await clerk.post(claims, stay(member.id, dischargedOn, nights, more), key())
  if (res.status !== 201) throw new Error(await res.text())
  return res.json()
}

export const approval = (satang: number, more: object = {}) => ({ outcome: 'approved', amountSatang: satang, resolution, seen: eligible(satang), ...more })

/** A claim that was approved as the rules say. */
export async function approved(scene: ClaimsDesk, dischargedOn = '2026-11-20', nights = 3) {
  const { id } = await submit(scene, dischargedOn, nights)
  const res = await scene.approver.post(`${claims}/${id}/decision`, approval(nights * 20_000))
  if (res.status !== 201) throw new Error(await res.text())
  return res.json()
}
