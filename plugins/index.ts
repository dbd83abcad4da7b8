import type { Plugin } from './kit/plugin.ts'
import modelPacks from './model-packs/plugin.ts'

/** Every plugin that is installed, in the order in which funds are offered them. */
export const plugins: readonly Plugin[] = [modelPacks]
