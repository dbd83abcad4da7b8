import { query } from '@solidjs/router'
import { hc, type InferRequestType } from 'hono/client'
import type { upgradesRoutes } from '../server/upgrades/routes.ts'
import { acting, type Draft } from './api-rules.ts'
import { body, readAnew, type Told } from './api.ts'

const room = hc<ReturnType<typeof upgradesRoutes>>('/api/funds/:fund')
const upgrades = room.drafts[':draft'].upgrades

export type PossibleUpgrade = Told<Awaited<ReturnType<typeof upgrades.$get>>>['upgrades'][number]
export type UpgradeTrial = Told<Awaited<ReturnType<typeof upgrades.trials.$post>>>
export type Choices = InferRequestType<typeof upgrades.$post>['json']['choices']

/** Of which models that the fund's latest regulation has copied there is a later version. */
export const getUpgradesInForce = query(async (fund: string) => (await body(room.upgrades.$get({ param: { fund } }))).upgrades, 'upgrades-in-force')

/** To what a version of a draft can be brought up, and what there is to choose. */
export const getUpgrades = query(async (fund: string, id: string, _version: number) => (await body(upgrades.$get({ param: { fund, draft: id } }))).upgrades, 'upgrades')

/** What one choice does: before, the fund's own kept; after, the model's taken. */
export const tryChoice = (fund: string, id: string, json: InferRequestType<typeof upgrades.trials.$post>['json']): Promise<UpgradeTrial> =>
  body(upgrades.trials.$post({ param: { fund, draft: id }, json }))

/** Brings a draft's copy of a model up, with a choice for each conflict. */
export const upgradeDraft = (fund: string, { id, version }: Pick<Draft, 'id' | 'version'>, asked: { pack: string; to: string; choices: Choices }): Promise<unknown> =>
  readAnew(acting(body(upgrades.$post({ param: { fund, draft: id }, json: { ...asked, version } }))), [getUpgrades.key])
