import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/**/*.test.ts', 'apps/server/**/*.test.ts', 'apps/admin/src/**/*.test.ts', 'apps/shop/app/**/*.test.ts',
      'bench/*.test.ts',
    ],
    globalSetup: ['apps/server/tests/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Files share a process and its warm modules: what a module keeps, it keeps per database, or it is the same in all.
    isolate: false,
    // A test waits for PostgreSQL half of its time.
    maxWorkers: 2,
    expect: { poll: { timeout: 20_000 } },
  },
})
