import { lookUpAllotment } from '../../api-receipts.ts'
import { ApiTrouble } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { receipts as en } from '../../text/en/receipts.ts'
import { receipts as th } from '../../text/th/receipts.ts'
import { stretchName } from './receipt-lines.ts'

const words = inLanguage({ th, en })

/** What so many instalments would pay for, in words, and what they come to; or why nobody can say. */
interface PaidFor {
  totalSatang: number
  covers?: string
  refusal?: string
}

/** Asks the server, which takes the money in by the same reckoning. A refusal is part of the answer: what was typed stays. */
export async function allotmentOf(fund: string, member: string, instalments: number): Promise<PaidFor> {
  try {
    const { allotments, totalSatang } = await lookUpAllotment(fund, member, instalments)
    return { totalSatang, covers: words().covers(allotments.map((each) => stretchName(each, language())).join(', ')) }
  } catch (error) {
    if (!(error instanceof ApiTrouble)) throw error
    return { totalSatang: 0, refusal: (error.places[0]?.text ?? error.text)[language()] }
  }
}
