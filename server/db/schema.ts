// Written by `scripts/describe.ts` from the catalogue of the migrated database. Not by hand.
import type { Generated } from 'kysely'

export interface Schema {
  fund_settings: {
    fund_id: Generated<string>
    contact_th: string
    contact_en: string
  }
  funds: {
    id: string
    network_id: string
    slug: string
    profiles: unknown
  }
  networks: {
    id: string
    slug: string
    name_th: string
    name_en: string
    province_code: string
  }
  notices: {
    network_id: string
    issuer_id: Generated<string>
    from_on: string
    regulation_id: string
    benefits: unknown
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
}
