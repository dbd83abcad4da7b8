import { formatBaht } from '../../../plugins/kit/money.ts'
import { rangeBaht } from '../../../plugins/kit/range-text.ts'
import type { Claim, Finding } from '../../api-claims.ts'
import { inLanguage, language } from '../../device.ts'
import { claims as en } from '../../text/en/claims.ts'
import { claims as th } from '../../text/th/claims.ts'
import type { Tone } from '../../ui/slip.tsx'

const words = inLanguage({ th, en })
const say = (th: string, en: string) => ({ th, en })[language()]

export const TONES: Record<Finding['outcome'], Tone> = { eligible: 'yes', ineligible: 'no', incomplete: 'ask', judgement: 'pen' }

/** What the rules said last: today while it waits, and afterwards when it was decided. */
export const lastTold = (claim: Claim): Claim['asJudged'] => claim.current ?? claim.asDecided ?? claim.asJudged

/** What the rules say, in a word and an amount. */
export function findingWords({ outcome, lowSatang, highSatang }: Finding): string {
  switch (outcome) {
    case 'eligible': return lowSatang > 0 ? words().finding.eligible(formatBaht(lowSatang, language())) : words().finding.inKind
    case 'judgement': return highSatang > 0 ? words().finding.judgement(rangeBaht({ low: lowSatang, high: highSatang }, { lang: language(), say })) : words().finding.judgementOpen
    default: return words().finding[outcome]
  }
}
