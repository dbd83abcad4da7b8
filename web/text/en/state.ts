import type { state as thai } from '../th/state.ts'

export const state: typeof thai = {
  waiting: 'Opening the register…',
  retry: 'Try again',
  ways: 'Go to',
  noSignal: 'No signal',
}
