import { shopTexts } from '@hearth/client/texts/shop'
import { Icon } from './icons.tsx'
import type { IconName } from './icons.tsx'
import { PlaceLink } from './place-link.tsx'
import { CountBadge } from './header.tsx'
import { useShop, useTexts } from './use-shop.ts'

/** On a phone: the five places one goes to most. */
export function BottomBar() {
  const texts = useTexts(shopTexts)
  const { cartCount } = useShop()
  return (
    <nav aria-label={texts.bottomNav} className="sticky bottom-0 z-40 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] md:hidden">
      <ul className="grid grid-cols-5">
        <BarItem to="/" icon="home" label={texts.home} />
        <BarItem to="/categories" icon="grid" label={texts.categories} />
        <BarItem to="/cart" icon="cart" label={texts.cart} count={cartCount} />
        <BarItem to="/me/devices" icon="machine" label={texts.devices} />
        <BarItem to="/me" icon="person" label={texts.me} />
      </ul>
    </nav>
  )
}

function BarItem({ to, icon, label, count = 0 }: { to: string; icon: IconName; label: string; count?: number }) {
  const texts = useTexts(shopTexts)
  return (
    <li>
      <PlaceLink
        to={to}
        className="bar-item"
      >
        <Icon name={icon} />
        <span>{label}</span>
        {count > 0 ? <span className="sr-only">{texts.pieces(count)}</span> : null}
        {count > 0 ? <span className="absolute top-1 left-1/2 ml-1"><CountBadge count={count} /></span> : null}
      </PlaceLink>
    </li>
  )
}
