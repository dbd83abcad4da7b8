import { hc } from 'hono/client'
import type { regulationsRoutes } from '../server/regulations/routes.ts'
import { ApiTrouble, body } from './api.ts'
import type { Language } from './device.ts'
import { trouble as en } from './text/en/trouble.ts'
import { trouble as th } from './text/th/trouble.ts'

const { picture } = hc<ReturnType<typeof regulationsRoutes>>('/api/funds/:fund').regulations

type Form = 'regulation' | 'notice'

/** Where the regulation in force and its notice are as PDF. */
export const paperAddress = (fund: string, form: Form, language: Language) => `/api/funds/${fund}/regulations/paper?form=${form}&language=${language}`

/** Where one of a fund's regulations is as a file, for a draft of any fund. */
export const regulationFileAddress = (fund: string, number: number) => `/api/funds/${fund}/regulations/${number}/file`

/** Where a draft is as PDF. */
export const draftPaperAddress = (fund: string, draft: string, form: Form, language: Language) => `/api/funds/${fund}/drafts/${draft}/paper?form=${form}&language=${language}`

/** The notice cut for telephones, as SVG. */
export async function getPicture(fund: string, language: Language): Promise<string> {
  const answer = await picture.$get({ param: { fund }, query: { language } }).catch((cause: unknown) => { throw new ApiTrouble({ th: th.unreachable, en: en.unreachable }, { cause }) })
  if (!answer.ok) await body(Promise.resolve(answer)) // which throws what the server says
  return answer.text()
}
