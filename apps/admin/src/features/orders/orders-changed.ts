import { useQueryClient } from '@tanstack/react-query'

/** After an order moved: lists, counts and units are asked for again. */
export function useOrdersChanged(): () => void {
  const client = useQueryClient()
  return () => {
    for (const key of ['orders', 'count', 'units', 'payments', 'refunds', 'book']) void client.invalidateQueries({ queryKey: [key] })
  }
}
