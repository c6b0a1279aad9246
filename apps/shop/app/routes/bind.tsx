import { bindIdentity, linkIdentity } from '@hearth/client/api/accounts'
import { codesTexts } from '@hearth/client/texts/shop-codes'
import { registerTexts } from '@hearth/client/texts/shop-register'
import { Link, redirect, redirectDocument } from 'react-router'
import type { Route } from './+types/bind'
import { BindForm, LinkForm } from '../pages/bind-forms.tsx'
import { isMobile } from '../parts/account-rules.ts'
import { Empty } from '../parts/empty.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'
import { codeStep, freshState, refusedState, wrongState } from '../server/form-state.ts'
import { dropWaiting, readWaiting } from '../server/oauth.ts'
import type { Waiting } from '../server/oauth.ts'
import { needsSession, textOf } from '../server/refusals.ts'
import type { ShopRequest } from '../shop-context.ts'
import { shopContext } from '../shop-context.ts'

/** The proof stays out of the page; the page only learns of which company it is and what it is for. */
export function loader({ context, request, url }: Route.LoaderArgs) {
  const waiting = readWaiting(request)
  if (waiting?.purpose === 'link') needsSession(context.get(shopContext), url)
  return { waiting: waiting && { provider: waiting.provider, purpose: waiting.purpose }, fresh: freshState() }
}

export async function action({ context, request }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const waiting = readWaiting(request)
  if (!waiting) return redirect('/bind')
  if (form.get('intent') === 'cancel') return redirect('/me/profile', done(shop))
  if (waiting.purpose === 'link') return link(shop, form, waiting)
  const step = await codeStep(shop, form)
  if (step) return step
  const codes = codesTexts[shop.language]
  const words = registerTexts[shop.language]
  const wrong = wrongState(shop, form, {
    mobile: !isMobile(textOf(form, 'mobile')) && codes.mobileWrong,
    sms_code: !/^\d{6}$/.test(textOf(form, 'sms_code')) && words.smsMissing,
    password: form.get('password') === '' && words.passwordMissing,
  })
  if (wrong) return wrong
  try {
    await bindIdentity(shop.http, waiting.provider, {
      mobile: textOf(form, 'mobile'), sms_code: textOf(form, 'sms_code'), password: String(form.get('password')), access_token: waiting.proof,
    })
  } catch (error) {
    return refusedState(error, shop, form, '/bind')
  }
  return redirectDocument(waiting.next, done(shop))
}

async function link(shop: ShopRequest, form: FormData, waiting: Waiting) {
  try {
    await linkIdentity(shop.http, waiting.proof)
  } catch (error) {
    return refusedState(error, shop, form, '/bind')
  }
  return redirect(waiting.next === '/' ? `/me/profile?linked=${waiting.provider}` : waiting.next, done(shop))
}

const done = (shop: ShopRequest) => ({ headers: { 'set-cookie': dropWaiting(shop) } })

export default function BindPage({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useTexts(registerTexts)
  const { user } = useShop()
  const { waiting, fresh } = loaderData
  const state = actionData ?? fresh
  if (waiting === null) {
    return (
      <div className="page">
        <PageHead title={texts.nothingTitle} isPrivate />
        <Empty title={texts.nothingTitle} text={texts.nothingText} asHeading>
          {user ? <Link to="/me/profile" className="btn btn-primary">{texts.backToProfile}</Link> : <Link to="/login" className="btn btn-primary">{texts.backToSignIn}</Link>}
        </Empty>
      </div>
    )
  }
  return (
    <div className="page pt-8 md:pt-16">
      <PageHead title={waiting.purpose === 'link' ? texts.linkTitle(texts.companies[waiting.provider]) : texts.bindTitle(texts.companies[waiting.provider])} isPrivate />
      {waiting.purpose === 'link'
        ? <LinkForm provider={waiting.provider} state={state} />
        : <BindForm provider={waiting.provider} state={state} />}
    </div>
  )
}
