import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../shared/api.ts'

const typesKey = ['product-types']

/** Product types as choices of a select. */
export function useTypeChoices() {
  const found = useQuery({ queryKey: typesKey, queryFn: api.productTypes, staleTime: 60_000 })
  const options = (found.data ?? []).map((type) => ({ value: type.id, label: `${type.name} ${type.model}` }))
  return { options, loading: found.isPending, error: found.error }
}

/** Agents as choices of a select; only staff may ask. */
export function useAgentChoices(may: boolean) {
  const found = useQuery({ queryKey: ['agents'], queryFn: api.agents, staleTime: 60_000, enabled: may })
  const options = (found.data ?? []).map((agent) => ({
    value: agent.id, label: agent.phone === null ? agent.username : `${agent.username} ${agent.phone}`,
  }))
  return { options, agents: found.data ?? [], loading: found.isLoading, error: found.error }
}

/** After units came or moved: lists, counts and types are asked for again. */
export function useUnitsChanged(): () => void {
  const client = useQueryClient()
  return () => {
    for (const key of ['units', 'count', ...typesKey]) void client.invalidateQueries({ queryKey: [key] })
  }
}
