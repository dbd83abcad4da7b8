import './fonts.css'
import './tokens.css'
import './base.css'
import { Router, type RouteDefinition, type RoutePreloadFunc } from '@solidjs/router'
import { createEffect, lazy } from 'solid-js'
import { render } from 'solid-js/web'
import { getFund } from './api.ts'
import { language, letters } from './device.ts'
import Funds, { route as fundsRoute } from './screens/public/funds.tsx'
import { NoSuchPage } from './screens/public/no-such-page.tsx'
import { Shell } from './shell.tsx'

const FundRoom = lazy(() => import('./screens/public/fund-room.tsx'))
const Fund = lazy(() => import('./screens/public/fund.tsx'))
const Events = lazy(() => import('./screens/public/events.tsx'))
const Question = lazy(() => import('./screens/public/question.tsx'))
const CommitteeRoom = lazy(() => import('./screens/committee/room.tsx'))
const Today = lazy(() => import('./screens/committee/today.tsx'))
const Claims = lazy(() => import('./screens/committee/claims.tsx'))
const ClaimWho = lazy(() => import('./screens/committee/claim-who.tsx'))
const ClaimWhat = lazy(() => import('./screens/committee/claim-what.tsx'))
const ClaimForm = lazy(() => import('./screens/committee/claim-form.tsx'))
const Claim = lazy(() => import('./screens/committee/claim.tsx'))
const Figures = lazy(() => import('./screens/committee/figures.tsx'))
const More = lazy(() => import('./screens/committee/more.tsx'))
const Members = lazy(() => import('./screens/committee/members.tsx'))
const NewMember = lazy(() => import('./screens/committee/member-new.tsx'))
const Member = lazy(() => import('./screens/committee/member.tsx'))
const EditMember = lazy(() => import('./screens/committee/member-edit.tsx'))
const CarryOver = lazy(() => import('./screens/committee/member-carry-over.tsx'))
const Receipts = lazy(() => import('./screens/committee/receipts.tsx'))
const Receipt = lazy(() => import('./screens/committee/receipt.tsx'))
const Passbook = lazy(() => import('./screens/committee/passbook.tsx'))
const Arrears = lazy(() => import('./screens/committee/arrears.tsx'))
const Centres = lazy(() => import('./screens/committee/centres.tsx'))
const Payment = lazy(() => import('./screens/committee/member-payment.tsx'))
const People = lazy(() => import('./screens/committee/people.tsx'))
const Build = lazy(() => import('./screens/committee/build.tsx'))
const Upgrade = lazy(() => import('./screens/committee/upgrade.tsx'))
const Library = lazy(() => import('./screens/committee/library.tsx'))
const LibraryPack = lazy(() => import('./screens/committee/library-pack.tsx'))
const Share = lazy(() => import('./screens/committee/library-share.tsx'))
const Rules = lazy(() => import('./screens/committee/rules.tsx'))
const CompareRules = lazy(() => import('./screens/committee/rules-compare.tsx'))
const Draft = lazy(() => import('./screens/committee/draft.tsx'))
const DraftRead = lazy(() => import('./screens/committee/draft-read.tsx'))
const Neighbours = lazy(() => import('./screens/committee/neighbours.tsx'))
const NeighbourWhat = lazy(() => import('./screens/committee/neighbour-what.tsx'))
const NeighbourForm = lazy(() => import('./screens/committee/neighbour-form.tsx'))
const NeighbourOfClaim = lazy(() => import('./screens/committee/neighbour-of-claim.tsx'))
const OperatorRoom = lazy(() => import('./screens/operators/room.tsx'))
const OperatedFunds = lazy(() => import('./screens/operators/funds.tsx'))
const OperatedFund = lazy(() => import('./screens/operators/operated-fund.tsx'))
const NewFund = lazy(() => import('./screens/operators/new-fund.tsx'))
const NetworkRoom = lazy(() => import('./screens/network/room.tsx'))
const NetworkFunds = lazy(() => import('./screens/network/funds.tsx'))
const Compare = lazy(() => import('./screens/network/comparing.tsx'))
const StandardNeighbour = lazy(() => import('./screens/network/standard-neighbour.tsx'))
const Learning = lazy(() => import('./screens/network/learning.tsx'))
const ModelArea = lazy(() => import('./screens/network/model-area.tsx'))
const GuestRoom = lazy(() => import('./screens/network/guest-room.tsx'))
const NetworkFigures = lazy(() => import('./screens/network/figures.tsx'))
const NetworkLibrary = lazy(() => import('./screens/network/library.tsx'))
const NetworkPack = lazy(() => import('./screens/network/library-pack.tsx'))
const SignIn = lazy(() => import('./screens/people/sign-in.tsx'))
const Invitation = lazy(() => import('./screens/people/invitation.tsx'))
const Account = lazy(() => import('./screens/people/account.tsx'))

/** The fund is fetched beside the screen that shows it. */
const preload: RoutePreloadFunc = ({ params }) => void getFund(params['fund'] ?? '')

/** What is worked at in a draft: in its fund's rooms, or by guests in those of the network. */
const ofADraft: RouteDefinition[] = [
  { path: '/draft', component: Draft },
  { path: '/draft/build', component: Build },
  { path: '/draft/upgrade/:pack', component: Upgrade },
  { path: '/drafts/:draft', component: DraftRead },
  { path: '/neighbours', component: Neighbours },
  { path: '/neighbours/new', component: NeighbourWhat },
  { path: '/neighbours/new/:benefit', component: NeighbourForm },
]

const routes: RouteDefinition[] = [
  { path: '/', component: Funds, ...fundsRoute },
  {
    path: '/f/:fund', component: FundRoom, preload, children: [
      { path: '/', component: Fund },
      { path: '/try', component: Events },
      { path: '/try/:benefit', component: Question },
    ],
  },
  {
    path: '/f/:fund', component: CommitteeRoom, preload, children: [
      { path: '/today', component: Today },
      { path: '/claims', component: Claims },
      { path: '/claims/new', component: ClaimWho },
      { path: '/claims/:claim', component: Claim },
      { path: '/members', component: Members },
      { path: '/members/new', component: NewMember },
      { path: '/members/carry-over', component: CarryOver },
      { path: '/members/:member', component: Member },
      { path: '/members/:member/edit', component: EditMember },
      { path: '/members/:member/receipts', component: Receipts },
      { path: '/members/:member/passbook', component: Passbook },
      { path: '/members/:member/payment', component: Payment },
      { path: '/members/:member/claim', component: ClaimWhat },
      { path: '/members/:member/claim/:benefit', component: ClaimForm },
      { path: '/receipts/:receipt', component: Receipt },
      { path: '/arrears', component: Arrears },
      { path: '/centres', component: Centres },
      { path: '/rules', component: Rules },
      { path: '/rules/compare', component: CompareRules },
      { path: '/rules', children: ofADraft },
      { path: '/rules/neighbours/claims', component: NeighbourOfClaim },
      { path: '/library', component: Library },
      { path: '/library/share', component: Share },
      { path: '/library/:pack', component: LibraryPack },
      { path: '/people', component: People },
      { path: '/figures', component: Figures },
      { path: '/more', component: More },
    ],
  },
  {
    path: '/n/:network', component: NetworkRoom, children: [
      { path: '/', component: NetworkFunds },
      { path: '/compare/:kind?', component: Compare },
      { path: '/compare/people/:neighbour', component: StandardNeighbour },
      { path: '/figures', component: NetworkFigures },
      { path: '/library', component: NetworkLibrary },
      { path: '/library/:pack', component: NetworkPack },
      { path: '/learning', component: Learning },
      { path: '/learning/areas/:fund', component: ModelArea },
      { path: '/drafts/:fund', component: GuestRoom, preload, children: ofADraft },
    ],
  },
  {
    path: '/operator', component: OperatorRoom, children: [
      { path: '/', component: OperatedFunds },
      { path: '/f/:fund', component: OperatedFund },
      { path: '/funds/new', component: NewFund },
    ],
  },
  { path: '/sign-in', component: SignIn },
  { path: '/invitation', component: Invitation },
  { path: '/account', component: Account },
  { path: '*', component: NoSuchPage },
]

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no #app')

render(() => {
  createEffect(() => { document.documentElement.lang = language() })
  createEffect(() => { document.documentElement.dataset['letters'] = letters() })
  return <Router root={Shell}>{routes}</Router>
}, place)
