import { useQueryClient } from '@tanstack/react-query'

/** After the catalogue or its stock changed: lists, pages and choices are asked for again. */
export function useCatalogChanged(): () => void {
  const client = useQueryClient()
  return () => {
    for (const key of ['products', 'categories', 'brands', 'stock', 'stock-log']) {
      void client.invalidateQueries({ queryKey: [key] })
    }
  }
}
