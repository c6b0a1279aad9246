import { useEffect, useState } from 'react'
import { clockText } from '@hearth/client/view/dates'

/** Time left as of the server's clock, counted on by the browser's; the moment it runs out is told once. */
export function Countdown({ leftMs, onOver }: { leftMs: number; onOver: () => void }) {
  const [left, setLeft] = useState(leftMs)
  useEffect(() => {
    const startedMs = performance.now()
    const timer = setInterval(() => setLeft(Math.max(0, leftMs - (performance.now() - startedMs))), 500)
    return () => clearInterval(timer)
  }, [leftMs])
  const isOver = left <= 0
  useEffect(() => {
    if (isOver) onOver()
  }, [isOver, onOver])
  return <span role="timer" className="num font-semibold">{clockText(left)}</span>
}
