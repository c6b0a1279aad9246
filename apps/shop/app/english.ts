import { speakEnglish } from '@hearth/client/texts/shop-english'

/** Puts the English words in place that the page in this browser needs. */
export async function speakEnglishHere(): Promise<void> {
  speakEnglish()
  if (!/^\/(login|register|forgot|oauth|bind|checkout|me)\b/.test(location.pathname)) return
  const { speakEnglishAccount } = await import('@hearth/client/texts/shop-english-account')
  speakEnglishAccount()
}
