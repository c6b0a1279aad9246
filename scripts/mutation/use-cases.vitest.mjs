import { USE_CASE_TESTS } from './common.mjs'
import { vitestOptions } from './vitest.mjs'

export default vitestOptions(USE_CASE_TESTS, { globalSetup: ['apps/server/tests/support/global-setup.ts'] })
