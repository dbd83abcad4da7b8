import { z } from '@hono/zod-openapi'
import { Day } from '../../plugins/kit/day.ts'
import { arabicDigits, CleanString } from '../../plugins/kit/text.ts'
import { Allowed } from './allowed.ts'
import { CitizenId } from './citizen-id.ts'
import { Note, Standing, Status } from './status.ts'

const words = (max: number) => CleanString.trim().min(1).max(max)

export const MemberNumber = CleanString.trim()
  .overwrite(arabicDigits)
  .regex(/^[\p{L}\p{M}\d][\p{L}\p{M}\d/-]{0,19}$/u, 'a member number has letters, digits, / and -, no spaces, 20 at most')

/** Whom the fund pays when the member has died, and what they are to the member. */
export const Beneficiary = z.strictObject({ name: words(160), relation: words(60), phone: words(40).optional() })

export const Sex = z.enum(['female', 'male'])

/** What the register says of a person. The citizen ID is not among it: it is set and seen on purpose. */
export const Particulars = z.strictObject({
  number: MemberNumber,
  title: words(40).optional(),
  firstName: words(80),
  lastName: words(80),
  sex: Sex.optional(),
  bornOn: Day.optional(),
  address: words(300).optional(),
  phone: words(40).overwrite(arabicDigits).optional(),
  centreId: z.uuid().optional(),
  beneficiaries: z.array(Beneficiary).max(5).default([]),
})
export type Particulars = z.infer<typeof Particulars>

const Newcomer = Particulars.extend({
  citizenId: CitizenId.optional(),
  /** Somebody of the fund in whose household the new member lives. */
  householdOf: z.uuid().optional(),
})
export type Newcomer = z.infer<typeof Newcomer>

export const NewMember = Newcomer.extend({ appliedOn: Day }).openapi('NewMember')
export type NewMember = z.infer<typeof NewMember>

/** Somebody who is a member already, by the register the fund kept before. `note` says where that stands. */
export const CarriedOverMember = Newcomer.extend({ joinedOn: Day, note: Note }).openapi('CarriedOverMember')
export type CarriedOverMember = z.infer<typeof CarriedOverMember>

export const EditedMember = Particulars.extend({
  /** Absent: it stays as it is. */
  citizenId: CitizenId.optional(),
  /** Absent: the household stays as it is; the member's own id: a household of their own. */
  householdOf: z.uuid().optional(),
  /** The version that was edited: whoever edits an older one is told. */
  version: z.int().min(1),
}).openapi('EditedMember')
export type EditedMember = z.infer<typeof EditedMember>

const Named = z.strictObject({ id: z.uuid(), name: z.string() })

/** A line of the register. */
export const ListedMember = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  standing: Standing,
  centre: Named.optional(),
}).openapi('ListedMember')
export type ListedMember = z.infer<typeof ListedMember>

/** A member as the register tells of them. */
const RegisteredMember = Particulars.omit({ centreId: true }).extend({
  id: z.uuid(),
  /** With its title. */
  name: z.string(),
  standing: Standing,
  centre: Named.optional(),
  /** The others of the household. */
  household: z.array(z.strictObject({ id: z.uuid(), number: z.string(), name: z.string() })),
  /** All but the last digits hidden. */
  citizenIdMasked: z.string().optional(),
  statuses: z.array(Status),
  version: z.int().min(1),
})
export type RegisteredMember = z.infer<typeof RegisteredMember>

export const Member = RegisteredMember.extend(Allowed.shape).openapi('Member')
export type Member = z.infer<typeof Member>

/** A name as it is spoken: นางสมจิตร แก้วมณี, Ms Malee Srisuk. */
export function fullName({ title, first_name, last_name }: { title: string | null; first_name: string; last_name: string }): string {
  const joint = title !== null && /[a-z]/i.test(title) ? ' ' : ''
  return `${title ?? ''}${joint}${first_name} ${last_name}`
}
