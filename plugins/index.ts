import chamuang from './chamuang/plugin.ts'
import cooperativeWelfare from './cooperative-welfare/plugin.ts'
import type { Plugin } from './kit/plugin.ts'
import modelPacks from './model-packs/plugin.ts'
import yasothonTown from './yasothon-town/plugin.ts'

/** Every plugin that is installed, by name. */
export const plugins: readonly Plugin[] = [chamuang, cooperativeWelfare, modelPacks, yasothonTown]
