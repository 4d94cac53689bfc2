import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{contract,server,migrations,client,seed}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/one-draw.ts'],
          environment: 'node',
          pool: 'forks',
          maxWorkers: 2,
          // Guards against what hangs, here and below: nothing is asserted by them.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',
          // A browser and two doors take the whole of a small machine: one file at a time, after the rest.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          globalSetup: ['tests/support/browser/global-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 90_000 } },
        },
      },
      {
        // `npm run test:hard`: kills, full disks and forgeries, against real processes. Not part of `npm test`.
        test: {
          name: 'hard',
          include: ['tests/hard/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',
          fileParallelism: false,
          globalSetup: ['tests/support/browser/global-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
