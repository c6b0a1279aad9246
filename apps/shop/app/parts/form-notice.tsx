import { useEffect, useRef } from 'react'
import type { Refused } from '../server/refusals.ts'
import { Notice } from './notice.tsx'

/** Says at the head of a form why it was refused, and leads to the first field that has to change. */
export function FormNotice({ refused }: { refused: Refused | null | undefined }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refused) place.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])
  return <div ref={place} className="empty:hidden">{refused ? <Notice kind="error">{refused.message}</Notice> : null}</div>
}

/** What Enter does in a form whose first button does something else. */
export function EnterSubmit({ intent }: { intent: string }) {
  return <button type="submit" name="intent" value={intent} tabIndex={-1} aria-hidden="true" className="sr-only" />
}
