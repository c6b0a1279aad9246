import { useEffect, useRef, useState } from 'react'
import { minutesToSay } from '@hearth/client/view/cashier'
import { clockText } from '@hearth/client/view/dates'

type Props = {
  leftMs: number
  onOver: () => void
  /** The sentence that is read out when the time left falls to a whole mark. */
  say: (minutes: number) => string
}

/**
 * Time left as of the server's clock, counted on by the browser's; the moment it runs out is told once. Shown where
 * scripts run; a screen reader hears a sentence at a few marks, not every second.
 */
export function Countdown({ leftMs, onOver, say }: Props) {
  const [left, setLeft] = useState(leftMs)
  const [said, setSaid] = useState('')
  const before = useRef(leftMs)
  const words = useRef(say)
  useEffect(() => {
    words.current = say
  }, [say])
  useEffect(() => {
    const startedMs = performance.now()
    const timer = setInterval(() => {
      const now = Math.max(0, leftMs - (performance.now() - startedMs))
      const mark = minutesToSay(before.current, now)
      if (mark !== null) setSaid(words.current(mark))
      before.current = now
      setLeft(now)
    }, 500)
    return () => clearInterval(timer)
  }, [leftMs])
  const isOver = left <= 0
  useEffect(() => {
    if (isOver) onOver()
  }, [isOver, onOver])
  return (
    <>
      <span role="timer" className="num font-semibold">{clockText(left)}</span>
      <span className="sr-only" aria-live="polite">{said}</span>
    </>
  )
}
