import { useQuery } from '@tanstack/react-query'
import type { QueryFunctionContext } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ProfileView } from '@hearth/contracts/accounts'
import { ApiRefusal } from '@hearth/client/http'
import { api, onSessionEnded } from './api.ts'

/**
 * What a person may do here: staff work with orders and units, an administrator with people too, an agent with his own
 * units and their repairs, shoppers nothing.
 */
export type Desk = 'admin' | 'staff' | 'agent' | 'none'

export const sessionKey = ['session'] as const

export function deskOf(profile: ProfileView): Desk {
  if (profile.role === 'admin') return 'admin'
  if (profile.is_staff || profile.role === 'support') return 'staff'
  return profile.is_agent ? 'agent' : 'none'
}

/** Who is signed in: undefined while asking, null for nobody. */
export function useSession() {
  return useQuery({ queryKey: sessionKey, queryFn: whoIsIt, staleTime: 5 * 60_000, retry: 1 })
}

/** Whose session ended while he was at work stays the one who is at work: see {@link useSessionEnd}. */
async function whoIsIt({ client }: QueryFunctionContext): Promise<ProfileView | null> {
  try {
    return await api.profile()
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 401) return client.getQueryData<ProfileView>(sessionKey) ?? null
    throw error
  }
}

/** The signed-in person, for pages behind the gate. */
export function useProfile(): ProfileView {
  const profile = useSession().data
  if (!profile) throw new Error('This page stands outside the gate')
  return profile
}

export function useDesk(): Desk {
  return deskOf(useProfile())
}

/** Administrators and support. */
export function useIsStaff(): boolean {
  const desk = useDesk()
  return desk === 'admin' || desk === 'staff'
}

/** Whether the session ended, whichever call noticed, and how to say that somebody signed in again. */
export function useSessionEnd(): { ended: boolean; begun: () => void } {
  const [ended, setEnded] = useState(false)
  useEffect(() => onSessionEnded(() => setEnded(true)), [])
  return { ended, begun: () => setEnded(false) }
}
