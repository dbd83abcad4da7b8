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

const Fund = lazy(() => import('./screens/public/fund.tsx'))
const Try = lazy(() => import('./screens/public/try.tsx'))
const Events = lazy(() => import('./screens/public/events.tsx'))
const Question = lazy(() => import('./screens/public/question.tsx'))

/** The fund is fetched beside the screen that shows it. */
const preload: RoutePreloadFunc = ({ params }) => void getFund(params['fund'] ?? '')

const routes: RouteDefinition[] = [
  { path: '/', component: Funds, ...fundsRoute },
  { path: '/f/:fund', component: Fund, preload },
  { path: '/f/:fund/try', component: Try, preload, children: [{ path: '/', component: Events }, { path: '/:benefit', component: Question }] },
  { path: '*', component: NoSuchPage },
]

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no #app')

render(() => {
  createEffect(() => { document.documentElement.lang = language() })
  createEffect(() => { document.documentElement.dataset['letters'] = letters() })
  return <Router root={Shell}>{routes}</Router>
}, place)
