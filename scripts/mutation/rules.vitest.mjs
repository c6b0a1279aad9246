import { RULE_TESTS } from './common.mjs'
import { vitestOptions } from './vitest.mjs'

export default vitestOptions(RULE_TESTS)
