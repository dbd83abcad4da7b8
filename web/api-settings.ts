import { query } from '@solidjs/router'
import { hc } from 'hono/client'
import type { fundsRoutes } from '../server/funds/routes.ts'
import { body, type Told } from './api.ts'

const settings = hc<ReturnType<typeof fundsRoutes>>('/api/funds/:fund').settings

export type Settings = Told<Awaited<ReturnType<typeof settings.$get>>>

export const getSettings = query((fund: string) => body(settings.$get({ param: { fund } })), 'settings')

export const saveSettings = (fund: string, json: Settings) => body(settings.$put({ param: { fund }, json }))
