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

/**
 * The use cases that decide where money and pieces are, tried against PostgreSQL. One change takes seconds, so what
 * only asks companies, answers lists or writes one row has no place here.
 */
export const USE_CASES = [
  ...['settle-payment', 'move-order', 'cancel-order', 'price-lines', 'holding-caps'].map((name) => `${MODULES}/orders/${name}.ts`),
  ...[
    'settle-payment', 'move-payment', 'move-refund', 'move-suspense', 'keep-in-suspense', 'refund-payment', 'refund-suspense',
    'revive-suspense', 'retry-refund', 'open-payment', 'close-payments',
  ].map((name) => `${MODULES}/payments/${name}.ts`),
  ...['hold-stock', 'hold-again', 'end-holds', 'adjust-stock'].map((name) => `${MODULES}/stock/${name}.ts`),
]
export const USE_CASE_TESTS = [
  ...['orders', 'payments', 'stock'].map((name) => `${MODULES}/${name}/*.test.ts`), 'apps/server/src/http/suspense.test.ts',
]

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
