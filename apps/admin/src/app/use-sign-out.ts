import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { ApiRefusal } from '@hearth/client/http'
import { api } from '../shared/api.ts'
import { sessionKey } from '../shared/session.ts'

/** Ends the session on the server, then forgets everything that was loaded; says so when the server was not reached. */
export function useSignOut() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => api.signOut().catch(unlessOver),
    onSuccess: () => {
      void navigate('/login', { replace: true })
      client.clear()
      client.setQueryData(sessionKey, null)
    },
  })
}

/** A session that was over already is what was asked for. */
function unlessOver(error: unknown): void {
  if (!(error instanceof ApiRefusal) || error.status !== 401) throw error
}
