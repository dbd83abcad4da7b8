import { formatDay } from '../../plugins/kit/day.ts'
import type { Vocabulary } from '../../plugins/kit/plugin.ts'
import type { Text } from '../../plugins/kit/text.ts'
import { isDeepStrictEqual } from 'node:util'
import { differenceOf } from '../regulations/difference.ts'
import type { Change } from './apply.ts'
import type { FundProfile, FundSettings } from './fund.ts'

/** A change in sentences that a committee could read out. */
export function sentencesOf(change: Change, vocabulary: Vocabulary): Text[] {
  switch (change.kind) {
    case 'fund': return [{ th: 'เพิ่มกองทุนใหม่', en: 'A new fund' }, ...change.profiles.map(introduce)]
    case 'profiles': return profilesInSentences(change.before, change.profiles)
    case 'settings': return settingsInSentences(change.before, change.settings)
    case 'publication': {
      const { fromOn, resolution, regulation } = change.publication
      const head = {
        th: `ประกาศใช้ ${regulation.title.th} ตั้งแต่ ${formatDay(fromOn, 'th', 'long')} ตามมติที่ประชุม ครั้งที่ ${resolution.number}`,
        en: `${regulation.title.en} in force from ${formatDay(fromOn, 'en', 'long')}, by resolution ${resolution.number}`,
      }
      return [head, ...differenceOf(change.before, regulation, fromOn, vocabulary)]
    }
  }
}

function profilesInSentences(before: readonly FundProfile[], after: readonly FundProfile[]): Text[] {
  const gone = before.filter((profile) => after.every(({ from }) => from !== profile.from))
  const changed = after.filter((profile) => before.every((each) => !isDeepStrictEqual(each, profile)))
  return [
    ...gone.map(({ from }) => ({ th: `ลบข้อมูลกองทุนตั้งแต่ ${formatDay(from, 'th', 'long')}`, en: `What was told of the fund from ${formatDay(from, 'en', 'long')} is removed` })),
    ...changed.map(introduce),
  ]
}

function settingsInSentences(before: FundSettings | undefined, { contact, certifiersNeeded }: FundSettings): Text[] {
  const certified = certifiersNeeded === 0
    ? { th: 'คำขอไม่ต้องมีคนของศูนย์ลงชื่อรับรอง', en: 'A claim needs nobody of the centre to certify it' }
    : { th: `คำขอต้องมีคนของศูนย์ลงชื่อรับรอง ${certifiersNeeded} คน`, en: `A claim is certified by ${certifiersNeeded} of the centre` }
  return [
    ...(isDeepStrictEqual(before?.contact, contact) ? [] : [{ th: `ที่ติดต่อ: ${contact.th}`, en: `Where to ask: ${contact.en}` }]),
    ...(before?.certifiersNeeded === certifiersNeeded ? [] : [certified]),
  ]
}

function introduce({ from, name, localGovernment, kind, tambonCodes }: FundProfile): Text {
  const where = kind === 'network' ? { th: 'ของเครือข่ายเอง', en: 'the network’s own' } : { th: `ตำบล ${tambonCodes.join(', ')}`, en: `tambon ${tambonCodes.join(', ')}` }
  return {
    th: `ตั้งแต่ ${formatDay(from, 'th', 'long')}: ${name.th} · ${localGovernment.th} · ${where.th}`,
    en: `From ${formatDay(from, 'en', 'long')}: ${name.en} · ${localGovernment.en} · ${where.en}`,
  }
}
