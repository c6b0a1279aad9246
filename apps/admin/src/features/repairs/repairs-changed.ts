import { useQueryClient } from '@tanstack/react-query'

/** After a repair moved: its lists, counts and the unit's state are asked for again. */
export function useRepairsChanged(): () => void {
  const client = useQueryClient()
  return () => {
    for (const key of ['repairs', 'count', 'units']) void client.invalidateQueries({ queryKey: [key] })
  }
}
