import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { api } from './api.ts'
import type { ListChip } from './list/list-types.ts'
import { idOf } from './list/use-list-url.ts'
import { personPath } from './paths.ts'
import { useDesk } from './session.ts'

/** A person's name; for administrators the way to his page. */
export function PersonLink({ id, name }: { id: number | null; name: string }) {
  const desk = useDesk()
  return desk === 'admin' && id !== null ? <Link to={personPath(id)}>{name}</Link> : <>{name}</>
}

/**
 * The filter by one person that an address may carry, as a chip with his name: asked for where that is allowed, else
 * as a row of the list has it.
 */
export function usePersonChip(param: string, words: (name: string) => string) {
  const [params] = useSearchParams()
  const id = idOf(params.get(param))
  const isAdmin = useDesk() === 'admin'
  const found = useQuery({
    queryKey: ['people', 'one', id], queryFn: () => api.person(id ?? 0), enabled: isAdmin && id !== undefined, retry: false,
  })
  return (inRow: string | null | undefined): ListChip[] =>
    id === undefined ? [] : [{ name: param, words: words(found.data?.username ?? inRow ?? `#${id}`) }]
}
