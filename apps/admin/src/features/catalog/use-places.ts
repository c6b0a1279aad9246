import { useQuery } from '@tanstack/react-query'
import { api } from '../../shared/api.ts'

/** All categories, for choosing and for the tree. */
export function useCategories() {
  return useQuery({ queryKey: ['categories', 'all'], queryFn: () => api.categories(), staleTime: 60_000 })
}

/** All brands, for choosing. */
export function useBrands() {
  return useQuery({ queryKey: ['brands', 'all'], queryFn: () => api.everyBrand(), staleTime: 60_000 })
}
