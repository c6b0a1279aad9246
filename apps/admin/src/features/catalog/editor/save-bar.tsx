import Button from 'antd/es/button'
import type { ReactNode } from 'react'

type BarProps = {
  words: string
  submit: string
  busy: boolean
  idle?: boolean
  onSubmit: () => void
  /** Other buttons, before the one that saves. */
  children?: ReactNode
}

/** Stays at the bottom edge while the page scrolls. */
export function SaveBar({ words, submit, busy, idle = false, onSubmit, children }: BarProps) {
  return (
    <div className="save-bar">
      <span role="status">{words}</span>
      <span className="save-acts">
        {children}
        <Button type="primary" loading={busy} disabled={idle} onClick={onSubmit}>{submit}</Button>
      </span>
    </div>
  )
}
