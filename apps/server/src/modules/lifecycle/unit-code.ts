import { randomBytes } from 'node:crypto'

// 32 characters that nobody takes for one another: no 0 and O, no 1 and I.
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const RANDOM_CHARS = 11
const CODE = /^[A-Za-z0-9._-]{1,64}$/

/** Whether a text may be a unit's code at all (contract, decision 31). */
export function isUnitCode(text: string): boolean {
  return CODE.test(text)
}

/**
 * A fresh code: the prefix, eleven random characters and a check character. Codes do not run in sequence; one that is
 * guessed is a unit's with a chance of one in 2^55 per unit (contract, decision 26).
 */
export function makeUnitCode(prefix: string): string {
  const random = [...randomBytes(RANDOM_CHARS)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
  return `${prefix}${random}${checkCharacter(random)}`
}

/** Luhn's sum over 32 characters: one that is mistyped never fits, two that are swapped almost never. */
export function checkCharacter(text: string): string {
  const size = ALPHABET.length
  const sum = [...text].reverse().reduce((total, character, place) => {
    const value = ALPHABET.indexOf(character) * (place % 2 === 0 ? 2 : 1)
    return total + Math.floor(value / size) + (value % size)
  }, 0)
  return ALPHABET.charAt((size - (sum % size)) % size)
}
