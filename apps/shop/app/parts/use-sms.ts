import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import type { FormState, SmsAnswer } from '../server/form-state.ts'

export type Sms = {
  pictureId: string
  answer: SmsAnswer | null
  errors: Record<string, string[]>
  /** Seconds until another message may be asked for; 0 without scripts, where the server says it. */
  waitS: number
  isBusy: boolean
  /** Whether the last answer came while the page stood: then the field it complains about takes the focus. */
  isLive: boolean
  send(form: HTMLFormElement): void
}

/** Asks for a text message without leaving the form; passwords are not sent along. */
export function useSms(state: Pick<FormState, 'pictureId' | 'sms' | 'refused'>): Sms {
  const fetcher = useFetcher<FormState>()
  const live = fetcher.data
  const answer = live ? live.sms : state.sms
  const waitS = useSecondsLeft(live?.sms?.waitS ?? 0, live?.pictureId ?? '')
  return {
    pictureId: live?.pictureId ?? state.pictureId,
    answer,
    errors: { ...state.refused?.errors, ...answer?.errors },
    waitS,
    isBusy: fetcher.state !== 'idle',
    isLive: live !== undefined,
    send: (form) => {
      const body = new FormData(form)
      for (const name of [...body.keys()]) if (name.includes('password')) body.delete(name)
      body.set('intent', 'sms')
      void fetcher.submit(body, { method: 'post' })
    },
  }
}

/** Counts down by the browser's own clock; a new `key` begins anew. */
function useSecondsLeft(seconds: number, key: string): number {
  const [passed, setPassed] = useState({ key, seconds: 0 })
  useEffect(() => {
    if (seconds <= 0) return
    const startedMs = performance.now()
    const timer = setInterval(() => {
      const now = Math.floor((performance.now() - startedMs) / 1000)
      setPassed((before) => (before.key === key && before.seconds === now ? before : { key, seconds: now }))
      if (now >= seconds) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [seconds, key])
  return Math.max(0, seconds - (passed.key === key ? passed.seconds : 0))
}
