import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from '../shared/api.ts'
import { sessionKey } from '../shared/session.ts'

/** Ends the session on the server and forgets everything that was loaded. */
export function useSignOut(): () => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  return () => {
    void api.signOut().catch(() => undefined).then(() => {
      void navigate('/login', { replace: true })
      client.clear()
      client.setQueryData(sessionKey, null)
    })
  }
}
