import type { Day } from '../../../plugins/kit/day.ts'
import type { Member, NewMember } from '../../api-members.ts'

type Beneficiary = Record<'name' | 'relation' | 'phone', string>

/** The form of the register as it is filled in: what is left blank is an empty text. */
export interface MemberDraft {
  number: string
  title: string
  firstName: string
  lastName: string
  sex: 'female' | 'male' | undefined
  bornOn: Day | 'none' | undefined
  citizenId: string
  address: string
  phone: string
  centreId: string
  beneficiaries: Beneficiary[]
  /** The same as now, which for somebody new is one of their own; one of their own; or that of `householdOf`. */
  household: 'same' | 'own' | 'other'
  householdOf: { id: string; name: string } | undefined
}

export const blankBeneficiary: Beneficiary = { name: '', relation: '', phone: '' }

export const blankDraft = (): MemberDraft => ({
  number: '', title: '', firstName: '', lastName: '', sex: undefined, bornOn: undefined, citizenId: '', address: '', phone: '', centreId: '',
  beneficiaries: [{ ...blankBeneficiary }], household: 'same', householdOf: undefined,
})

/** The form filled in with what the register says. */
export function draftOf({ number, title, firstName, lastName, sex, bornOn, address, phone, centre, beneficiaries }: Member): MemberDraft {
  return {
    number, title: title ?? '', firstName, lastName, sex, bornOn, citizenId: '', address: address ?? '', phone: phone ?? '', centreId: centre?.id ?? '',
    beneficiaries: beneficiaries.map((each) => ({ name: each.name, relation: each.relation, phone: each.phone ?? '' })), household: 'same', householdOf: undefined,
  }
}

const isFilled = (text: string) => text.trim() !== ''

/** Rows of beneficiaries that were left blank are no rows. */
export const filledBeneficiaries = (rows: Beneficiary[]) => rows.filter((row) => Object.values(row).some(isFilled))

/** What is sent: blanks are left out. `bornOn` is a day, if anything. */
export function particularsIn(draft: MemberDraft, ownId?: string): Omit<NewMember, 'appliedOn'> {
  const { number, firstName, lastName, sex, bornOn, beneficiaries, household, householdOf, title, citizenId, address, phone, centreId } = draft
  const filled = Object.fromEntries(Object.entries({ title, citizenId, address, phone, centreId }).filter(([, text]) => isFilled(text)))
  const of = { same: undefined, own: ownId, other: householdOf?.id }[household]
  return {
    number, firstName, lastName, ...filled,
    ...(sex && { sex }),
    ...(bornOn !== undefined && { bornOn }),
    ...(of !== undefined && { householdOf: of }),
    beneficiaries: filledBeneficiaries(beneficiaries).map(({ name, relation, phone: contact }) => ({ name, relation, ...(isFilled(contact) && { phone: contact }) })),
  }
}
