import { USE_CASES, strykerOptions } from './common.mjs'

// What runs once per import would be tried against all of these tests, for hours. Rules that are data are in rules.mjs.
export default { ...strykerOptions('use-cases'), mutate: USE_CASES, ignoreStatic: true }
