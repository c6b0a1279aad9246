import { shopTexts } from '@hearth/client/texts/shop'
import { Link } from 'react-router'
import { Mark, Wordmark } from './logo.tsx'
import { useShop, useTexts } from './use-shop.ts'

/** On the way to the till one line of it. */
export function Footer({ isSlim }: { isSlim: boolean }) {
  const texts = useTexts(shopTexts)
  const { channels } = useShop()
  const note = <p className="page py-5 text-xs text-muted">{texts.footer.pricesNote}</p>
  if (isSlim) return <footer className="mt-12 bg-wash">{note}</footer>
  return (
    <footer className="mt-16 bg-wash md:mt-24">
      <div className="page grid gap-x-8 gap-y-10 py-12 md:grid-cols-[1.6fr_1fr_1fr_1fr]">
        <div className="max-w-sm">
          <p className="flex items-center gap-2.5"><Mark size={28} /><Wordmark /><span className="sr-only">{texts.brand}</span></p>
          <p className="mt-4 text-sm text-muted">{texts.footer.promise}</p>
        </div>
        <FooterList title={texts.footer.shop} links={channels.slice(0, 5).map(({ id, name }) => ({ to: `/c/${id}`, name }))} />
        <FooterList title={texts.footer.service} links={[{ to: '/warranty', name: texts.warranty }, { to: '/me/devices', name: texts.devices }, { to: '/cases', name: texts.cases }]} />
        <FooterList title={texts.footer.mine} links={[{ to: '/orders', name: texts.orders }, { to: '/cart', name: texts.cart }, { to: '/me', name: texts.me }]} />
      </div>
      <div className="border-t border-line">{note}</div>
    </footer>
  )
}

function FooterList({ title, links }: { title: string; links: { to: string; name: string }[] }) {
  if (links.length === 0) return null
  return (
    <div>
      <h2 className="text-sm font-semibold">{title}</h2>
      <ul className="mt-2 max-md:flex max-md:flex-wrap max-md:gap-x-6">
        {links.map((link) => (
          <li key={link.to}><Link to={link.to} className="tap text-sm text-muted hover:text-ember">{link.name}</Link></li>
        ))}
      </ul>
    </div>
  )
}
