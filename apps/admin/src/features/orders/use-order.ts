import { useQuery } from '@tanstack/react-query'
import { api } from '../../shared/api.ts'

export function useOrder(orderNumber: string) {
  return useQuery({ queryKey: ['orders', 'one', orderNumber], queryFn: () => api.order(orderNumber) })
}
