import message from 'antd/es/message'
import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'

const ToastContext = createContext<(words: string) => void>(() => undefined)

/** Says in passing that something worked; what failed is said where it failed. */
export function useToast(): (words: string) => void {
  return useContext(ToastContext)
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [show, place] = message.useMessage({ maxCount: 3 })
  return (
    <ToastContext value={(words) => void show.success({ content: words, duration: 5 })}>
      {place}
      {children}
    </ToastContext>
  )
}
