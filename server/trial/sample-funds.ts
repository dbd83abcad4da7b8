/** How large a sample fund is, and who lives there. */
export interface SampleFund {
  slug: string
  /** Persons on the register, whatever became of them. */
  registered: number
  villages: number
  /** A town has communities where the country has villages. */
  isTown?: true
  muslimShare: number
}

/** The sample funds in the order in which they are filled: first those that have people to be tried as. Together some 16,600 who are members today. */
export const SAMPLE_FUNDS: readonly SampleFund[] = [
  { slug: 'kamala', registered: 620, villages: 6, muslimShare: 0.6 },
  { slug: 'thep-krasattri', registered: 700, villages: 11, muslimShare: 0.25 },
  { slug: 'sakhu', registered: 360, villages: 5, muslimShare: 0.4 },
  { slug: 'ko-kaeo', registered: 560, villages: 7, muslimShare: 0.3 },
  { slug: 'choeng-thale', registered: 560, villages: 6, muslimShare: 0.5 },
  { slug: 'mai-khao', registered: 640, villages: 7, muslimShare: 0.4 },
  { slug: 'choeng-thale-municipality', registered: 680, villages: 4, muslimShare: 0.4 },
  { slug: 'thep-krasattri-municipality', registered: 760, villages: 5, muslimShare: 0.15 },
  { slug: 'karon', registered: 880, villages: 5, muslimShare: 0.1 },
  { slug: 'pa-khlok', registered: 1020, villages: 9, muslimShare: 0.6 },
  { slug: 'rawai', registered: 1100, villages: 7, muslimShare: 0.2 },
  { slug: 'si-sunthon', registered: 1150, villages: 8, muslimShare: 0.2 },
  { slug: 'chalong', registered: 1200, villages: 10, muslimShare: 0.1 },
  { slug: 'kathu', registered: 1400, villages: 12, isTown: true, muslimShare: 0.1 },
  { slug: 'patong', registered: 1450, villages: 9, isTown: true, muslimShare: 0.2 },
  { slug: 'wichit', registered: 1450, villages: 9, muslimShare: 0.1 },
  { slug: 'ratsada', registered: 1550, villages: 7, muslimShare: 0.25 },
  { slug: 'phuket-city', registered: 2450, villages: 16, isTown: true, muslimShare: 0.1 },
]
