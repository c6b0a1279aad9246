import { useEffect, useState } from 'react'
import { shopTexts } from '@hearth/client/texts/shop'
import { useTexts } from './use-shop.ts'

const SHOWN_MS = 2_500
const looks = { button: 'btn btn-line px-4 text-sm', link: 'tap link -my-3 justify-end' }

type Props = { text: string; name: string; look?: keyof typeof looks }

/** Puts a text on the clipboard and says so. Without scripts it is not there: the text can be selected. */
export function CopyButton({ text, name, look = 'button' }: Props) {
  const texts = useTexts(shopTexts)
  const [said, setSaid] = useState<'' | 'copied' | 'failed'>('')
  useEffect(() => {
    if (said === '') return
    const timer = setTimeout(() => setSaid(''), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [said])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('copied')
    } catch {
      setSaid('failed')
    }
  }
  return (
    <span className="scripts-only shrink-0">
      <button type="button" onClick={copy} aria-label={said === 'copied' ? texts.copied : texts.copyOf(name)} className={looks[look]}>
        {said === 'copied' ? texts.copied : texts.copy}
      </button>
      <span role="status" className={said === 'failed' ? 'ml-2 text-sm text-red' : 'sr-only'}>
        {said === 'copied' ? texts.copied : said === 'failed' ? texts.copyFailed : ''}
      </span>
    </span>
  )
}
