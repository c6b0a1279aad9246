import { useRef, useState } from 'react'
import type { ComponentType, RefObject } from 'react'
import { shopTexts } from '@hearth/client/texts/shop'
import { Form, Link, useLocation } from 'react-router'
import { Icon } from './icons.tsx'
import { Mark, Wordmark } from './logo.tsx'
import { MergeLooks } from './looked-at.tsx'
import { PlaceLink } from './place-link.tsx'
import { useShop, useTexts } from './use-shop.ts'

export function Header() {
  const texts = useTexts(shopTexts)
  return (
    <>
      <header className="sticky top-0 z-40 border-b border-line bg-paper">
        <div className="page flex h-14 items-center gap-3 md:h-[72px] md:gap-8">
          <Link to="/" aria-label={`${texts.brand} ${texts.home}`} className="tap gap-2.5 text-ink">
            <Mark />
            <span className="hidden md:inline"><Wordmark /></span>
          </Link>
          <SearchForm />
          <Tools />
        </div>
      </header>
      <Channels />
      <MergeLooks />
    </>
  )
}

/** Suggestions come with their own script when the field is first used; without it, it is a form. */
function SearchForm() {
  const texts = useTexts(shopTexts)
  const { pathname, search } = useLocation()
  const words = pathname === '/search' ? (new URLSearchParams(search).get('q') ?? '') : ''
  const input = useRef<HTMLInputElement>(null)
  const [Suggest, setSuggest] = useState<ComponentType<{ input: RefObject<HTMLInputElement | null> }> | null>(null)
  const wake = () => {
    if (!Suggest) import('./search-suggest.tsx').then(({ SearchSuggest }) => setSuggest(() => SearchSuggest), () => null)
  }
  return (
    <Form action="/search" method="get" role="search" onFocus={wake} className="relative min-w-0 flex-1 md:max-w-[560px]">
      <input
        ref={input} key={words} type="search" name="q" defaultValue={words} placeholder={texts.searchHint} maxLength={100}
        aria-label={texts.searchLabel} autoComplete="off" enterKeyHint="search"
        className="search-input"
      />
      <button
        type="submit" aria-label={texts.search}
        className="round-button absolute top-0 right-0 hover:text-ember"
      >
        <Icon name="search" size={22} />
      </button>
      {Suggest ? <Suggest key={words} input={input} /> : null}
    </Form>
  )
}

function Tools() {
  const texts = useTexts(shopTexts)
  const { user, cartCount } = useShop()
  return (
    <nav aria-label={texts.mainNav} className="flex items-center md:ml-auto md:gap-2">
      <LanguageLink />
      <Link to="/me/devices" className="tool"><Icon name="machine" size={22} />{texts.devices}</Link>
      <Link to={user ? '/me' : '/login'} className="tool" aria-label={user ? texts.account(user.username) : undefined}>
        <Icon name="person" size={22} />
        <span className="max-w-28 truncate">{user ? user.username : texts.signIn}</span>
      </Link>
      <Link to="/cart" className="tool">
        <Icon name="cart" size={22} />
        <span>{texts.cart}</span>
        {cartCount > 0 ? <><span className="sr-only">{texts.pieces(cartCount)}</span><CountBadge count={cartCount} /></> : null}
      </Link>
    </nav>
  )
}

export function CountBadge({ count }: { count: number }) {
  return (
    <span aria-hidden="true" className="badge num">
      {count > 99 ? '99+' : count}
    </span>
  )
}

/** A plain address, so that the server answers in the other language and keeps it in a cookie. */
function LanguageLink() {
  const texts = useTexts(shopTexts)
  const { language } = useShop()
  const { pathname, search } = useLocation()
  const params = new URLSearchParams(search)
  params.set('lang', language === 'zh' ? 'en' : 'zh')
  return (
    <a
      href={`${pathname}?${params}`} hrefLang={language === 'zh' ? 'en' : 'zh-CN'} lang={language === 'zh' ? 'en' : 'zh-CN'}
      rel="nofollow" aria-label={texts.switchLanguage} className="tap justify-center gap-1.5 px-1 text-sm text-muted hover:text-ember"
    >
      <Icon name="globe" size={20} /><span className="max-xl:hidden">{texts.otherLanguage}</span>
    </a>
  )
}

function Channels() {
  const texts = useTexts(shopTexts)
  const { channels } = useShop()
  if (channels.length === 0) return null
  return (
    <nav aria-label={texts.channels} className="border-b border-line max-md:hidden">
      <ul className="page strip gap-1 text-base">
        <li className="-ml-3"><PlaceLink to="/categories" className="tab px-3 font-semibold">{texts.allCategories}</PlaceLink></li>
        {channels.map((channel) => (
          <li key={channel.id}><PlaceLink to={`/c/${channel.id}`} className="tab px-3">{channel.name}</PlaceLink></li>
        ))}
        <li className="ml-auto"><PlaceLink to="/warranty" className="tab px-3 text-teal">{texts.warranty}</PlaceLink></li>
      </ul>
    </nav>
  )
}
