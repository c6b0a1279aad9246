import { useEffect, useRef } from 'react'
import { askAgainMs } from '@hearth/client/view/cashier'

/**
 * Asks again and again, at growing intervals, while someone looks at the page; at once when they come back to it, also
 * by the browser's back button.
 */
export function useAskAgain(isOn: boolean, ask: () => Promise<unknown>): void {
  const question = useRef(ask)
  useEffect(() => {
    question.current = ask
  }, [ask])
  useEffect(() => {
    if (!isOn) return
    let asked = 0
    let isAsking = false
    let isGone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const run = async () => {
      if (isAsking || isGone || document.visibilityState !== 'visible') return
      isAsking = true
      asked += 1
      await question.current().catch(() => null)
      isAsking = false
      if (!isGone) timer = setTimeout(run, askAgainMs(asked))
    }
    const onReturn = () => {
      if (document.visibilityState !== 'visible' || isAsking) return
      clearTimeout(timer)
      asked = 0
      void run()
    }
    timer = setTimeout(run, askAgainMs(0))
    document.addEventListener('visibilitychange', onReturn)
    return () => {
      isGone = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }, [isOn])
}

/** A page that the browser kept as it was is read anew when somebody comes back to it. */
export function useFreshOnReturn(refresh: () => Promise<unknown>): void {
  const again = useRef(refresh)
  useEffect(() => {
    again.current = refresh
  }, [refresh])
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) void again.current().catch(() => null)
    }
    addEventListener('pageshow', onShow)
    return () => removeEventListener('pageshow', onShow)
  }, [])
}
