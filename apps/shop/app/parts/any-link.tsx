import type { ReactNode } from 'react'
import { Link } from 'react-router'

type Props = { to: string; className?: string; children: ReactNode }

/** A link that the merchant typed: to a page of ours, or to another site. */
export function AnyLink({ to, className, children }: Props) {
  return /^https?:/.test(to) ? <a href={to} className={className}>{children}</a> : <Link to={to} className={className}>{children}</Link>
}
