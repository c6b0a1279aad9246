import { signIn } from '@hearth/client/api/accounts'
import { accountTexts } from '@hearth/client/texts/shop-account'
import { codesTexts } from '@hearth/client/texts/shop-codes'
import { ApiRefusal } from '@hearth/client/http'
import { Form, Link, data, redirectDocument } from 'react-router'
import type { Route } from './+types/login'
import { Door } from '../parts/door.tsx'
import { Field } from '../parts/field.tsx'
import { EnterSubmit, FormNotice } from '../parts/form-notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PasswordField } from '../parts/password-field.tsx'
import { PictureCode } from '../parts/picture-code.tsx'
import { Submit } from '../parts/submit.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'
import { withNext } from '../parts/with-next.ts'
import { freshState, stateOf } from '../server/form-state.ts'
import { nextIn, nextOf } from '../server/next-path.ts'
import { goToCompany, isBrowserProvider } from '../server/oauth.ts'
import { refusedForm, textOf } from '../server/refusals.ts'
import type { Refused } from '../server/refusals.ts'
import type { ShopRequest } from '../shop-context.ts'
import { shopContext } from '../shop-context.ts'

export function loader({ url }: Route.LoaderArgs) {
  return { next: nextOf(url), fresh: freshState() }
}

/** Leads on by a whole page: the way back may be outside the shop, such as the console. */
export async function action({ context, request }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const intent = textOf(form, 'intent')
  const hadPicture = form.get('image_code_id') !== null
  if (intent === 'picture') return { ...stateOf(form), needsPicture: true }
  if (isBrowserProvider(intent)) return goToCompany(shop, intent, { next: nextIn(form), purpose: 'sign-in', back: '/login' })
  const username = textOf(form, 'username')
  const password = form.get('password')
  if (username === '' || typeof password !== 'string' || password === '') {
    const refused: Refused = { message: accountTexts[shop.language].missing, errorCode: 'VALIDATION_ERROR', errors: {} }
    return data({ ...stateOf(form), refused, needsPicture: hadPicture }, { status: 400 })
  }
  const picture = hadPicture ? { image_code_id: textOf(form, 'image_code_id'), text: textOf(form, 'text') } : {}
  try {
    await signIn(shop.http, { username, password, ...picture })
  } catch (error) {
    return refusedSignIn(error, shop, form, hadPicture)
  }
  return redirectDocument(nextIn(form))
}

function refusedSignIn(error: unknown, shop: ShopRequest, form: FormData, hadPicture: boolean) {
  if (error instanceof ApiRefusal && error.status < 500) {
    const texts = accountTexts[shop.language]
    const asksPicture = error.facts.needs_image_code === true
    const errors = asksPicture && !hadPicture ? { text: [texts.pictureNeeded] } : error.errors
    const refused: Refused = { message: error.message || texts.wrong, errorCode: error.errorCode, errors }
    return data({ ...stateOf(form), refused, needsPicture: hadPicture || asksPicture }, { status: error.status })
  }
  const { data: answer, init } = refusedForm(error, shop, '/login')
  return data({ ...stateOf(form), refused: answer.refused, needsPicture: hadPicture }, init ?? {})
}

export default function LoginPage({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useTexts(accountTexts)
  const codes = useTexts(codesTexts)
  const { cartCount } = useShop()
  const { next, fresh } = loaderData
  const state = actionData ?? fresh
  const errors = state.refused?.errors
  return (
    <div className="page pt-8 md:pt-16">
      <PageHead title={texts.signInTitle} path="/login" isPrivate />
      <Door title={texts.signInTitle} text={texts.signInText}>
        <Form method="post" className="mt-8 space-y-5">
          <EnterSubmit intent="sign-in" />
          <FormNotice refused={state.refused} />
          <input type="hidden" name="next" value={next} />
          <Field label={texts.name} name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={150} defaultValue={state.values.username} errors={errors?.username} />
          <PasswordField label={codes.password} name="password" errors={errors?.password} />
          {'needsPicture' in state && state.needsPicture ? <PictureCode key={state.pictureId} id={state.pictureId} errors={errors?.text} /> : null}
          <Submit name="intent" value="sign-in" busy={texts.signingIn} className="btn btn-primary btn-big w-full">{texts.signIn}</Submit>
          {cartCount > 0 ? <p className="text-sm text-teal">{texts.cartKept}</p> : null}
        </Form>
        <p className="mt-2 flex flex-wrap justify-between gap-x-4 text-sm">
          <Link to={withNext('/register', next)} className="tap link">{texts.toRegister}</Link>
          <Link to={withNext('/forgot', next)} className="tap link">{texts.toForgot}</Link>
        </p>
        <OtherWays next={next} />
      </Door>
    </div>
  )
}

function OtherWays({ next }: { next: string }) {
  const texts = useTexts(accountTexts)
  return (
    <Form method="post" className="mt-5">
      <input type="hidden" name="next" value={next} />
      <p aria-hidden="true" className="flex items-center gap-4 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">{texts.otherWays}</p>
      <div className="mt-4 grid gap-3 sm:grid-cols-2">
        <Submit name="intent" value="qq" busy={texts.leaving} className="btn btn-line px-3">{texts.qq}</Submit>
        <Submit name="intent" value="alipay" busy={texts.leaving} className="btn btn-line px-3">{texts.alipay}</Submit>
      </div>
    </Form>
  )
}
