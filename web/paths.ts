/** Where a draft is worked at: in the rooms of its fund, or in those of its network, by guests whom the fund has invited. */
export interface Desk { fund: string; network?: string | undefined }

const deskAt = ({ fund, network }: Desk) => (network === undefined ? `/f/${fund}/rules` : `/n/${network}/drafts/${fund}`)

/** Every address of the console. */
export const paths = {
  funds: () => '/',
  /** The way in; `next` is where one wanted to go. */
  signIn: (next?: string) => `/sign-in${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`,
  account: () => '/account',
  /** The host's funds. */
  operator: (search: { q?: string; after?: string } = {}) => `/operator${asQuery(search)}`,
  operatedFund: (fund: string) => `/operator/f/${fund}`,
  /** A fund is taken in, a step at a time; `fund` once it is there. */
  newFund: (search: { step?: string; fund?: string } = {}) => `/operator/funds/new${asQuery(search)}`,
  /** A province's funds, as they are on a day. */
  network: (network: string, search: { on?: string } = {}) => `/n/${network}${asQuery(search)}`,
  /** The same invented person in every fund: who, which kind of welfare on a phone, by which the funds are sorted, which kind they lack. With a kind in its address, that one clause by clause, beside one fund. */
  compare: (network: string, search: { who?: string; kind?: string; sort?: string; lacks?: string; beside?: string; on?: string } = {}, kind?: string) => `/n/${network}/compare${kind ? `/${kind}` : ''}${asQuery(search)}`,
  /** One of the ten people by whom a province's funds are compared, for an officer to change. */
  standardNeighbour: (network: string, neighbour: string) => `/n/${network}/compare/people/${neighbour}`,
  /** What a province's funds tell of their years. */
  figures: (network: string, search: { sort?: string } = {}) => `/n/${network}/figures${asQuery(search)}`,
  /** What a network's funds learn from each other. */
  learning: (network: string) => `/n/${network}/learning`,
  /** A model area, with its regulation. */
  modelArea: (network: string, fund: string) => `/n/${network}/learning/areas/${fund}`,
  /** Who serves in a fund, and as what. */
  people: (fund: string) => `/f/${fund}/people`,
  fund: (fund: string) => `/f/${fund}`,
  /** A benefit's clause in the fund's notice. */
  clause: (fund: string, benefit: string) => `/f/${fund}#${benefit}`,
  /** What happened? */
  events: (fund: string) => `/f/${fund}/try`,
  /** "What would I get?", at its first question. */
  enquiry: (fund: string, benefit: string) => `/f/${fund}/try/${benefit}`,
  /** What waits for a committee. */
  today: (fund: string) => `/f/${fund}/today`,
  claims: (fund: string, search: { state?: string; member?: string; q?: string; before?: string } = {}) => `/f/${fund}/claims${asQuery(search)}`,
  /** Whom a new claim is for. */
  newClaim: (fund: string, search: { q?: string } = {}) => `/f/${fund}/claims/new${asQuery(search)}`,
  claim: (fund: string, claim: string) => `/f/${fund}/claims/${claim}`,
  /** What happened to a member, for a claim. */
  claimFor: (fund: string, member: string) => `/f/${fund}/members/${member}/claim`,
  /** A claim for a member, at one of its questions or before it is handed in. */
  claimStep: (fund: string, member: string, benefit: string, step?: string) => `/f/${fund}/members/${member}/claim/${benefit}${asQuery({ step: step ?? '' })}`,
  /** The fund's rules, as its committee keeps them. */
  rules: (fund: string) => `/f/${fund}/rules`,
  /** The draft of a regulation: with the value (`pack.term`) that is open and a step of its ladder, or an act that is being prepared. Where none is begun yet, the pack of the library that a first one would begin from, and its benefits. */
  draft: (desk: Desk, at: { value?: string; step?: string; act?: string; from?: string; benefits?: string } = {}) => `${deskAt(desk)}/draft${asQuery(at)}`,
  /** A draft to read: what it changes, and who did what to it. */
  readDraft: (desk: Desk, draft: string) => `${deskAt(desk)}/drafts/${draft}`,
  /** The fund's own example people, and what none of them would notice. */
  neighbours: (desk: Desk) => `${deskAt(desk)}/neighbours`,
  /** What happened to an example person who is made by hand. */
  newNeighbour: (desk: Desk) => `${deskAt(desk)}/neighbours/new`,
  /** One of the questions about them, or what is expected. */
  neighbourStep: (desk: Desk, benefit: string, step?: string) => `${deskAt(desk)}/neighbours/new/${benefit}${asQuery({ step: step ?? '' })}`,
  /** Past claims, of which example people are made. */
  neighbourOfClaims: (fund: string, search: { before?: string } = {}) => `/f/${fund}/rules/neighbours/claims${asQuery(search)}`,
  /** Two of a fund's regulations beside each other, by their numbers; `to` may be the draft. */
  compareRules: (fund: string, search: { from?: string; to?: string } = {}) => `/f/${fund}/rules/compare${asQuery(search)}`,
  /** Benefits are built: the list of them, one (`pack.benefit`), and what of it is open. */
  build: (desk: Desk, at: { benefit?: string; open?: string } = {}) => `${deskAt(desk)}/draft/build${asQuery(at)}`,
  /** A draft's copy of a model is brought up, with what is chosen so far: the ids of conflicts. */
  upgrade: (desk: Desk, pack: string, chosen: { mine?: readonly string[]; theirs?: readonly string[] } = {}) => `${deskAt(desk)}/draft/upgrade/${pack}${asQuery({ mine: asList(chosen.mine), theirs: asList(chosen.theirs) })}`,
  /** What funds, the network and models share: what is looked for, and of which kind. */
  library: (fund: string, search: { q?: string; kind?: string } = {}) => `/f/${fund}/library${asQuery(search)}`,
  /** One pack of it, to read and to take up. */
  libraryPack: (fund: string, pack: string) => `/f/${fund}/library/${pack}`,
  /** The fund's own rules are shared. */
  share: (fund: string) => `/f/${fund}/library/share`,
  networkLibrary: (network: string, search: { q?: string; kind?: string } = {}) => `/n/${network}/library${asQuery(search)}`,
  networkPack: (network: string, pack: string) => `/n/${network}/library/${pack}`,
  /** What the fund tells others of its years. */
  ownFigures: (fund: string) => `/f/${fund}/figures`,
  more: (fund: string) => `/f/${fund}/more`,
  /** The register, or those of one centre. */
  members: (fund: string, search: { q?: string; centre?: string; after?: string } = {}) => `/f/${fund}/members${asQuery(search)}`,
  newMember: (fund: string) => `/f/${fund}/members/new`,
  /** Somebody of the old register is entered. */
  carryOver: (fund: string) => `/f/${fund}/members/carry-over`,
  member: (fund: string, member: string) => `/f/${fund}/members/${member}`,
  /** The same, where a payment was just taken in. */
  paid: (fund: string, member: string, receipt: string) => `/f/${fund}/members/${member}?receipt=${receipt}`,
  editMember: (fund: string, member: string) => `/f/${fund}/members/${member}/edit`,
  receipts: (fund: string, member: string, search: { before?: string } = {}) => `/f/${fund}/members/${member}/receipts${asQuery(search)}`,
  /** The passbook, a page at a time, for reading back and for paper. */
  passbook: (fund: string, member: string, search: { before?: string } = {}) => `/f/${fund}/members/${member}/passbook${asQuery(search)}`,
  receipt: (fund: string, receipt: string) => `/f/${fund}/receipts/${receipt}`,
  /** Who is behind. */
  arrears: (fund: string) => `/f/${fund}/arrears`,
  centres: (fund: string) => `/f/${fund}/centres`,
  /** Money is taken in from a member. */
  payment: (fund: string, member: string) => `/f/${fund}/members/${member}/payment`,
  /** One of its questions, or its result. */
  step: (fund: string, benefit: string, step: string) => `/f/${fund}/try/${benefit}?step=${step}`,
}

const asList = (ids: readonly string[] = []) => ids.map(encodeURIComponent).join(',')

export function asQuery(search: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== ''))
  return query.size > 0 ? `?${query}` : ''
}
