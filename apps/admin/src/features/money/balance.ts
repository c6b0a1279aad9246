import { fenFromText } from '@hearth/kernel/money'

/** A signed amount of the wire in fen; null when it is no amount. */
export function signedFen(amount: string): number | null {
  const fen = fenFromText(amount.replace(/^-/, ''))
  if (fen === null) return null
  return amount.startsWith('-') ? 0 - fen : fen
}

/** Whether the accounts of the book together come to nothing. */
export function isBalanced(balances: readonly { balance: string }[]): boolean {
  let sum = 0
  for (const { balance } of balances) {
    const fen = signedFen(balance)
    if (fen === null) return false
    sum += fen
  }
  return sum === 0
}
