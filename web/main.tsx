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
const Members = lazy(() => import('./screens/committee/members.tsx'))
const NewMember = lazy(() => import('./screens/committee/member-new.tsx'))
const Member = lazy(() => import('./screens/committee/member.tsx'))
const Payment = lazy(() => import('./screens/committee/member-payment.tsx'))
const People = lazy(() => import('./screens/committee/people.tsx'))
const SignIn = lazy(() => import('./screens/people/sign-in.tsx'))
const Invitation = lazy(() => import('./screens/people/invitation.tsx'))
const Account = lazy(() => import('./screens/people/account.tsx'))

/** The fund is fetched beside the screen that shows it. */
const preload: RoutePreloadFunc = ({ params }) => void getFund(params['fund'] ?? '')

const routes: RouteDefinition[] = [
  { path: '/', component: Funds, ...fundsRoute },
  {
    path: '/f/:fund', component: FundRoom, preload, children: [
      { path: '/', component: Fund },
      { path: '/try', component: Events },
      { path: '/try/:benefit', component: Question },
    ],
  },
  { path: '/f/:fund/members', component: Members, preload },
  { path: '/f/:fund/members/new', component: NewMember, preload },
  { path: '/f/:fund/members/:member', component: Member, preload },
  { path: '/f/:fund/members/:member/payment', component: Payment, preload },
  { path: '/f/:fund/people', component: People, preload },
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
