import { defineConfig } from 'vitest/config'

const onTheServer = ['tests/db/**', 'tests/server/**', 'tests/start/**']
const byChance = ['tests/kit/{wording,merge,hostile}.test.ts', 'tests/server/{claims-race,garbled}.test.ts', 'tests/start/killed-writes.test.ts']

// Beside vite.config.ts, which builds the console and has no say in the tests.
export default defineConfig({
  test: {
    isolate: false,
    maxWorkers: '100%', // unless said, one core is left idle
    projects: [
      { test: { name: 'house', include: ['tests/**/*.test.ts'], exclude: [...onTheServer, 'tests/web/**'], testTimeout: 60_000 } },
      { test: { name: 'server', include: onTheServer.map((folder) => `${folder}/*.test.ts`), globalSetup: 'tests/database.ts', testTimeout: 180_000, hookTimeout: 180_000 } },
      { test: { name: 'browser', include: ['tests/web/**/*.test.ts'], globalSetup: 'tests/web/stage.ts', testTimeout: 120_000, hookTimeout: 60_000, fileParallelism: false, expect: { poll: { timeout: 10_000 } } } },
      { test: { name: 'drill', include: byChance, globalSetup: 'tests/database.ts', env: { DRILL: 'yes' }, testTimeout: 180_000, hookTimeout: 180_000 } },
    ],
  },
})
