import { RULES, WORDS, strykerOptions } from './common.mjs'

export default { ...strykerOptions('rules'), mutate: [...RULES, ...WORDS] }
