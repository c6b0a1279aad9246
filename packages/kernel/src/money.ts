/** Money is whole fen (1/100 yuan) everywhere inside; `4299.00` only on the wire and on screens. */

const MAX_FEN = 999_999_999_999

/** `429900` → `"4299.00"` (contract: a decimal string with two places). */
export function yuanText(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`Not a whole number of fen: ${fen}`)
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `"4299"`, `"4299.5"`, `"4299.00"` → fen; null for anything else (more than two places, signs, exponents, text). */
export function fenFromText(text: string): number | null {
  const match = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) return null
  const fen = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return fen <= MAX_FEN ? fen : null
}

/** `429900` → `¥4,299.00`, for screens. */
export function yuanShown(fen: number): string {
  const [whole, places] = yuanText(Math.abs(fen)).split('.')
  return `${fen < 0 ? '-' : ''}¥${(whole ?? '').replace(/\B(?=(\d{3})+$)/g, ',')}.${places}`
}

/**
 * Shares `totalFen` over `weights` so that the shares add up to exactly the total; what does not divide goes fen by
 * fen to the largest remainders, earlier ones first. All weights zero: the first takes everything.
 */
export function allocateFen(totalFen: number, weights: readonly number[]): number[] {
  if (weights.length === 0) throw new RangeError('Nothing to share over')
  if (totalFen < 0) return allocateFen(-totalFen, weights).map((share) => 0 - share)
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum === 0) return weights.map((_, at) => (at === 0 ? totalFen : 0))
  const exact = weights.map((weight) => (BigInt(totalFen) * BigInt(weight)) / BigInt(sum))
  const shares = exact.map(Number)
  const rests = weights.map((weight, at) => ({ at, rest: (BigInt(totalFen) * BigInt(weight)) % BigInt(sum) }))
  let left = totalFen - shares.reduce((a, b) => a + b, 0)
  rests.sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
  for (const { at } of rests) {
    if (left === 0) break
    shares[at] = (shares[at] ?? 0) + 1
    left -= 1
  }
  return shares
}
