import { useQueryClient } from '@tanstack/react-query'

const KEYS = ['payments', 'refunds', 'suspense', 'payment-cases', 'book', 'reconciliation', 'bill-cases', 'orders', 'count']

/** After money moved: everything that shows it is asked for again. */
export function useMoneyChanged(): () => void {
  const client = useQueryClient()
  return () => {
    for (const key of KEYS) void client.invalidateQueries({ queryKey: [key] })
  }
}
