import { useSyncExternalStore } from 'react'

/** Whether the window is as narrow as a phone. */
export const useNarrow = watched('(max-width: 767px)')

/** Whether this person wants nothing to move. */
export const useStillness = watched('(prefers-reduced-motion: reduce)')

function watched(query: string): () => boolean {
  const media = window.matchMedia(query)
  const subscribe = (changed: () => void) => {
    media.addEventListener('change', changed)
    return () => media.removeEventListener('change', changed)
  }
  return () => useSyncExternalStore(subscribe, () => media.matches)
}
