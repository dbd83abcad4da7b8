import { OpenAPIHono } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import { fingerprintOf } from '../plugins/kit/fingerprint.ts'
import { vocabularyOf, type Plugin } from '../plugins/kit/plugin.ts'
import { centresRoutes } from './centres/routes.ts'
import { changesRoutes } from './changes/routes.ts'
import { claimsRoutes } from './claims/routes.ts'
import { standardNeighboursRoutes } from './standard-neighbours/routes.ts'
import { comparisonsRoutes } from './comparisons/routes.ts'
import { contributionsRoutes } from './contributions/routes.ts'
import type { Doors } from './db/scope.ts'
import { entitlementsRoutes } from './entitlements/routes.ts'
import { figuresRoutes, networkFiguresRoutes } from './figures/routes.ts'
import { fundsRoutes } from './funds/routes.ts'
import { guestsRoutes, invitedRoutes } from './guests/routes.ts'
import { describeApi } from './http/document.ts'
import { enterAlone, enterFund, enterNetwork, enterStanding } from './http/entrance.ts'
import { securityHeaders, varyByEncoding } from './http/headers.ts'
import { checkJson, limitBody } from './http/limits.ts'
import { answerError, answerNotFound } from './http/problem.ts'
import type { Entered } from './http/room.ts'
import { checkOrigin } from './http/same-origin.ts'
import { todayInThailand } from './http/today.ts'
import { acceptanceRoutes, invitationsRoutes } from './invitations/routes.ts'
import { committeeLearningRoutes, learningRoutes } from './learning/routes.ts'
import { regulationFilesRoutes } from './library/file-routes.ts'
import { hostKeyOf } from './library/signed-file.ts'
import { networkLibraryRoutes } from './library/network-routes.ts'
import { libraryRoutes } from './library/routes.ts'
import { withRegister } from './members/register.ts'
import { membersRoutes } from './members/routes.ts'
import { meRoutes } from './me/routes.ts'
import { neighboursRoutes } from './neighbours/routes.ts'
import { networkRoutes, networksRoutes } from './network/routes.ts'
import { operatorsRoutes } from './operators/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { draftPaperRoutes } from './drafts/paper-routes.ts'
import { pluginGuard } from './plugin-guard.ts'
import { draftsRoutes } from './drafts/routes.ts'
import { rangesRoutes } from './ranges/routes.ts'
import { regulationsRoutes } from './regulations/routes.ts'
import { resolutionsRoutes } from './resolutions/routes.ts'
import { sessionRoutes } from './session/routes.ts'
import { simulationsRoutes } from './simulations/routes.ts'
import { upgradesRoutes } from './upgrades/routes.ts'

interface Surroundings {
  doors: Doors
  plugins: readonly Plugin[]
  /** Where browsers find this installation. */
  origin: string
  /** The installation's secret, from which keys are derived. */
  secret: string
  now: () => Date
  /** Sample funds whose people and books are still being invented, in a trial. */
  beingFilled?: ReadonlySet<string>
}

/** The table of contents. */
export function createApp({ doors, plugins, origin, secret, now, beingFilled = new Set() }: Surroundings) {
  const vocabulary = vocabularyOf(plugins, pluginGuard())
  const hostKey = hostKeyOf(secret)
  const app = new OpenAPIHono<{ Variables: Entered }>()
  app.onError(answerError)
  app.notFound(answerNotFound)

  app.use(securityHeaders(origin))
  app.use(async (c, next) => {
    const enteredAt = now()
    c.set('requestId', crypto.randomUUID())
    c.set('now', enteredAt)
    c.set('today', todayInThailand(enteredAt))
    c.set('doors', doors)
    c.set('origin', origin)
    c.set('beingFilled', beingFilled)
    await next()
  })

  app.get('/livez', (c) => c.text('alive'))
  app.get('/readyz', async (c) => {
    await doors.atGate((rows) => rows.selectFrom('networks').select('id').limit(1).execute())
    return c.text('ready')
  })

  app.use('/api/*', compress(), varyByEncoding, checkOrigin)
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '/api/*', limitBody, checkJson) // no other request has a body here
  for (const room of ['session', 'me', 'invitations', 'operator']) app.use(`/api/${room}/*`, enterAlone)
  app.use('/api/networks/:network/*', enterNetwork)
  for (const room of ['learning/*', 'library/*', 'neighbours/*', 'comparisons/people', 'drafts']) app.use(`/api/networks/:network/${room}`, enterStanding)
  app.use('/api/funds/:fund/*', enterFund)
  app.route('/api/session', sessionRoutes)
  app.route('/api/me', meRoutes)
  app.route('/api/invitations', acceptanceRoutes)
  app.route('/api/operator', operatorsRoutes(plugins, vocabulary))
  app.route('/api/networks', networksRoutes)
  app.route('/api/networks/:network', networkRoutes)
  app.route('/api/networks/:network', networkFiguresRoutes)
  app.route('/api/networks/:network', invitedRoutes)
  app.route('/api/networks/:network/learning', learningRoutes)
  app.route('/api/networks/:network/library', networkLibraryRoutes(plugins, vocabulary, hostKey))
  app.route('/api/networks/:network/comparisons', comparisonsRoutes(plugins, vocabulary))
  app.route('/api/networks/:network/neighbours', standardNeighboursRoutes(vocabulary))
  app.route('/api/funds/:fund', fundsRoutes(fingerprintOf(hostKey.key)))
  app.route('/api/funds/:fund', regulationsRoutes(vocabulary))
  app.route('/api/funds/:fund', draftPaperRoutes(vocabulary))
  app.route('/api/funds/:fund', draftsRoutes(plugins, vocabulary))
  app.route('/api/funds/:fund', guestsRoutes(vocabulary))
  app.route('/api/funds/:fund', rangesRoutes)
  app.route('/api/funds/:fund', resolutionsRoutes(vocabulary))
  app.route('/api/funds/:fund', changesRoutes(vocabulary))
  app.route('/api/funds/:fund', upgradesRoutes(plugins, vocabulary))
  app.route('/api/funds/:fund', regulationFilesRoutes(hostKey, vocabulary))
  app.route('/api/funds/:fund/library', libraryRoutes(plugins, vocabulary, hostKey))
  app.use('/api/funds/:fund/*', withRegister(secret))
  app.route('/api/funds/:fund', centresRoutes)
  app.route('/api/funds/:fund', membersRoutes)
  app.route('/api/funds/:fund', contributionsRoutes)
  app.route('/api/funds/:fund', claimsRoutes(vocabulary))
  app.route('/api/funds/:fund', entitlementsRoutes(vocabulary))
  app.route('/api/funds/:fund', simulationsRoutes(plugins, vocabulary))
  app.route('/api/funds/:fund', neighboursRoutes(vocabulary))
  app.route('/api/funds/:fund', figuresRoutes)
  app.route('/api/funds/:fund/learning', committeeLearningRoutes)
  app.route('/api/funds/:fund', peopleRoutes)
  app.route('/api/funds/:fund', invitationsRoutes)
  describeApi(app)
  return app
}
