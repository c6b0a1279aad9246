import { createContext, useContext } from 'react'
import { consoleTexts } from '@hearth/client/console-texts'
import type { ConsoleLanguage, ConsoleTexts } from '@hearth/client/console-texts'

export type Spoken = {
  language: ConsoleLanguage
  texts: ConsoleTexts
  setLanguage: (language: ConsoleLanguage) => void
}

export const LanguageContext = createContext<Spoken>({
  language: 'zh', texts: consoleTexts('zh'), setLanguage: () => undefined,
})

export function useLanguage(): Spoken {
  return useContext(LanguageContext)
}

export function useTexts(): ConsoleTexts {
  return useContext(LanguageContext).texts
}
