import { checkAdopted } from './check.ts'
import { kindOf } from './check-benefits.ts'
import { idsOnce } from './checking.ts'
import { distinct, error, type Finding } from './finding.ts'
import type { Limit, Pack } from './pack.ts'
import { personalDataIn } from './personal-data.ts'
import { kitVocabulary, type Vocabulary } from './plugin.ts'
import { packHash, type Regulation } from './regulation.ts'
import { isOwnPack } from './structure.ts'

/** Checks a fund's regulation: each pack with the fund's own values, and what only shows when packs and fund terms come together. */
export function checkRegulation(regulation: Regulation, vocabulary: Vocabulary = kitVocabulary): Finding[] {
  const { packs, ...rest } = regulation
  return distinct([
    ...packs.flatMap((adopted, i) => checkAdopted(adopted, vocabulary).map((finding) => ({ ...finding, at: placeIn(i, finding.at) }))),
    ...packs.flatMap(({ pack, hash }, i) => (packHash(pack) === hash ? [] : [error('wrongHash', `packs.${i}.hash`, 'เนื้อหาชุดกติกาไม่ตรงกับรหัสที่ลงไว้', 'the content of the pack is not what its hash says')])),
    ...idsOnce(packs.map(({ pack }, i) => ({ id: pack.id, at: `packs.${i}.pack.id` }))),
    ...checkOwnPack(regulation),
    ...idsOnce(placed(regulation).map(({ at, benefit }) => ({ id: benefit.id, at: `${at}.id` }))),
    ...checkYears(regulation),
    ...checkSharedLimits(regulation),
    ...checkRecorded(regulation),
    ...personalDataIn(rest),
    ...packs.flatMap(({ values }, i) => [...personalDataIn(values, `packs.${i}.values`)]),
  ])
}

/** A fund's own values stand beside the pack. */
const placeIn = (i: number, at: string) => (at.startsWith('../') ? `packs.${i}.${at.slice('../'.length)}` : `packs.${i}.pack${at === '' ? '' : `.${at}`}`)

/** The benefits that the fund takes, with their places. */
function placed({ packs }: Regulation): { at: string; benefit: Pack['benefits'][number] }[] {
  return packs.flatMap(({ pack, without }, i) => pack.benefits.flatMap((benefit, j) => (without?.includes(benefit.id) ? [] : [{ at: `packs.${i}.pack.benefits.${j}`, benefit }])))
}

/** Taken in by another fund, all that are a fund's own get one and the same id. */
function* checkOwnPack({ packs }: Regulation): Generator<Finding> {
  const [first, ...others] = packs.flatMap(({ pack: { id } }, i) => (isOwnPack(id) ? [`packs.${i}.pack.id`] : []))
  for (const at of others) yield error('taken', at, `สวัสดิการของกองทุนเองต้องอยู่ในชุดเดียว และมีแล้วที่ ${first}`, `what is a fund's own stands in one pack, and there is one at ${first} already`)
}

function* checkYears(regulation: Regulation): Generator<Finding> {
  const yearly = placed(regulation).find(({ benefit }) => benefit.limits?.some((limit) => limit.per === 'year'))
  if (yearly && regulation.fundTerms.year === undefined) yield error('noYear', 'fundTerms.year', `"${yearly.benefit.title.th}" จำกัดเป็นรายปี ต้องกำหนดว่าปีของกองทุนเริ่มเมื่อใด`, `"${yearly.benefit.title.en}" has a yearly limit: say what a year is`)
}

/** Times and baht, or a year and a lifetime, cannot be counted together under one id. */
function* checkSharedLimits(regulation: Regulation): Generator<Finding> {
  const first = new Map<string, Limit>()
  for (const { at, benefit } of placed(regulation)) {
    for (const [i, limit] of (benefit.limits ?? []).entries()) {
      const other = first.get(limit.id) ?? limit
      first.set(limit.id, other)
      if (limit.per !== other.per || kindOf(limit) !== kindOf(other)) yield error('differs', `${at}.limits.${i}`, `เพดาน "${limit.id}" ไม่ตรงกับที่สวัสดิการอื่นใช้`, `the limit "${limit.id}" differs from the one that another benefit shares`)
    }
  }
}

/** What the register keeps of a member under one name is of one type. */
function* checkRecorded({ packs }: Regulation): Generator<Finding> {
  const types = new Map<string, string>()
  for (const [i, { pack }] of packs.entries()) {
    for (const [id, fact] of Object.entries(pack.facts ?? {})) {
      if (fact.from !== 'recorded') continue
      const type = types.get(id) ?? fact.type
      types.set(id, type)
      if (type !== fact.type) yield error('differs', `packs.${i}.pack.facts.${id}.type`, `"${fact.label.th}" เป็นคนละชนิดกับในชุดกติกาอื่น`, `"${fact.label.en}" is of another type in another pack`)
    }
  }
}
