import type { ReactNode } from 'react'
import { accountTexts } from '@hearth/client/texts/shop-account'
import { Icon } from './icons.tsx'
import { Mark } from './logo.tsx'
import { useTexts } from './use-shop.ts'

/** The frame of the ways in: what the house promises on one side, the form on the other. */
export function Door({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-4xl overflow-hidden rounded-card md:grid-cols-2 md:border md:border-line md:shadow-soft">
      <Side />
      <div className="min-w-0 md:p-10 lg:p-12">
        <h1 className="text-xl">{title}</h1>
        <p className="mt-2 text-muted">{text}</p>
        {children}
      </div>
    </div>
  )
}

function Side() {
  const texts = useTexts(accountTexts)
  return (
    <div className="relative flex flex-col justify-between overflow-hidden bg-wash p-12 max-md:hidden">
      <div>
        <Mark size={48} />
        <h2 className="mt-8 text-xl">{texts.sideTitle}</h2>
        <ul className="mt-6 space-y-3 text-[#3a4149]">
          {texts.side.map((line) => <li key={line} className="flex gap-3"><span className="text-teal"><Icon name="check" /></span>{line}</li>)}
        </ul>
      </div>
      <span aria-hidden="true" className="absolute -right-16 -bottom-24 h-64 w-56 rounded-t-full border-[28px] border-[#efe9e1]" />
    </div>
  )
}
