import type { ReactNode } from 'react'
import { listCategories } from '@hearth/client/api/catalog'
import { readCart } from '@hearth/client/api/cart'
import { whoAmI } from '@hearth/client/api/accounts'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from 'react-router'
import type { ShouldRevalidateFunctionArgs } from 'react-router'
import type { Route } from './+types/root'
import './app.css'
import { BottomBar } from './parts/bottom-bar.tsx'
import { ErrorPage } from './parts/error-page.tsx'
import { Footer } from './parts/footer.tsx'
import { Header } from './parts/header.tsx'
import { ProgressBar } from './parts/progress-bar.tsx'
import { useShop, useTexts } from './parts/use-shop.ts'
import { shopContext } from './shop-context.ts'
import { shopTexts } from '@hearth/client/texts/shop'

/** A page with a bar of actions of its own takes the place of the shop's bottom bar on a phone. */
export type BarHandle = { ownBar?: boolean; barIsFixed?: boolean; slimFooter?: boolean }

/** Never fails: a page without channels or cart count is better than none, and the error page needs this frame too. */
export async function loader({ context }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  const [channels, user, cart] = await Promise.all([
    listCategories(shop.http, 'major').catch(() => []),
    shop.mayBeSignedIn ? whoAmI(shop.http).catch(() => null) : null,
    shop.mayHaveCart ? readCart(shop.http).catch(() => []) : [],
  ])
  return {
    language: shop.language,
    publicUrl: shop.publicUrl,
    user: user && { username: user.username },
    cartCount: cart.reduce((count, line) => count + line.count, 0),
    channels: channels.map(({ id, name }) => ({ id, name })),
  }
}

/** Person and cart change by forms only, so walking through the shop does not ask for them again. */
export function shouldRevalidate({ formMethod }: ShouldRevalidateFunctionArgs): boolean {
  return formMethod !== undefined && formMethod !== 'GET'
}

export function Layout({ children }: { children: ReactNode }) {
  const { language } = useShop()
  const texts = useTexts(shopTexts)
  const bars = useMatches().map((match) => match.handle as BarHandle | undefined)
  const hasOwnBar = bars.some((bar) => bar?.ownBar)
  return (
    <html lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#ffffff" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body className={`flex min-h-dvh flex-col ${bars.some((bar) => bar?.barIsFixed) ? 'max-md:pb-17' : ''}`}>
        <a href="#content" className="btn btn-primary sr-skip">{texts.skip}</a>
        <ProgressBar />
        <Header />
        <main id="content" tabIndex={-1} className="flex-1 outline-none">{children}</main>
        <Footer isSlim={bars.some((bar) => bar?.slimFooter)} />
        {hasOwnBar ? null : <BottomBar />}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />
}
