import { z } from '@hono/zod-openapi'
import type { Finding } from '../../plugins/kit/finding.ts'
import type { Regulation } from '../../plugins/kit/regulation.ts'
import { seenVersion } from '../drafts/drafting.ts'
import { FundProfiles, profileOn } from '../funds/fund.ts'
import { Problem } from '../http/problem.ts'
import type { InFund } from '../http/room.ts'
import { judgeRegulationApart } from './judging.ts'
import { FILE_BYTES_MAX, readSignedFile, signFile, type HostKey, type SignedFile } from './signed-file.ts'

/** The whole text of a file, to the byte. */
const FileText = z.string().max(FILE_BYTES_MAX)
export const NewDraftFile = z.strictObject({ file: FileText, ...seenVersion }).openapi('NewDraftFile')

/** A file as it is handed out. */
export const signedFile = (description: string) => ({ description, content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary', description: 'JSON of the format sajja/file@1; see docs/files.md. It is kept and handed on to the byte.' }) } } })

export const asAttachment = (name: string) => ({ 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename="${name}.sajja.json"`, 'cache-control': 'no-cache' })

/** A regulation as a file of its fund's. */
export function fileOfRegulation(content: Regulation, { fund, today, now, origin: host }: InFund, hostKey: HostKey): string {
  const { name } = profileOn(FundProfiles.parse(fund.profiles), today)
  return signFile({ kind: 'regulation', origin: { kind: 'fund', slug: fund.slug, name, host }, content, signedAt: now.toISOString() }, hostKey)
}

/** The regulation in a file. Refused is a file that is not as it was signed, and one whose regulation does not hold together here. */
export async function regulationIn(text: string): Promise<Regulation> {
  const { content } = opened(text, 'regulation')
  const judged = await judgeRegulationApart(content)
  if (!judged.ok) throw refused(judged.findings)
  return judged.regulation
}

function opened(text: string, kind: SignedFile['kind']): SignedFile {
  const read = readSignedFile(text)
  if (!read.ok) throw refused(read.findings)
  if (read.file.kind !== kind) throw new Problem('file-refused', [{ at: 'file.kind', text: WANTED[kind] }])
  return read.file
}

const WANTED = {
  pack: { th: 'แฟ้มนี้เป็นระเบียบกองทุน ที่นี่รับชุดกติกา เปิดแฟ้มนี้ในฉบับร่าง', en: 'this is the file of a regulation, and a pack is taken in here: open it in a draft' },
  regulation: { th: 'แฟ้มนี้เป็นชุดกติกา ที่นี่รับระเบียบกองทุน รับแฟ้มนี้เข้าคลังก่อน', en: 'this is the file of a pack, and a regulation is taken in here: take it into the library' },
}

/** Where what was judged stands in a file. */
const PLACES: Record<string, string> = { pack: 'content', regulation: 'content' }

function refused(findings: readonly Finding[]): Problem {
  return new Problem('file-refused', findings.map(({ at, text }) => {
    const [first = '', ...rest] = at.split('.')
    return { at: ['file', PLACES[first] ?? first, ...rest].filter((each) => each !== '').join('.'), text }
  }))
}
