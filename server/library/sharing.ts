import { BadInput } from '../../plugins/kit/bad-input.ts'
import type { Cases } from '../../plugins/kit/cases.ts'
import { foundIn } from '../../plugins/kit/draft.ts'
import type { Pack } from '../../plugins/kit/pack.ts'
import { personalDataIn } from '../../plugins/kit/personal-data.ts'
import type { Plugin, Vocabulary } from '../../plugins/kit/plugin.ts'
import { inForceOn } from '../../plugins/kit/regulation.ts'
import { sharedCases, sharedPack } from '../../plugins/kit/share.ts'
import type { FundRows } from '../db/scope.ts'
import { Problem } from '../http/problem.ts'
import { recordingIn } from '../http/recording.ts'
import type { InFund, Me } from '../http/room.ts'
import { listNeighbours } from '../neighbours/queries.ts'
import { listPublications } from '../regulations/queries.ts'
import { judgeApart } from './judging.ts'
import type { NewSharedPack } from './library.ts'
import { idTaken, saveShared } from './queries.ts'
import { isInstalled } from './versions.ts'

/** Shares a part of what a fund has in force, and gives the id it is shared under. Nobody sees it before it has been judged. */
export async function share({ fund, inFund, ...entered }: InFund & { me: Me }, asked: NewSharedPack, plugins: readonly Plugin[], vocabulary: Vocabulary): Promise<string> {
  const id = asked.word === undefined ? fund.slug : `${fund.slug}-${asked.word}`
  checkNothingPersonal({ note: asked.note })
  const made = await inFund(async (rows) => {
    await checkName(rows, id, fund.id, plugins)
    return madeFrom(rows, { ...asked, id }, entered, vocabulary)
  })
  const judged = await judgeApart(made.pack, made.cases)
  if (!judged.ok) throw new Problem('pack-refused', judged.findings.map(({ at, text }) => ({ at: at.replace(/^pack\./, ''), text })))
  await inFund((rows) => saveShared(rows, { networkId: fund.networkId, fundId: fund.id }, { ...judged, note: asked.note, reach: asked.reach }, recordingIn(entered)))
  return id
}

async function madeFrom(rows: FundRows, { id, pack: from, version, title, benefits, open }: NewSharedPack & { id: string }, { today }: Pick<InFund, 'today'>, vocabulary: Vocabulary): Promise<{ pack: Pack; cases: Cases | undefined }> {
  const publications = await listPublications(rows)
  const inForce = inForceOn(publications, today)
  if (!inForce) throw new Problem('no-regulation')
  const adopted = foundIn(inForce.regulation, from)
  if (!adopted) throw new BadInput('pack', { th: `ระเบียบที่ใช้อยู่ไม่มีชุดกติกา "${from}"`, en: `the regulation in force has no pack "${from}"` })
  const pack = sharedPack(adopted, { id, version, title, benefits, open }, publications.map(({ regulation }) => regulation), vocabulary)
  const neighbours = (await listNeighbours(rows)).map(({ neighbour }) => neighbour)
  return { pack, cases: sharedCases(pack, neighbours, inForce.regulation, adopted, today) }
}

/** An id made of a fund's slug and a word is not the slug of another fund, nor what a plugin's pack is called. */
async function checkName(rows: FundRows, id: string, fundId: string, plugins: readonly Plugin[]) {
  const namesake = await rows.selectFrom('funds').where('slug', '=', id).where('id', '<>', fundId).select('id').executeTakeFirst()
  if (namesake || isInstalled(id, plugins)) throw idTaken(undefined)
}

/** What is told of a pack is read by everyone whom it reaches. */
export function checkNothingPersonal(told: object) {
  const found = [...personalDataIn(told)]
  if (found.length > 0) throw new Problem('pack-refused', found.map(({ at, text }) => ({ at, text })))
}
