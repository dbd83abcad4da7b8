import { amountFacts } from './evaluate.ts'
import type { Fact } from './fact.ts'
import type { FundTerms } from './fund-terms.ts'
import { lapseWords, MEMBER_FROM, YEAR_BEGINS } from './fund-words.ts'
import { CONTRIBUTION, glossaryOf } from './glossary.ts'
import { factsOf } from './grounds.ts'
import type { NoticeLine } from './notice-line.ts'
import { standingOf } from './pack.ts'
import type { Vocabulary } from './plugin.ts'
import { benefitsOf, type Regulation } from './regulation.ts'
import { capital } from './sentence.ts'
import type { Text } from './text.ts'
import { clauseOf, sentence, type Edition, type Unnumbered, type WrittenChapter, type WrittenClause } from './written-clause.ts'

/** หมวด ๑ บททั่วไป: what it is called, and what the fund means by its words. */
export function meaningsChapter(regulation: Regulation, edition: Edition, vocabulary: Vocabulary): Unnumbered<WrittenChapter> {
  const { title, fundTerms } = regulation
  return {
    title: { th: 'บททั่วไป', en: 'General' },
    clauses: [
      clauseOf({ th: 'ชื่อระเบียบ', en: 'Title' }, sentence(`ระเบียบนี้เรียกว่า “${title.th}”`, `These rules are called “${title.en}”.`)),
      clauseOf({ th: 'บทนิยาม', en: 'Meanings' }, ...meanings(regulation, edition, vocabulary)),
      ...(fundTerms.year ? [clauseOf({ th: 'รอบปี', en: 'The year' }, sentence(YEAR_BEGINS[fundTerms.year].th, YEAR_BEGINS[fundTerms.year].en))] : []),
      clauseOf({ th: 'การนับเวลา', en: 'How time is counted' }, ...countingTime(regulation)),
      arrears(fundTerms),
    ],
  }
}

function meanings({ fundTerms, packs }: Regulation, { fund }: Edition, vocabulary: Vocabulary): NoticeLine[] {
  const word = fundTerms.contributionWord ?? CONTRIBUTION
  const derived = packs.flatMap((adopted) => {
    const { fact } = glossaryOf(adopted, fundTerms, undefined, vocabulary)
    return Object.values(adopted.pack.facts ?? {}).flatMap((each) => ('sum' in each || 'difference' in each ? [derivedMeaning(each, fact)] : []))
  })
  return [
    sentence(`“กองทุน” หมายความว่า ${fund.th}`, `“The fund” means ${fund.en}.`),
    sentence(`“${word.th}” หมายความว่า เงินที่สมาชิกส่งเข้ากองทุน`, `“${capital(word.en)}” means what members pay into the fund.`),
    ...derived,
  ]
}

/** A fact that a pack reckons from two others: the days between two days, a sum, a difference. */
function derivedMeaning(reckoned: Extract<Fact, { sum: unknown } | { difference: unknown }>, fact: (id: string) => Fact): NoticeLine {
  const means = (th: string, en: string) => sentence(`“${reckoned.label.th}” หมายความว่า ${th}`, `“${capital(reckoned.label.en)}” means ${en}.`)
  const [one, other] = ('sum' in reckoned ? reckoned.sum : reckoned.difference).map(fact)
  if (!one || !other) throw new Error('a fact is reckoned from two')
  if ('sum' in reckoned) return means(`${one.label.th} รวมกับ${other.label.th}`, `${one.label.en} and ${other.label.en} together`)
  return one.type === 'day'
    ? means(`จำนวนวันนับแต่${other.label.th} ถึง${one.label.th}`, `the days from the ${other.label.en} to the ${one.label.en}`)
    : means(`${one.label.th} หักด้วย${other.label.th}`, `${one.label.en} less ${other.label.en}`)
}

const CLOCK: Record<FundTerms['clock'], Text> = {
  calendar: { th: 'เวลาเป็นปี เดือน และวัน นับตามปฏิทิน ไม่นับวันแรก', en: 'Years, months and days are counted by the calendar, the first day not counted.' },
  360: { th: 'เวลาเป็นปีและเดือน คิดจากจำนวนวัน ปีละ 360 วัน เดือนละ 30 วัน ไม่นับวันแรก เว้นแต่อายุ ซึ่งนับตามปฏิทิน', en: 'Years and months are reckoned from days, 360 to a year and 30 to a month, the first day not counted; age alone goes by the calendar.' },
  365: { th: 'เวลาเป็นปีและเดือน คิดจากจำนวนวัน ปีละ 365 วัน เดือนละ 30 วัน ไม่นับวันแรก เว้นแต่อายุ ซึ่งนับตามปฏิทิน', en: 'Years and months are reckoned from days, 365 to a year and 30 to a month, the first day not counted; age alone goes by the calendar.' },
}

function countingTime({ fundTerms, ...regulation }: Regulation): NoticeLine[] {
  const lines = [MEMBER_FROM[fundTerms.memberFrom], CLOCK[fundTerms.clock]]
  const { th, en } = fundTerms.contributionWord ?? CONTRIBUTION
  if (goesByContributions({ fundTerms, ...regulation })) {
    lines.push({ th: `เวลาที่ส่ง${th}แล้ว นับเฉพาะช่วงที่ส่งแล้วและผ่านมาแล้ว ช่วงที่ขาดส่งไม่นับ เงินที่ส่งไว้ล่วงหน้านับเมื่อถึงเวลา`, en: `Time contributed is time that has passed and for which ${en} were paid; gaps do not count, and what is paid ahead counts as its time comes.` })
  }
  return lines.map((each) => sentence(each.th, each.en))
}

/** Whether something hangs on the time that contributions cover. */
function goesByContributions(regulation: Regulation): boolean {
  const read = benefitsOf(regulation).flatMap(({ benefit, adopted }) => [...[...standingOf(benefit, adopted.pack), benefit.conditions].flatMap(factsOf), ...amountFacts(benefit.amount)])
  return read.includes('contributed') || read.includes('contributedDays')
}

function arrears({ lapse, arrearsCured, contributionWord = CONTRIBUTION }: FundTerms): Unnumbered<WrittenClause> {
  const { th, en } = contributionWord
  const cured = {
    untilClaim: sentence(`${th}ที่ค้างส่ง เมื่อส่งครบก่อนยื่นคำขอ ถือว่าส่งแล้วตามกำหนด`, `What was behind and is paid up before the claim counts as paid in time.`),
    never: sentence(`การค้างส่ง${th}ดูตามที่เป็นอยู่ในวันเกิดเหตุ ที่ส่งภายหลังไม่นับ`, `Whether ${en} are behind is seen on the day of the event; what is paid later does not count.`),
  }[arrearsCured]
  if (!lapse) return clauseOf({ th: 'การค้างส่ง', en: 'Arrears' }, cured)
  const lapsing = lapseWords(lapse, contributionWord)
  return clauseOf({ th: 'การค้างส่งและการพ้นสมาชิกภาพ', en: 'Arrears, and how they end membership' }, sentence(`สมาชิกที่${lapsing.th}`, lapsing.en), cured)
}
