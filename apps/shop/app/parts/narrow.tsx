import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon } from './icons.tsx'

type Props = { title: string; text?: string; back?: { to: string; label: string }; wide?: boolean; children: ReactNode }

/** One column for one form or list, with the way back above its title. */
export function Narrow({ title, text, back, wide = false, children }: Props) {
  return (
    <div className={`mx-auto ${wide ? 'max-w-4xl' : 'max-w-xl'}`}>
      {back ? <Link to={back.to} className="tap -ml-1 gap-1 text-sm text-muted hover:text-ember"><Icon name="left" size={18} />{back.label}</Link> : null}
      <h1 className="text-xl">{title}</h1>
      {text ? <p className="mt-2 text-muted">{text}</p> : null}
      {children}
    </div>
  )
}
