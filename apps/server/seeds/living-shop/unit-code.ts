import { checkCharacter } from '../../src/modules/lifecycle/unit-code.ts'
import type { Random } from './random.ts'

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const RANDOM_CHARS = 11
const PREFIX = 'HR26-'

/** A code as the lifecycle module makes them, but the same on every load. */
export function unitCode(random: Random): string {
  const text = Array.from({ length: RANDOM_CHARS }, () => ALPHABET.charAt(random.int(0, ALPHABET.length - 1))).join('')
  return `${PREFIX}${text}${checkCharacter(text)}`
}
