import type { Plugin } from './kit/plugin.ts'

/** Every plugin that is installed, in the order in which funds are offered them. */
export const plugins: readonly Plugin[] = []
