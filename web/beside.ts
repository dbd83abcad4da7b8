import { createAsync } from '@solidjs/router'
import type { Accessor } from 'solid-js'
import { ApiTrouble } from './api.ts'

/** A list that nothing else on the screen waits for, and without which the screen stands. */
export function beside<T>(ask: () => Promise<readonly T[]>): Accessor<readonly T[]> {
  const found = createAsync(() => ask().catch((error: unknown): readonly T[] => {
    if (!(error instanceof ApiTrouble)) throw error
    return []
  }), { initialValue: [] })
  return () => found.latest
}
