// Written by `scripts/describe.ts` from the catalogue of the migrated database. Not by hand.
import type { Generated } from 'kysely'

export interface Schema {
  answers: {
    network_id: string
    issuer_id: string | null
    id: string
    question_id: string
    text: string
    answered_at: Date
    answered_by: string
  }
  attendances: {
    network_id: string
    issuer_id: string
    gathering_id: string
    people: number
    taken_home: string | null
    regulation_number: number | null
    told_at: Date | null
    told_by: string | null
  }
  centres: {
    fund_id: Generated<string>
    id: string
    name: string
  }
  claim_certifications: {
    fund_id: Generated<string>
    claim_id: string
    name_key: string
    name: string
    recorded_at: Date
    recorded_by: string
  }
  claim_charges: {
    fund_id: Generated<string>
    claim_id: string
    limit_id: string
    holder_id: string
    span_from_on: string
    used: number
    beyond: number
  }
  claim_decisions: {
    fund_id: Generated<string>
    claim_id: string
    household_id: string
    outcome: string
    amount_satang: number
    reason: string | null
    resolution: unknown
    judged_from: unknown
    verdict: unknown
    uses: unknown
    decided_at: Date
    decided_by: string
  }
  claim_events: {
    fund_id: Generated<string>
    claim_id: string
    position: number
    act: string
    reason: string | null
    at: Date
    by_id: string
  }
  claim_payments: {
    fund_id: Generated<string>
    claim_id: string
    voucher_number: string
    payee: string
    amount_satang: number
    paid_on: string
    recorded_at: Date
    recorded_by: string
  }
  claim_years: {
    fund_id: Generated<string>
    year_be: number
    numbered: number
  }
  claims: {
    fund_id: Generated<string>
    id: string
    member_id: string
    benefit_id: string
    event_on: string
    claimed_on: string
    subject: unknown | null
    subject_key: string
    applicant: unknown | null
    payee: unknown | null
    regulation_hash: string
    judged_from: unknown
    verdict: unknown
    finding: unknown
    state: string
    entered_at: Date
    entered_by: string
    year_be: number
    number: number
  }
  contribution_plans: {
    fund_id: Generated<string>
    member_id: string
    position: number
    from_on: string
    every: string
    amount_satang: number
    recorded_at: Date
    recorded_by: string
  }
  draft_events: {
    fund_id: Generated<string>
    draft_id: string
    position: number
    act: string
    term: string | null
    at: Date
    by_id: string
    base_hash: string | null
    origin_hash: string | null
    origin: unknown | null
    from_on: string | null
    hash: string | null
    definition: unknown | null
    as_guest: Generated<boolean>
  }
  draft_guests: {
    network_id: string
    issuer_id: Generated<string>
    id: string
    draft_id: string
    invited_at: Date
    invited_by: string
    ended_at: Date | null
    ended_by: string | null
  }
  drafts: {
    fund_id: Generated<string>
    id: string
    state: string
    base_hash: string | null
    origin_hash: string
    origin: unknown
    from_on: string
    hash: string
    definition: unknown
    resolution: unknown | null
    version: number
  }
  endorsements: {
    network_id: string
    id: string
    pack_id: string
    version: string
    reach: string
    note: string
    endorsed_at: Date
    endorsed_by: string
    ended_at: Date | null
    ended_by: string | null
  }
  figure_events: {
    fund_id: Generated<string>
    from_on: string
    position: number
    act: string
    figures: unknown | null
    at: Date
    by_id: string
  }
  figures: {
    network_id: string
    issuer_id: Generated<string>
    from_on: string
    figures: unknown
  }
  fund_roles: {
    fund_id: string
    person_id: string
    role: string
    given_at: Date
    given_by: string | null
  }
  fund_settings: {
    fund_id: Generated<string>
    contact_th: string
    contact_en: string
    certifiers_needed: Generated<number>
  }
  fund_suspensions: {
    fund_id: string
    suspended_at: Date
    suspended_by: string
    reason: string
    reopened_at: Date | null
    reopened_by: string | null
  }
  funds: {
    id: string
    network_id: string
    slug: string
    profiles: unknown
    suspended_at: Date | null
  }
  gatherings: {
    network_id: string
    issuer_id: string | null
    id: string
    kind: string
    held_on: string
    place: string
    about: string
    recorded_at: Date
    recorded_by: string
    removed_at: Date | null
    removed_by: string | null
  }
  invitations: {
    id: string
    fund_id: string | null
    network_id: string | null
    role: string
    token_hash: string
    name: string
    made_at: Date
    made_by: string | null
    expires_at: Date
    accepted_at: Date | null
    accepted_by: string | null
  }
  limit_counters: {
    fund_id: Generated<string>
    limit_id: string
    holder_id: string
    span_from_on: string
    used: number
    allowed: number
    by_resolution: number
  }
  member_events: {
    fund_id: Generated<string>
    member_id: string
    position: number
    act: string
    changes: unknown
    at: Date
    by_id: string
  }
  member_statuses: {
    fund_id: Generated<string>
    member_id: string
    position: number
    kind: string
    happened_on: string
    member_from_on: string | null
    resolution: unknown | null
    note: string | null
    recorded_at: Date
    recorded_by: string
  }
  members: {
    fund_id: Generated<string>
    id: string
    number: string
    number_key: string
    title: string | null
    first_name: string
    last_name: string
    name_key: string
    last_name_key: string
    sex: string | null
    born_on: string | null
    address: string | null
    phone: string | null
    centre_id: string | null
    household_id: string
    beneficiaries: unknown
    citizen_id_hash: string | null
    citizen_id_sealed: string | null
    version: number
  }
  model_areas: {
    network_id: string
    issuer_id: string
    id: string
    special: string
    chosen_at: Date
    chosen_by: string
    agreed_at: Date | null
    agreed_by: string | null
    ended_at: Date | null
    ended_by: string | null
  }
  neighbours: {
    fund_id: Generated<string>
    id: string
    definition: unknown
    version: number
    at: Date
    by_id: string
    as_guest: Generated<boolean>
  }
  network_neighbours: {
    network_id: string
    issuer_id: string | null
    id: string
    definition: unknown | null
    version: number
    at: Date
    by_id: string
  }
  network_roles: {
    network_id: string
    person_id: string
    role: string
    given_at: Date
    given_by: string | null
  }
  networks: {
    id: string
    slug: string
    name_th: string
    name_en: string
    province_code: string
  }
  notice_recalls: {
    network_id: string
    issuer_id: Generated<string>
    regulation_id: string
  }
  notices: {
    network_id: string
    issuer_id: Generated<string>
    from_on: string
    regulation_id: string
    benefits: unknown
    hash: string
    definition: unknown
  }
  operators: {
    person_id: string
    given_at: Date
    given_by: string | null
  }
  pack_owners: {
    pack_id: string
    owner: string
  }
  passkey_challenges: {
    challenge: string
    purpose: string
    expires_at: Date
  }
  passkeys: {
    id: string
    person_id: string
    public_key: string
    counter: number
    transports: unknown
    device: string
    made_at: Date
    used_at: Date
  }
  people: {
    id: string
    name: string
    phone: string | null
    password_hash: string | null
    joined_at: Date
  }
  questions: {
    network_id: string
    issuer_id: Generated<string>
    id: string
    host_id: string | null
    pack_id: string | null
    text: string
    asked_at: Date
    asked_by: string
  }
  receipt_lines: {
    fund_id: Generated<string>
    receipt_id: string
    line: number
    kind: string
    amount_satang: number
    instalments: number | null
    covers_from: string | null
    covers_until: string | null
  }
  receipt_voids: {
    fund_id: Generated<string>
    receipt_id: string
    reason: string
    voided_on: string
    voided_at: Date
    voided_by: string
  }
  receipts: {
    fund_id: Generated<string>
    id: string
    book: string
    number: string
    member_id: string
    payer: string | null
    received_on: string
    total_satang: number
    recorded_at: Date
    recorded_by: string
  }
  regulation_recalls: {
    fund_id: Generated<string>
    regulation_id: string
    reason: string
    at: Date
    by_id: string
  }
  regulations: {
    fund_id: Generated<string>
    id: string
    number: number
    hash: string
    from_on: string
    resolution: unknown
    definition: unknown
    published_at: Date
  }
  repeatable_requests: {
    fund_id: Generated<string>
    actor_id: string
    key: string
    request_hash: string
    made_at: Date
    made_id: string | null
  }
  sessions: {
    id: string
    person_id: string
    device: string
    idle_minutes: number
    started_at: Date
    seen_at: Date
    expires_at: Date
  }
  shared_packs: {
    network_id: string
    issuer_id: string | null
    id: string
    pack_id: string
    owner: string
    version: string
    position: number
    hash: string
    title: unknown
    benefits: unknown
    definition: unknown
    cases: unknown | null
    note_th: string | null
    note_en: string | null
    reach: string
    signer: string | null
    shared_at: Date
    shared_by: string
    withdrawn_at: Date | null
    withdrawn_by: string | null
    withdrawn_reason: string | null
  }
  sign_in_failures: {
    key: string
    failures: number
    last_at: Date
  }
  status_withdrawals: {
    fund_id: Generated<string>
    member_id: string
    position: number
    reason: string
    recorded_at: Date
    recorded_by: string
  }
}
