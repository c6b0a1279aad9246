import { useQueryClient } from '@tanstack/react-query'

/** After people changed: lists, pages and the agents to choose from are asked for again. */
export function usePeopleChanged(): () => void {
  const client = useQueryClient()
  return () => {
    for (const key of ['people', 'agents']) void client.invalidateQueries({ queryKey: [key] })
  }
}
