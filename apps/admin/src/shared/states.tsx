import Alert from 'antd/es/alert'
import Button from 'antd/es/button'
import Skeleton from 'antd/es/skeleton'
import type { ReactNode } from 'react'
import { faultWords, isMissing } from './fault-words.ts'
import { useTexts } from './language.tsx'

/** What a failed load looks like: what happened, and the way on; `children` are that of a thing that does not exist. */
export function LoadFault({ error, retry, children }: { error: unknown; retry: () => void; children?: ReactNode }) {
  const texts = useTexts()
  if (isMissing(error)) return <div role="alert"><Nothing title={faultWords(error, texts)}>{children}</Nothing></div>
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={texts.faults.title}
      description={faultWords(error, texts)}
      action={<Button size="small" onClick={retry}>{texts.faults.retry}</Button>}
    />
  )
}

type ActionFaultProps = {
  error: unknown
  /** Fields whose own faults stand beside them. */
  beside?: readonly string[]
  /** What else helps to know. */
  more?: string
}

/** What a refused or failed action looks like, inside its dialog. */
export function ActionFault({ error, beside, more }: ActionFaultProps) {
  const texts = useTexts()
  if (error === null || error === undefined) return null
  const words = faultWords(error, texts, { wrote: true, beside })
  if (words === '') return null
  return <Alert type="error" showIcon role="alert" title={words} description={more} className="action-fault" />
}

export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="nothing">
      <svg width="72" height="56" viewBox="0 0 72 56" aria-hidden="true">
        <ellipse cx="36" cy="50" rx="30" ry="4" fill="#f0ece6" />
        <rect x="20" y="8" width="32" height="40" rx="5" fill="#fff" stroke="#cfc8bf" strokeWidth="2" />
        <path d="M20 22h32M27 13v4M27 28v7" stroke="#cfc8bf" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <p className="nothing-title">{title}</p>
      {children}
    </div>
  )
}

export function LoadingBlock({ rows = 6 }: { rows?: number }) {
  const texts = useTexts()
  return (
    <div role="status" aria-label={texts.app.loading}>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  )
}
