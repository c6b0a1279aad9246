import { useEffect, useState, useSyncExternalStore } from 'react'
import { ordersTexts } from '@hearth/client/texts/shop-orders'
import { useTexts } from './use-shop.ts'

const TOLD_MS = 2_000
const never = () => () => undefined

/** A text with a button that copies it; without scripts it can be marked. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const texts = useTexts(ordersTexts)
  const canCopy = useSyncExternalStore(never, () => 'clipboard' in navigator, () => false)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), TOLD_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true), () => undefined)
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2">
      <span className="select-all break-all">{text}</span>
      {canCopy ? <button type="button" aria-label={label} onClick={copy} className="tap link -my-3 justify-end">{isCopied ? texts.copied : texts.copy}</button> : null}
      <span role="status" className="sr-only">{isCopied ? texts.copied : ''}</span>
    </span>
  )
}
