import { register } from '@hearth/client/api/accounts'
import { codesTexts } from '@hearth/client/texts/shop-codes'
import { registerTexts } from '@hearth/client/texts/shop-register'
import { Link, redirectDocument } from 'react-router'
import type { Route } from './+types/register'
import { RegisterForm } from '../pages/register-form.tsx'
import { isMobile, isUsername } from '../parts/account-rules.ts'
import { Door } from '../parts/door.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { withNext } from '../parts/with-next.ts'
import { codeStep, freshState, refusedState, wrongState } from '../server/form-state.ts'
import { nextIn, nextOf } from '../server/next-path.ts'
import { textOf } from '../server/refusals.ts'
import type { ShopRequest } from '../shop-context.ts'
import { shopContext } from '../shop-context.ts'

export function loader({ url }: Route.LoaderArgs) {
  return { next: nextOf(url), fresh: freshState() }
}

/** Leads on by a whole page: the way back may be outside the shop. */
export async function action({ context, request }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const step = await codeStep(shop, form)
  if (step) return step
  const wrong = wrongState(shop, form, faultsOf(shop, form))
  if (wrong) return wrong
  try {
    await register(shop.http, {
      username: textOf(form, 'username'), mobile: textOf(form, 'mobile'), sms_code: textOf(form, 'sms_code'),
      password: String(form.get('password')), password2: String(form.get('password2')), allow: true,
    })
  } catch (error) {
    return refusedState(error, shop, form, '/register')
  }
  return redirectDocument(nextIn(form))
}

/** What we see ourselves, so that one round shows all of it. */
function faultsOf(shop: ShopRequest, form: FormData): Record<string, string | false> {
  const words = registerTexts[shop.language]
  const codes = codesTexts[shop.language]
  const password = String(form.get('password') ?? '')
  return {
    username: !isUsername(textOf(form, 'username')) && words.usernameWrong,
    mobile: !isMobile(textOf(form, 'mobile')) && codes.mobileWrong,
    sms_code: !/^\d{6}$/.test(textOf(form, 'sms_code')) && words.smsMissing,
    password: (password.length < 8 || password.length > 20) && codes.passwordShort,
    password2: password !== form.get('password2') && codes.passwordsDiffer,
    allow: form.get('allow') === null && words.agreeMissing,
  }
}

export default function RegisterPage({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useTexts(registerTexts)
  const { next, fresh } = loaderData
  return (
    <div className="page pt-8 md:pt-16">
      <PageHead title={texts.title} path="/register" isPrivate />
      <Door title={texts.title} text={texts.text}>
        <RegisterForm state={actionData ?? fresh} next={next} />
        <p className="mt-6 flex items-center justify-center gap-2 text-sm text-muted">{texts.haveAccount}<Link to={withNext('/login', next)} className="tap link justify-center font-semibold">{texts.toSignIn}</Link></p>
      </Door>
    </div>
  )
}
