import { z } from '@hono/zod-openapi'
import type { Cases } from '../../plugins/kit/cases.ts'
import { Day } from '../../plugins/kit/day.ts'
import { PackId, Version, type Pack } from '../../plugins/kit/pack.ts'
import { CleanString, refusal } from '../../plugins/kit/text.ts'
import { Id, Name } from '../../plugins/kit/value.ts'
import { First } from '../drafts/drafting.ts'
import { Slug } from '../funds/fund.ts'
import { declared } from '../http/room.ts'
import { Difference } from '../regulations/difference.ts'
import { OfferedBenefit } from '../regulations/publication.ts'

/** Who sees a shared pack: the fund that took it in, the funds of its province, or every fund of the host. */
export const Reach = z.enum(['fund', 'province', 'all'])
export type Reach = z.infer<typeof Reach>

const Words = CleanString.trim().min(1).max(2000)
/** What is told of a version; one language is enough. */
export const Note = z.strictObject({ th: Words.optional(), en: Words.optional() }).refine(({ th, en }) => th !== undefined || en !== undefined, refusal('ใส่คำอธิบายภาษาไทยหรืออังกฤษ', 'write a note in Thai or in English'))
export type Note = z.infer<typeof Note>

const Withdrawn = z.strictObject({ reason: Words, at: z.iso.datetime() })
const By = z.strictObject({ kind: z.enum(['plugin', 'fund', 'network']), slug: z.string(), name: Name })

/** A pack in the library: its latest version that is not withdrawn, else the latest. `users` are funds of the reader’s province whose rules in force hold it. */
export const LibraryEntry = z.strictObject({
  pack: PackId,
  version: Version,
  title: Name,
  benefits: z.array(OfferedBenefit),
  /** Whose it is; of what came in as a file, who took it in. */
  by: By,
  /** The fingerprint of the key that signed the file it came in, for people to compare. */
  signer: z.string().optional(),
  reach: Reach,
  note: Note.optional(),
  sharedAt: z.iso.datetime().optional(),
  endorsed: z.array(z.strictObject({ by: Name, note: Words, version: Version })),
  users: z.int().min(0),
  withdrawn: Withdrawn.optional(),
}).openapi('LibraryEntry')
export type LibraryEntry = z.infer<typeof LibraryEntry>

export const Library = z.strictObject({
  packs: z.array(LibraryEntry),
  /** Whether whoever reads this may share, take in and withdraw. */
  mayWrite: z.boolean(),
}).openapi('Library')
export type Library = z.infer<typeof Library>

/** `usedBy`: the funds of the reader’s province that have it, by the model’s version that each one’s copy goes back to, and what each has made of it. */
export const LibraryPack = LibraryEntry.extend({
  definition: declared<Pack>('PackDefinition', 'A rule pack of the format sajja/pack@1.'),
  cases: declared<Cases>('PackCases', 'The example people that stand beside a pack, of the format sajja/cases@1.').optional(),
  versions: z.array(z.strictObject({ version: Version, sharedAt: z.iso.datetime().optional(), note: Note.optional(), withdrawn: Withdrawn.optional() })),
  usedBy: z.array(z.strictObject({ fund: z.strictObject({ slug: Slug, name: Name }), version: Version, benefits: z.array(Id), changed: z.array(Difference) })),
  /** The terms that each fund sets for itself. */
  openTerms: z.array(Id),
  /** The fingerprint of the key with which this host signs a file of it, for people to compare; absent where it came in as a file itself, which is what is handed on. */
  signedHere: z.string().optional(),
  can: z.array(z.enum(['withdraw', 'endorse', 'end-endorsement'])),
}).openapi('LibraryPack')
export type LibraryPack = z.infer<typeof LibraryPack>

/** A pack of the fund’s regulation in force, of which it shares these benefits. The shared pack’s id is the fund’s slug, with the word after it where one is said. */
export const NewSharedPack = z.strictObject({
  pack: PackId,
  benefits: z.array(Id).min(1).max(100),
  /** Terms that each fund is to set for itself. */
  open: z.array(Id).max(300),
  word: z.string().regex(/^[a-z][a-z0-9-]{0,18}$/, 'a word is a lower-case letter, then letters, digits or hyphens, 19 at most').optional(),
  version: Version,
  title: Name,
  note: Note,
  reach: Reach.exclude(['fund']),
}).openapi('NewSharedPack')
export type NewSharedPack = z.infer<typeof NewSharedPack>

/** A version of a pack from which a fund without a regulation begins its first, and which of its benefits it takes. */
export const NewFirstDraft = z.strictObject({ version: Version, benefits: z.array(Id).min(1).max(100), fromOn: Day, first: First }).openapi('NewFirstDraft')
export type NewFirstDraft = z.infer<typeof NewFirstDraft>

export const NewPackWithdrawal = z.strictObject({ version: Version, reason: Words }).openapi('NewPackWithdrawal')
export type NewPackWithdrawal = z.infer<typeof NewPackWithdrawal>

export const NewEndorsement = z.strictObject({ note: Words }).openapi('NewEndorsement')
