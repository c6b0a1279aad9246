import { useEffect, useRef } from 'react'
import { Notice } from './notice.tsx'

type Props = {
  kind: 'error' | 'good'
  text: string | null | undefined
  /** What the sentence answers: each new one brings it into sight, however far down the button was. */
  answer: unknown
}

/** Above a page's parts: what became of what was just asked for. */
export function Told({ kind, text, answer }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (text && answer) place.current?.scrollIntoView({ block: 'nearest' })
  }, [text, answer])
  return <div ref={place} className="empty:hidden">{text ? <Notice kind={kind}>{text}</Notice> : null}</div>
}
