import { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { Finding } from '../../plugins/kit/finding.ts'
import { FILE_BYTES_MAX } from '../../plugins/kit/pack-bounds.ts'
import type { Plugin } from '../../plugins/kit/plugin.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { isOwnPack } from '../../plugins/kit/structure.ts'
import type { FundRows, NetworkRows } from '../db/scope.ts'
import { seenVersion } from '../drafts/drafting.ts'
import { asFile, fileOf } from '../http/file.ts'
import { Problem, SENT } from '../http/problem.ts'
import type { Recording } from '../http/recording.ts'
import type { Entered } from '../http/room.ts'
import { judgeApart, judgeRegulationApart } from './judging.ts'
import { idTaken, saveShared, type Issuer, type Shared } from './queries.ts'
import { findVersion } from './shown.ts'
import { readSignedFile, signFile, type HostKey, type SignedFile } from './signed-file.ts'
import { isInstalled, type Looking } from './versions.ts'

/** The whole text of a file, to the byte. */
const FileText = z.string().max(FILE_BYTES_MAX)
export const NewFile = z.strictObject({ file: FileText }).openapi('NewFile')
export const NewDraftFile = z.strictObject({ file: FileText, ...seenVersion }).openapi('NewDraftFile')

export const FILE_BODY = [...SENT, 'file-refused'] as const

const TYPE = 'application/octet-stream'

/** A file as it is handed out. */
export const signedFile = fileOf(TYPE, 'The file: JSON of the format sajja/file@1; see docs/files.md. It is kept and handed on to the byte.')

export const asSignedFile = (name: string) => asFile(TYPE, `${name}.sajja.json`, 'attachment')

/** The regulation in a file. Refused is a file that is not as it was signed, and one whose regulation does not hold together here. */
export async function regulationIn(text: string): Promise<Regulation> {
  const { content } = opened(text, 'regulation')
  const judged = await judgeRegulationApart(content)
  if (!judged.ok) throw refused(judged.findings)
  return judged.regulation
}

/** The pack in a file on its way into the library, with whose it is as its note. Refused is a file that is not as it was signed, and one whose pack does not hold together here or fails its cases. */
export async function packIn(text: string): Promise<Omit<Shared, 'reach'>> {
  const { content, cases, origin, key } = opened(text, 'pack')
  const judged = await judgeApart(content, cases)
  if (!judged.ok) throw refused(judged.findings)
  const note = { th: `จากไฟล์ของ${origin.name.th} (${origin.host})`, en: `From a file of ${origin.name.en} (${origin.host})` }
  return { pack: judged.pack, cases: judged.cases, note, key }
}

/** A version of a pack with its example people, as a file that this host signs. */
export async function packFileOf(looking: Looking, { pack, version }: { pack: string; version: string }, { today, now, origin: host }: Entered, plugins: readonly Plugin[], hostKey: HostKey): Promise<string> {
  const { by, definition: content, cases } = await findVersion(looking, pack, version, plugins, today)
  return signFile({ kind: 'pack', origin: { ...by, host }, content, ...(cases && { cases }), signedAt: now.toISOString() }, hostKey)
}

/** Takes what came in as a file into the library: a fund for itself, a network for its province. */
export async function takeIn(rows: FundRows | NetworkRows, issuer: Issuer, taken: Omit<Shared, 'reach'>, plugins: readonly Plugin[], recording: Recording) {
  await checkIsNobodys(rows, taken, plugins)
  await saveShared(rows, issuer, { ...taken, reach: issuer.fundId === null ? 'province' : 'fund' }, recording)
}

/** An id that belongs to a plugin or a fund of this host, whether it has shared anything yet or not, is not taken by a file. */
async function checkIsNobodys(rows: FundRows | NetworkRows, { pack: { id }, key }: Pick<Shared, 'pack' | 'key'>, plugins: readonly Plugin[]) {
  const fund = await (rows as NetworkRows).selectFrom('funds').where(sql<boolean>`${id} = slug or ${id} like slug || '-%'`).select('id').executeTakeFirst() // both show them
  if (fund || isOwnPack(id) || isInstalled(id, plugins)) throw idTaken(key)
}

type FileOf<Kind extends SignedFile['kind']> = Extract<SignedFile, { kind: Kind }>

function opened<Kind extends SignedFile['kind']>(text: string, kind: Kind): FileOf<Kind> {
  const read = readSignedFile(text)
  if (!read.ok) throw refused(read.findings)
  if (read.file.kind !== kind) throw new Problem('file-refused', [{ at: 'file.kind', text: WANTED[kind] }])
  return read.file as FileOf<Kind> // its kind has just been looked at
}

const WANTED = {
  pack: { th: 'ไฟล์นี้เป็นระเบียบกองทุน ที่นี่รับชุดกติกา นำไฟล์นี้เข้าที่ฉบับร่าง', en: 'this is the file of a regulation, and a pack is taken in here: open it in a draft' },
  regulation: { th: 'ไฟล์นี้เป็นชุดกติกา ที่นี่รับระเบียบกองทุน นำไฟล์นี้เข้าคลังก่อน', en: 'this is the file of a pack, and a regulation is taken in here: take it into the library' },
}

/** Where what was judged stands in a file. */
const PLACES: Record<string, string> = { pack: 'content', regulation: 'content' }

function refused(findings: readonly Finding[]): Problem {
  return new Problem('file-refused', findings.map(({ at, text }) => {
    const [first = '', ...rest] = at.split('.')
    return { at: ['file', PLACES[first] ?? first, ...rest].filter((each) => each !== '').join('.'), text }
  }))
}
