import { useEffect } from 'react'
import { useTexts } from './language.tsx'

/** Names the page in the browser's tab. */
export function usePageTitle(title: string): void {
  const texts = useTexts()
  useEffect(() => {
    document.title = texts.app.pageTitle(title)
  }, [texts, title])
}
