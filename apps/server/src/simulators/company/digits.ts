import { createHash } from 'node:crypto'

/** `count` digits that follow from the text alone: the same deed has the same number on every run. */
export function digitsOf(text: string, count: number): string {
  const hash = createHash('sha256').update(text).digest('hex')
  return BigInt(`0x${hash}`).toString().padStart(78, '0').slice(-count)
}
