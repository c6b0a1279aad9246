import { finishOauth } from '@hearth/client/api/accounts'
import { ApiRefusal } from '@hearth/client/http'
import { accountTexts } from '@hearth/client/texts/shop-account'
import { registerTexts } from '@hearth/client/texts/shop-register'
import { ownPath } from '@hearth/client/view/own-path'
import { Link, data, redirect } from 'react-router'
import type { Route } from './+types/oauth'
import { PageHead } from '../parts/page-head.tsx'
import { StatePage } from '../parts/state-page.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'
import { isBrowserProvider, keepWaiting } from '../server/oauth.ts'
import { shopContext } from '../shop-context.ts'

type Trouble = 'cancelled' | 'refused' | 'down'

/** Where QQ or Alipay sends the browser back to: on to the page it came from, or to the question whom to bind to. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  const { provider } = params
  if (!isBrowserProvider(provider)) throw data(null, { status: 404 })
  const code = url.searchParams.get(provider === 'alipay' ? 'auth_code' : 'code') ?? url.searchParams.get('code') ?? ''
  if (code === '') return told(provider, 'cancelled', 400)
  const state = url.searchParams.get('state') ?? ''
  try {
    const view = await finishOauth(shop.http, provider, provider === 'alipay' ? { auth_code: code, state } : { code, state })
    if ('access' in view) return redirect(ownPath(view.next))
    const waiting = { provider, proof: view.access_token, purpose: view.purpose, next: ownPath(view.next) }
    return redirect('/bind', { headers: { 'set-cookie': keepWaiting(shop, waiting) } })
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    return error.status >= 500 ? told(provider, 'down', 503) : told(provider, 'refused', error.status)
  }
}

function told(provider: 'qq' | 'alipay', trouble: Trouble, status: number) {
  return data({ provider, trouble }, { status })
}

export default function OauthPage({ loaderData: { provider, trouble } }: Route.ComponentProps) {
  const texts = useTexts(registerTexts)
  const account = useTexts(accountTexts)
  const { user } = useShop()
  const company = texts.companies[provider]
  const titles = { cancelled: texts.cancelledTitle, refused: texts.refusedTitle, down: texts.downTitle }
  const title = titles[trouble](company)
  const text = { cancelled: texts.cancelledText, refused: texts.refusedText, down: texts.downText }[trouble]
  return (
    <div className="page">
      <PageHead title={title} isPrivate />
      <StatePage tone={trouble === 'cancelled' ? 'wait' : 'bad'} icon={trouble === 'cancelled' ? 'back' : 'alert'} title={title} text={text}>
        <p className="mt-6 flex flex-wrap justify-center gap-3">
          {user
            ? <Link to="/me/profile" className="btn btn-primary">{texts.backToProfile}</Link>
            : <Link to="/login" className="btn btn-primary">{trouble === 'cancelled' ? account.signIn : texts.backToSignIn}</Link>}
          <Link to="/" className="btn btn-line">{texts.toHome}</Link>
        </p>
      </StatePage>
    </div>
  )
}
