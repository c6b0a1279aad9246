import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'
import type { IconName } from './icons.tsx'

const tones = { good: 'bg-teal-wash text-teal', wait: 'bg-[#fdf3e3] text-amber', bad: 'bg-[#fdf0ee] text-red' } as const
type Props = { tone: keyof typeof tones; icon: IconName; title: string; text: string; children?: ReactNode }

/** One message that fills the page: what is, and what to do next. */
export function StatePage({ tone, icon, title, text, children }: Props) {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center py-12 text-center md:py-20">
      <span className={`flex h-24 w-20 items-center justify-center rounded-t-full rounded-b-card ${tones[tone]}`}><Icon name={icon} size={40} /></span>
      <h1 className="mt-6 text-xl">{title}</h1>
      <p className="mt-3 text-balance text-muted">{text}</p>
      {children}
    </div>
  )
}
