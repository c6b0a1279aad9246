/**
 * Whether an amount in yuan is what is due: less than 0.01 away (contract, A-58). Digits are compared, so that no
 * fraction is rounded.
 */
export function isAmountDue(amount: string | number, dueFen: number): boolean {
  const text = typeof amount === 'number' ? amount.toFixed(6) : amount
  const [yuan = '', places = ''] = text.split('.')
  if (!/^\d{1,10}$/.test(yuan) || !/^\d*$/.test(places)) return false
  const fen = Number(yuan) * 100 + Number(places.slice(0, 2).padEnd(2, '0'))
  const hasMore = /[1-9]/.test(places.slice(2))
  return fen === dueFen || (hasMore && fen === dueFen - 1)
}

/** A whole amount of fen; null when it has more than two places, or is no amount. */
export function exactFen(amount: string | number): number | null {
  const text = typeof amount === 'number' ? String(amount) : amount
  const match = /^(\d{1,10})(?:\.(\d{1,2})0*)?$/.exec(text)
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null
}
