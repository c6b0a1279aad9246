import { askResetCode, resetPassword } from '@hearth/client/api/accounts'
import { codesTexts } from '@hearth/client/texts/shop-codes'
import { registerTexts } from '@hearth/client/texts/shop-register'
import { Link } from 'react-router'
import type { Route } from './+types/forgot'
import { AskCode, SetPassword } from '../pages/forgot-forms.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { StatePage } from '../parts/state-page.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { withNext } from '../parts/with-next.ts'
import { freshState, refusedState, stateOf, wrongState } from '../server/form-state.ts'
import { nextOf } from '../server/next-path.ts'
import { textOf } from '../server/refusals.ts'
import type { ShopRequest } from '../shop-context.ts'
import { shopContext } from '../shop-context.ts'

export function loader({ url }: Route.LoaderArgs) {
  return { next: nextOf(url), fresh: freshState() }
}

/** The fields of a form say how far it is: `stage` of the answer is `reset` once a code was asked for. */
export async function action({ context, request }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const intent = form.get('intent')
  if (intent === 'picture') return stateOf(form)
  return intent === 'reset' ? reset(shop, form) : sendCode(shop, form)
}

async function sendCode(shop: ShopRequest, form: FormData) {
  const username = textOf(form, 'username')
  const wrong = wrongState(shop, form, {
    username: username === '' && registerTexts[shop.language].accountMissing,
    text: textOf(form, 'text') === '' && codesTexts[shop.language].textMissing,
  })
  if (wrong) return wrong
  try {
    await askResetCode(shop.http, { username, image_code_id: textOf(form, 'image_code_id'), text: textOf(form, 'text') })
  } catch (error) {
    return refusedState(error, shop, form, '/forgot')
  }
  const state = stateOf(form)
  return { ...state, values: { ...state.values, stage: 'reset' } }
}

async function reset(shop: ShopRequest, form: FormData) {
  const codes = codesTexts[shop.language]
  const password = String(form.get('password') ?? '')
  const wrong = wrongState(shop, form, {
    sms_code: !/^\d{6}$/.test(textOf(form, 'sms_code')) && registerTexts[shop.language].smsMissing,
    password: (password.length < 8 || password.length > 20) && codes.passwordShort,
    password2: password !== form.get('password2') && codes.passwordsDiffer,
  })
  if (wrong) return wrong
  try {
    const body = { username: textOf(form, 'username'), sms_code: textOf(form, 'sms_code'), password, password2: password }
    await resetPassword(shop.http, body)
  } catch (error) {
    return refusedState(error, shop, form, '/forgot')
  }
  return { ...freshState(), values: { stage: 'done' } }
}

export default function ForgotPage({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useTexts(registerTexts)
  const { next, fresh } = loaderData
  const state = actionData ?? fresh
  const stage = (state.values as Record<string, string | undefined>).stage
  return (
    <div className="page pt-8 md:pt-16">
      <PageHead title={texts.forgotTitle} path="/forgot" isPrivate />
      {stage === 'done' ? (
        <StatePage tone="good" icon="check" title={texts.doneTitle} text={texts.doneText}>
          <p className="mt-6"><Link to={withNext('/login', next)} className="btn btn-primary btn-big">{texts.toSignIn}</Link></p>
        </StatePage>
      ) : stage === 'reset' ? <SetPassword state={state} next={next} /> : <AskCode state={state} next={next} />}
    </div>
  )
}
