import { useEffect, useState } from 'react'
import { ordersTexts } from '@hearth/client/texts/shop-orders'
import { useTexts } from './use-shop.ts'

const TOLD_MS = 2_000

/** A text with a button that copies it; without scripts it can be marked. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const texts = useTexts(ordersTexts)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), TOLD_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = async () => {
    // Browsers without a clipboard for this page leave the text to be marked.
    if (!('clipboard' in navigator)) return
    await navigator.clipboard.writeText(text).then(() => setCopied(true), () => undefined)
  }
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2">
      <span className="select-all break-all">{text}</span>
      <span className="scripts-only">
        <button type="button" aria-label={label} onClick={copy} className="tap link -my-3 justify-end">
          {isCopied ? texts.copied : texts.copy}
        </button>
      </span>
      <span role="status" className="sr-only">{isCopied ? texts.copied : ''}</span>
    </span>
  )
}
