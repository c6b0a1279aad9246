import type { ConsoleLanguage } from '@hearth/client/console-texts'
import { keep, kept } from './kept.ts'

let language: ConsoleLanguage = kept('language') === 'en' ? 'en' : 'zh'

/** The language for calls and screens right now; Chinese until someone switches. */
export function spokenLanguage(): ConsoleLanguage {
  return language
}

/** Switches and remembers. */
export function speak(next: ConsoleLanguage): void {
  language = next
  keep('language', next)
}
