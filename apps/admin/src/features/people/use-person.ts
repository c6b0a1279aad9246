import { useQuery } from '@tanstack/react-query'
import { api } from '../../shared/api.ts'

export function usePerson(id: number) {
  return useQuery({ queryKey: ['people', 'one', id], queryFn: () => api.person(id) })
}
