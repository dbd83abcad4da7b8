import { z } from 'zod'
import { fingerprintOf } from '../../../plugins/kit/fingerprint.ts'
import { readJson } from '../../../plugins/kit/json.ts'
import { FILE_BYTES_MAX, tooLarge } from '../../../plugins/kit/pack-bounds.ts'
import { ApiTrouble } from '../../api.ts'
import { files as en } from '../../text/en/files.ts'
import { files as th } from '../../text/th/files.ts'

/** What every file of ours begins with, of whatever version: see docs/files.md. */
const BEGINNING = '{"format":"sajja/file@'

/**
 * The text of a file that somebody has chosen, to the byte: a mark before it is not taken off, and what is not UTF-8 is found to have been
 * changed. What cannot be a file of ours (a photograph, a film) is refused here rather than sent.
 */
export async function textOf(file: File): Promise<string> {
  if (file.size > FILE_BYTES_MAX) throw new ApiTrouble(tooLarge(FILE_BYTES_MAX).text)
  const bytes = await file.arrayBuffer().catch((cause: unknown) => { throw new ApiTrouble({ th: th.cannotOpen, en: en.cannotOpen }, { cause }) })
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (!text.startsWith(BEGINNING)) throw new ApiTrouble({ th: th.notOurs, en: en.notOurs })
  return text
}

/** The code of whoever a file says has signed it. Whether they have is found where it is brought in; what says nobody is refused there. */
export async function signerOf(file: File): Promise<string | undefined> {
  const read = readJson(await textOf(file).catch(() => ''))
  const said = z.object({ key: z.string().regex(/^[0-9a-f]{64}$/) }).safeParse(read.ok ? read.value : undefined)
  return said.success ? fingerprintOf(said.data.key) : undefined
}
