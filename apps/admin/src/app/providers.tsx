import LoadingOutlined from '@ant-design/icons/LoadingOutlined'
import zhCN from 'antd/es/locale/zh_CN'
import enUS from 'antd/es/locale/en_US'
import ConfigProvider from 'antd/es/config-provider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { ApiRefusal } from '@hearth/client/http'
import { consoleTexts } from '@hearth/client/console-texts'
import type { ConsoleLanguage } from '@hearth/client/console-texts'
import { LanguageContext } from '../shared/language.tsx'
import { speak, spokenLanguage } from '../shared/spoken-language.ts'
import { ToastProvider } from '../shared/toast.tsx'
import { useNarrow, useStillness } from '../shared/use-media.ts'
import { consoleTheme } from './theme.ts'

/** A refusal is an answer and stays one; only what got lost on the way is asked again. */
const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (failures, error) => !(error instanceof ApiRefusal) && failures < 2 },
    mutations: { retry: false },
  },
})

export function Providers({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider>{children}</LanguageProvider>
    </QueryClientProvider>
  )
}

function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setShown] = useState<ConsoleLanguage>(spokenLanguage)
  const narrow = useNarrow()
  const still = useStillness()
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  function setLanguage(next: ConsoleLanguage): void {
    speak(next)
    setShown(next)
    void client.invalidateQueries()
  }
  return (
    <LanguageContext value={{ language, texts: consoleTexts(language), setLanguage }}>
      <ConfigProvider
        locale={language === 'zh' ? zhCN : enUS}
        theme={consoleTheme(narrow, still)}
        button={{ autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden /> }}
      >
        <ToastProvider>{children}</ToastProvider>
      </ConfigProvider>
    </LanguageContext>
  )
}
