import { en } from './console-texts-en.ts'
import { zh } from './console-texts-zh.ts'

export type ConsoleLanguage = 'zh' | 'en'
/** The Chinese catalogue is the measure: a key that English lacks does not compile. */
export type ConsoleTexts = typeof zh

const catalogues: Record<ConsoleLanguage, ConsoleTexts> = { zh, en }

export function consoleTexts(language: ConsoleLanguage): ConsoleTexts {
  return catalogues[language]
}

/** Why a code was refused, in words; what nobody knows stays as the server said it. */
export function refusalReason(texts: ConsoleTexts, reason: string): string {
  const known: Record<string, string> = texts.codeReasons
  return known[reason] ?? reason
}
