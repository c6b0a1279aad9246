import type { ComponentProps } from 'react'
import { Link, useLocation } from 'react-router'

/** A link that says when it leads to where one is. */
export function PlaceLink({ to, ...link }: Omit<ComponentProps<typeof Link>, 'to'> & { to: string }) {
  const { pathname } = useLocation()
  return <Link {...link} to={to} aria-current={pathname === to ? 'page' : undefined} />
}
