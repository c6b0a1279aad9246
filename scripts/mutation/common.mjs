import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../lib/root.mjs'

const MODULES = 'apps/server/src/modules'

/** Pure rules, tested without a database: even what runs once per import is tried against every test of them. */
export const RULES = [
  ...['money', 'machine', 'dates', 'order-status', 'pages', 'errors'].map((name) => `packages/kernel/src/${name}.ts`),
  ...['order-machine', 'delivery-wish'].map((name) => `${MODULES}/orders/${name}.ts`),
  ...['payment', 'refund', 'suspense', 'redact'].map((name) => `${MODULES}/payments/${name}.ts`),
  `${MODULES}/book/entry.ts`,
]
export const RULE_TESTS = [
  'packages/kernel/src/kernel.test.ts', `${MODULES}/orders/order-machine.test.ts`,
  `${MODULES}/orders/delivery-wish.test.ts`, `${MODULES}/payments/rules.test.ts`, `${MODULES}/book/entry.test.ts`,
]

const WITH_MONEY_AND_STOCK = ['orders', 'payments', 'stock', 'book']
/** Tables of sentences, lists of exports, and SQL text: no rules in them that a use case would not show. */
const TEXT = /(^|\/)(errors|index)\.ts$|\.sql\.ts$|\.test\.ts$/

/** The use cases of orders, payments, stock and the money book, tried against PostgreSQL. */
export const USE_CASES = WITH_MONEY_AND_STOCK.flatMap((name) =>
  readdirSync(join(ROOT, MODULES, name)).map((file) => `${MODULES}/${name}/${file}`))
  .filter((path) => path.endsWith('.ts') && !TEXT.test(path) && !RULES.includes(path))
export const USE_CASE_TESTS = WITH_MONEY_AND_STOCK.map((name) => `${MODULES}/${name}/*.test.ts`)

/** The names of states in two languages. */
export const WORDS = ['!packages/kernel/src/order-status.ts:7-16']

/** What both parts have in common. Mutants live in a copy of the sources; packages stay where they are. */
export function strykerOptions(part) {
  return {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: `scripts/mutation/${part}.vitest.mjs`, related: false },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    incremental: true,
    incrementalFile: `.cache/mutation/${part}.incremental.json`,
    tempDirName: `.cache/mutation/${part}`,
    ignorePatterns: [
      '.cache', '.data', 'apps/admin', 'apps/shop', 'e2e', 'docs', 'test-results', 'playwright-report', '**/build',
    ],
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: `.cache/mutation/${part}.json` },
    checkers: [],
    allowConsoleColors: false,
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 15,
    tempDirCleanUp: 'always',
    // Scripts judge the sum of both parts.
    thresholds: { high: 95, low: 85, break: null },
  }
}
