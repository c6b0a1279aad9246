import { askDeletion, readProfile } from '@hearth/client/api/accounts'
import { profileTexts } from '@hearth/client/texts/shop-profile'
import { Form, Link, redirect } from 'react-router'
import type { Route } from './+types/delete-account'
import { DeletionNotice } from '../pages/deletion-notice.tsx'
import { maskedMobile } from '../parts/account-rules.ts'
import { EnterSubmit, FormNotice } from '../parts/form-notice.tsx'
import { Icon } from '../parts/icons.tsx'
import { Narrow } from '../parts/narrow.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PasswordField } from '../parts/password-field.tsx'
import { SmsCode } from '../parts/sms-code.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { useSms } from '../parts/use-sms.ts'
import { codeStep, freshState, refusedState, wrongState } from '../server/form-state.ts'
import type { FormState } from '../server/form-state.ts'
import { needsSession, orLeave, textOf } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

const BACK = '/me/delete'

export async function loader({ context, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const { has_password, mobile, deletes_at } = await orLeave(readProfile(shop.http), url)
  return { hasPassword: has_password, mobile: maskedMobile(mobile ?? ''), deletesAt: deletes_at, fresh: freshState() }
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const person = await orLeave(readProfile(shop.http), url)
  const step = await codeStep(shop, form, person.mobile ?? '')
  if (step) return step
  const words = profileTexts[shop.language]
  const password = String(form.get('password') ?? '')
  const smsCode = textOf(form, 'sms_code')
  const wrong = wrongState(shop, form, {
    password: person.has_password && password === '' && words.deletePasswordMissing,
    sms_code: !person.has_password && !/^\d{6}$/.test(smsCode) && words.smsMissing,
  })
  if (wrong) return wrong
  try {
    await askDeletion(shop.http, person.has_password ? { password } : { sms_code: smsCode })
  } catch (error) {
    return refusedState(error, shop, form, BACK)
  }
  return redirect(BACK)
}

export default function DeleteAccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useTexts(profileTexts)
  const { deletesAt, fresh } = loaderData
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={texts.deletePageTitle} path={BACK} isPrivate />
      <Narrow title={texts.deletePageTitle} text={texts.deleteLead} back={{ to: '/me/profile', label: texts.title }}>
        {deletesAt ? <div className="mt-6"><DeletionNotice deletesAt={deletesAt} /></div> : null}
        <ul className="mt-6 space-y-3">
          {texts.deletePoints.map((point) => <li key={point} className="flex gap-3"><span className="mt-0.5 flex text-teal"><Icon name="check" size={20} /></span>{point}</li>)}
        </ul>
        {deletesAt ? null : <DeletionForm {...loaderData} state={actionData ?? fresh} />}
      </Narrow>
    </div>
  )
}

function DeletionForm({ hasPassword, mobile, state }: { hasPassword: boolean; mobile: string; state: FormState }) {
  const texts = useTexts(profileTexts)
  const sms = useSms(state)
  return (
    <Form method="post" className="panel mt-8 space-y-5" noValidate>
      <h2 className="text-lg">{texts.deleteProof}</h2>
      <EnterSubmit intent="delete" />
      <FormNotice refused={state.refused} />
      {state.refused?.errorCode !== 'RESOURCE_CONFLICT' ? null : <p className="-mt-3"><Link to="/orders" className="tap link">{texts.deleteToOrders}</Link></p>}
      {hasPassword
        ? <PasswordField label={texts.deletePassword} name="password" errors={sms.errors.password} />
        : <SmsCode sms={sms} value={state.values.sms_code} hint={mobile} />}
      <div className="flex flex-wrap gap-3">
        <Submit name="intent" value="delete" busy={texts.deleting} className="btn border-red text-red hover:bg-[#fdf0ee] max-md:w-full">{texts.deleteGo}</Submit>
        <Link to="/me/profile" className="btn btn-line max-md:w-full">{texts.deleteBack}</Link>
      </div>
    </Form>
  )
}
