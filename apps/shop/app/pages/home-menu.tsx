import { useEffect, useState } from 'react'
import { homeTexts } from '@hearth/client/texts/shop-home'
import { Link } from 'react-router'
import { AnyLink } from '../parts/any-link.tsx'
import { Icon } from '../parts/icons.tsx'
import { useTexts } from '../parts/use-shop.ts'

type Named = { id: number; name: string }
export type MenuChannel = Named & { to: string; minors: (Named & { items: Named[] })[] }
export type MenuGroup = { id: number; channels: MenuChannel[] }

/**
 * The merchant's menu, one line per group; what lies below opens beside it under the pointer or by its button. Escape
 * closes it until the pointer has left.
 */
export function HomeMenu({ menu }: { menu: MenuGroup[] }) {
  const texts = useTexts(homeTexts)
  const [openId, setOpenId] = useState<number | null>(null)
  const [isShut, setIsShut] = useState(false)
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      setOpenId(null)
      setIsShut(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <nav aria-label={texts.menu} data-shut={isShut || undefined} onMouseLeave={() => setIsShut(false)} className="home-menu max-lg:hidden">
      <ul>
        {menu.map((group) => {
          const isOpen = openId === group.id
          const toggle = () => {
            setIsShut(false)
            setOpenId(isOpen ? null : group.id)
          }
          return (
            <li key={group.id} data-open={isOpen || undefined} className="menu-line">
              <MenuLine group={group} />
              <button type="button" aria-expanded={isOpen} aria-controls={`menu-${group.id}`} aria-label={texts.menuMore(group.channels.map(({ name }) => name))} onClick={toggle} className="menu-more"><Icon name="right" size={16} /></button>
              <Flyout group={group} />
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function MenuLine({ group }: { group: MenuGroup }) {
  const minors = group.channels.flatMap((channel) => channel.minors)
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap gap-x-1 font-semibold">
        {group.channels.map((channel, at) => (
          <span key={channel.id}>
            {at > 0 ? <span aria-hidden="true" className="mr-1 font-normal text-[#8b939c]">/</span> : null}
            <AnyLink to={channel.to} className="inline-flex min-h-7 items-center hover:text-ember">{channel.name}</AnyLink>
          </span>
        ))}
      </p>
      <p aria-hidden="true" className="truncate text-xs text-muted">{minors.slice(0, 4).map(({ name }) => name).join(' · ')}</p>
    </div>
  )
}

function Flyout({ group }: { group: MenuGroup }) {
  return (
    <div id={`menu-${group.id}`} className="menu-fly">
      {group.channels.flatMap((channel) => channel.minors).map((minor) => (
        <div key={minor.id} className="break-inside-avoid pb-3">
          <p className="text-sm font-semibold"><Link to={`/c/${minor.id}`} className="tap hover:text-ember">{minor.name}</Link></p>
          <ul className="flex flex-wrap gap-x-4">
            {minor.items.map((item) => <li key={item.id}><Link to={`/c/${item.id}`} className="inline-flex min-h-8 items-center text-sm text-muted hover:text-ember">{item.name}</Link></li>)}
          </ul>
        </div>
      ))}
    </div>
  )
}
