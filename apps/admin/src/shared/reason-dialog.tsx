import Button from 'antd/es/button'
import TextArea from 'antd/es/input/TextArea'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { ActionDialog } from './action-dialog.tsx'
import { useTexts } from './language.tsx'

type ReasonProps = {
  title: string
  will: string[]
  submit: string
  danger?: boolean
  busy: boolean
  error: unknown
  /** May stay empty. */
  optional?: boolean
  label?: string
  /** Words that one press fills in. */
  ready?: readonly string[]
  /** What else has to be there before it is sent. */
  isReady?: boolean
  onSubmit: (reason: string) => void
  onClose: () => void
  children?: ReactNode
}

/** A step around money that takes its reason along. */
export function ReasonDialog(props: ReasonProps) {
  const { optional = false, isReady = true, label, ready = [], children, onSubmit, ...dialog } = props
  const t = useTexts().money
  const id = useId()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = !optional && reason.trim() === ''
  return (
    <ActionDialog {...dialog} onSubmit={() => {
      setTried(true)
      if (!missing && isReady) onSubmit(reason.trim())
    }}>
      <div className="fields">
        {children}
        <div>
          <label htmlFor={id} className="field-label">{label ?? t.reason}</label>
          <TextArea id={id} value={reason} rows={2} maxLength={200} status={tried && missing ? 'error' : ''}
            aria-describedby={`${id}-fault`} onChange={({ target }) => setReason(target.value)} />
          <p id={`${id}-fault`} className="words-red">{tried && missing ? t.reasonNeeded : ''}</p>
          {ready.length > 0 && (
            <div className="chips">
              {ready.map((words) => <Button key={words} size="small" onClick={() => setReason(words)}>{words}</Button>)}
            </div>
          )}
        </div>
      </div>
    </ActionDialog>
  )
}
