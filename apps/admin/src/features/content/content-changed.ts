import { useQueryClient } from '@tanstack/react-query'

/** After content changed: its lists and what shows which picture are asked for again. */
export function useContentChanged(): () => void {
  const client = useQueryClient()
  return () => {
    for (const key of ['content', 'pictures']) void client.invalidateQueries({ queryKey: [key] })
  }
}
