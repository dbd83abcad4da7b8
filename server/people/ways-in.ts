import type { Doors } from '../db/scope.ts'
import { closeTrial, hasOperator, makeTrialPeople, TRIAL_PASSWORD, type TrialPerson } from './trial.ts'

/** The sample funds that have people to be tried as. */
const TRIAL_FUNDS = ['kamala', 'thep-krasattri']

/** What a start says of how to get in. A trial has people for every role; a start in earnest has none but those who were invited. */
export async function waysIn(doors: Doors, { isTrial, origin }: { isTrial: boolean; origin: string }, now: Date): Promise<string> {
  if (isTrial) return trialPeople(await makeTrialPeople(doors, TRIAL_FUNDS, now), origin)

  await closeTrial(doors)
  if (await hasOperator(doors)) return ''
  return 'ยังไม่มีผู้ดูแลระบบ สร้างคำเชิญคนแรกด้วย npm run fund -- operator ชื่อ\nThere is no operator yet. Invite the first one: npm run fund -- operator NAME\n'
}

function trialPeople(people: readonly TrialPerson[], origin: string): string {
  const lines = people.map(({ phone, name, role, fund }) => `  ${phone}  ${name} · ${role.th} · ${role.en}${fund === undefined ? '' : ` · ${fund}`}`)
  return [`\nลองเข้าใช้เป็นคนเหล่านี้ได้ที่ ${origin}/sign-in รหัสผ่านของทุกคนคือ ${TRIAL_PASSWORD}`, `To try it, sign in there as one of these people; everyone’s password is ${TRIAL_PASSWORD}`, ...lines].join('\n')
}
