import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests of one part. The kernel is that of the copy, where it is mutated, not the linked one. */
export function vitestOptions(include, more = {}) {
  return defineConfig({
    resolve: {
      alias: [{ find: /^@hearth\/kernel\/(.*)$/, replacement: fileURLToPath(new URL('../../packages/kernel/src/$1.ts', import.meta.url)) }],
    },
    test: { include, testTimeout: 30_000, hookTimeout: 60_000, ...more },
  })
}
