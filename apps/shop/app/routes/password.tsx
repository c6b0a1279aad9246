import { changePassword, readProfile } from '@hearth/client/api/accounts'
import { codesTexts } from '@hearth/client/texts/shop-codes'
import { profileTexts } from '@hearth/client/texts/shop-profile'
import { Form, Link } from 'react-router'
import type { Route } from './+types/password'
import { maskedMobile } from '../parts/account-rules.ts'
import { EnterSubmit, FormNotice } from '../parts/form-notice.tsx'
import { Narrow } from '../parts/narrow.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PasswordField } from '../parts/password-field.tsx'
import { SmsCode } from '../parts/sms-code.tsx'
import { Submit } from '../parts/submit.tsx'
import { Told } from '../parts/told.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { useSms } from '../parts/use-sms.ts'
import { codeStep, freshState, refusedState, wrongState } from '../server/form-state.ts'
import type { FormState } from '../server/form-state.ts'
import { needsSession, orLeave, textOf } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

const BACK = '/me/password'

export async function loader({ context, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const { has_password, mobile } = await orLeave(readProfile(shop.http), url)
  return { hasPassword: has_password, mobile: mobile === null ? null : maskedMobile(mobile), fresh: freshState() }
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const person = await orLeave(readProfile(shop.http), url)
  const step = await codeStep(shop, form, person.mobile ?? '')
  if (step) return step
  const codes = codesTexts[shop.language]
  const words = profileTexts[shop.language]
  const oldPassword = String(form.get('old_password') ?? '')
  const smsCode = textOf(form, 'sms_code')
  const password = String(form.get('password') ?? '')
  const wrong = wrongState(shop, form, {
    old_password: person.has_password && oldPassword === '' && words.oldMissing,
    sms_code: !person.has_password && !/^\d{6}$/.test(smsCode) && words.smsMissing,
    password: (password.length < 8 || password.length > 20) && codes.passwordShort,
    password2: password !== form.get('password2') && codes.passwordsDiffer,
  })
  if (wrong) return wrong
  try {
    const proof = person.has_password ? { old_password: oldPassword } : { sms_code: smsCode }
    await changePassword(shop.http, { ...proof, password, password2: password })
  } catch (error) {
    return refusedState(error, shop, form, BACK)
  }
  return { ...freshState(), isDone: true }
}

export default function PasswordPage({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useTexts(profileTexts)
  const { hasPassword, mobile, fresh } = loaderData
  const isDone = actionData !== undefined && 'isDone' in actionData
  const title = hasPassword ? texts.passwordTitle : texts.passwordTitleNew
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={title} path={BACK} isPrivate />
      <Narrow title={title} text={hasPassword ? texts.passwordText : texts.passwordTextNew} back={{ to: '/me', label: texts.me }}>
        <div className="mt-6"><Told kind="good" text={isDone ? texts.passwordSaved : null} answer={actionData} /></div>
        {!hasPassword && mobile === null
          ? <div className="mt-6"><Notice kind="care"><Link to="/me/profile" className="tap font-semibold underline">{texts.needMobile}</Link></Notice></div>
          : <PasswordForm key={isDone ? 'again' : 'first'} hasPassword={hasPassword} mobile={mobile ?? ''} state={actionData ?? fresh} />}
      </Narrow>
    </div>
  )
}

function PasswordForm({ hasPassword, mobile, state }: { hasPassword: boolean; mobile: string; state: FormState }) {
  const texts = useTexts(profileTexts)
  const codes = useTexts(codesTexts)
  const sms = useSms(state)
  return (
    <Form method="post" className="mt-6 space-y-5" noValidate>
      <EnterSubmit intent="password" />
      <FormNotice refused={state.refused} />
      {hasPassword
        ? <PasswordField label={texts.oldPassword} name="old_password" errors={sms.errors.old_password} />
        : <SmsCode sms={sms} value={state.values.sms_code} hint={codes.smsTo(mobile)} />}
      <PasswordField label={codes.newPassword} name="password" hint={codes.passwordHint} errors={sms.errors.password} isNew saysStrength />
      <PasswordField label={codes.newPassword2} name="password2" errors={sms.errors.password2} isNew />
      <Submit name="intent" value="password" busy={texts.saving} className="btn btn-primary btn-big max-md:w-full">{texts.passwordSave}</Submit>
    </Form>
  )
}
