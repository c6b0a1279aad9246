import { signIn } from '@hearth/client/api/accounts'
import { accountTexts } from '@hearth/client/texts/shop-account'
import { ownPath } from '@hearth/client/view/own-path'
import { ApiRefusal } from '@hearth/client/http'
import { Form, data, redirectDocument } from 'react-router'
import type { Route } from './+types/login'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icons.tsx'
import { Mark } from '../parts/logo.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Submit } from '../parts/submit.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'
import { refusedForm, textOf } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

const noErrors: Record<string, string[]> = {}

export function loader({ url }: Route.LoaderArgs) {
  return { next: ownPath(url.searchParams.get('next')) }
}

/** Leads on by a whole page: the way back may be outside the shop, such as the console. */
export async function action({ context, request }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const texts = accountTexts[shop.language]
  const username = textOf(form, 'username')
  const password = form.get('password')
  if (username === '' || typeof password !== 'string' || password === '') {
    return data({ refused: { message: texts.missing, errors: noErrors }, username }, { status: 400 })
  }
  try {
    await signIn(shop.http, { username, password })
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 401) {
      return data({ refused: { message: error.message || texts.wrong, errors: noErrors }, username }, { status: 401 })
    }
    const { data: answer, init } = refusedForm(error, shop, '/login')
    return data({ ...answer, username }, init ?? {})
  }
  return redirectDocument(ownPath(textOf(form, 'next')))
}

export default function LoginPage({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useTexts(accountTexts)
  const { cartCount } = useShop()
  const refused = actionData?.refused
  return (
    <div className="page pt-8 md:pt-16">
      <PageHead title={texts.signInTitle} path="/login" isPrivate />
      <div className="mx-auto grid max-w-4xl overflow-hidden rounded-card md:grid-cols-2 md:border md:border-line md:shadow-soft">
        <Side />
        <div className="md:p-10 lg:p-12">
          <h1 className="text-xl">{texts.signInTitle}</h1>
          <p className="mt-2 text-muted">{texts.signInText}</p>
          <Form method="post" className="mt-8 space-y-5">
            {refused ? <Notice kind="error">{refused.message}</Notice> : null}
            <input type="hidden" name="next" value={loaderData.next} />
            <Field label={texts.name} name="username" autoComplete="username" autoCapitalize="none" required maxLength={150} defaultValue={actionData?.username} errors={refused?.errors.username} />
            <Field label={texts.password} name="password" type="password" autoComplete="current-password" required maxLength={200} errors={refused?.errors.password} />
            <Submit busy={texts.signingIn} className="btn btn-primary btn-big w-full">{texts.signIn}</Submit>
            {cartCount > 0 ? <p className="text-sm text-teal">{texts.cartKept}</p> : null}
          </Form>
        </div>
      </div>
    </div>
  )
}

function Side() {
  const texts = useTexts(accountTexts)
  return (
    <div className="relative flex flex-col justify-between overflow-hidden bg-wash p-12 max-md:hidden">
      <div>
        <Mark size={48} />
        <h2 className="mt-8 text-xl">{texts.sideTitle}</h2>
        <ul className="mt-6 space-y-3 text-[#3a4149]">
          {texts.side.map((line) => <li key={line} className="flex gap-3"><span className="text-teal"><Icon name="check" /></span>{line}</li>)}
        </ul>
      </div>
      <span aria-hidden="true" className="absolute -right-16 -bottom-24 h-64 w-56 rounded-t-full border-[28px] border-[#efe9e1]" />
    </div>
  )
}
