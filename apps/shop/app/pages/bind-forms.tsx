import { codesTexts } from '@hearth/client/texts/shop-codes'
import { registerTexts } from '@hearth/client/texts/shop-register'
import { Form } from 'react-router'
import { Field } from '../parts/field.tsx'
import { EnterSubmit, FormNotice } from '../parts/form-notice.tsx'
import { Narrow } from '../parts/narrow.tsx'
import { PasswordField } from '../parts/password-field.tsx'
import { SmsCode } from '../parts/sms-code.tsx'
import { Submit } from '../parts/submit.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'
import { useSms } from '../parts/use-sms.ts'
import type { FormState } from '../server/form-state.ts'

type Props = { provider: 'qq' | 'alipay'; state: FormState }

/** A first sign-in by this company: the mobile number says which account it belongs to, or makes one. */
export function BindForm({ provider, state }: Props) {
  const texts = useTexts(registerTexts)
  const codes = useTexts(codesTexts)
  const sms = useSms(state)
  const company = texts.companies[provider]
  return (
    <Narrow title={texts.bindTitle(company)} text={texts.bindText(company)}>
      <Form method="post" className="mt-8 space-y-5" noValidate>
        <EnterSubmit intent="bind" />
        <FormNotice refused={state.refused} />
        <Field
          label={codes.mobile} name="mobile" type="tel" inputMode="numeric" autoComplete="tel-national" required maxLength={11}
          defaultValue={state.values.mobile} errors={sms.errors.mobile}
        />
        <SmsCode sms={sms} value={state.values.sms_code} />
        <PasswordField label={codes.password} name="password" hint={texts.bindPasswordHint} errors={sms.errors.password} />
        <Submit name="intent" value="bind" busy={texts.binding} className="btn btn-primary btn-big w-full">{texts.bindSubmit}</Submit>
      </Form>
    </Narrow>
  )
}

/** Somebody who is signed in adds this company as a way in: asked once more, with the account's name. */
export function LinkForm({ provider, state }: Props) {
  const texts = useTexts(registerTexts)
  const { user } = useShop()
  const company = texts.companies[provider]
  return (
    <Narrow title={texts.linkAsk(company, user?.username ?? '')} text={texts.linkText(company)}>
      <Form method="post" className="mt-8 space-y-5">
        <FormNotice refused={state.refused} />
        <div className="flex flex-wrap gap-3">
          <Submit name="intent" value="link" busy={texts.binding} className="btn btn-primary btn-big max-md:w-full">{texts.linkSubmit}</Submit>
          <Submit name="intent" value="cancel" busy={texts.linkCancel} className="btn btn-line btn-big max-md:w-full">{texts.linkCancel}</Submit>
        </div>
      </Form>
    </Narrow>
  )
}
