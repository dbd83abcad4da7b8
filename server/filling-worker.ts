import { parentPort, workerData } from 'node:worker_threads'
import { plugins } from '../plugins/index.ts'
import { vocabularyOf } from '../plugins/kit/plugin.ts'
import { openDoors } from './db/scope.ts'
import type { FillingData } from './filling.ts'
import { pluginGuard } from './plugin-guard.ts'
import { fillFund } from './trial/filling.ts'

/** Fills sample funds one after another, and says of each when it is filled. */
const { ownerUrl, secret, slugs, now } = workerData as FillingData // what fillTrial hands over
const doors = openDoors(ownerUrl, secret)
for (const slug of slugs) {
  await fillFund(slug, { doors, vocabulary: vocabularyOf(plugins, pluginGuard()), secret, now })
  parentPort?.postMessage(slug) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
}
await doors.close()
