import type { ProfileView } from '@hearth/client/api/accounts'
import { profileTexts } from '@hearth/client/texts/shop-profile'
import { Form } from 'react-router'
import { maskedMobile } from '../parts/account-rules.ts'
import { Field } from '../parts/field.tsx'
import { EnterSubmit, FormNotice } from '../parts/form-notice.tsx'
import { Icon } from '../parts/icons.tsx'
import { PasswordField } from '../parts/password-field.tsx'
import { SmsCode } from '../parts/sms-code.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { useSms } from '../parts/use-sms.ts'
import type { FormState } from '../server/form-state.ts'

export function ProfileBasics({ person, state }: { person: Pick<ProfileView, 'username' | 'email'>; state: FormState }) {
  const texts = useTexts(profileTexts)
  const errors = state.refused?.errors
  return (
    <Form method="post" preventScrollReset className="mt-6 space-y-5 border-t border-line pt-5">
      <input type="hidden" name="part" value="basics" />
      <FormNotice refused={state.refused} />
      <div className="grid gap-5 md:grid-cols-2">
        <Field label={texts.username} name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={150} defaultValue={state.values.username ?? person.username} errors={errors?.username} />
        <Field label={texts.email} name="email" type="email" hint={texts.emailHint} autoComplete="email" maxLength={254} defaultValue={state.values.email ?? person.email} errors={errors?.email} />
      </div>
      <Submit name="intent" value="basics" busy={texts.saving} className="btn btn-primary">{texts.save}</Submit>
    </Form>
  )
}

/** Another number is proved by a code sent to it before it takes the place of the old one. */
export function ProfileMobile({ person, state }: { person: Pick<ProfileView, 'mobile' | 'has_password'>; state: FormState }) {
  const { mobile } = person
  const texts = useTexts(profileTexts)
  const sms = useSms(state)
  const isOpen = state.values.part === 'mobile'
  return (
    <section aria-labelledby="mobile" className="panel">
      <h2 id="mobile" className="text-lg">{texts.mobileTitle}</h2>
      <p className="num mt-2 text-muted">{mobile ? texts.mobileNow(maskedMobile(mobile)) : texts.mobileNone}</p>
      <details className="group mt-1" open={isOpen}>
        <summary className="tap gap-2 font-semibold text-ember-deep"><span className="moves flex group-open:rotate-90"><Icon name="right" size={18} /></span>{mobile ? texts.mobileChange : texts.mobileAdd}</summary>
        <Form method="post" preventScrollReset className="mt-3 space-y-5" noValidate>
          <EnterSubmit intent="mobile" />
          <input type="hidden" name="part" value="mobile" />
          <FormNotice refused={state.refused} />
          <Field label={texts.mobileNew} name="mobile" type="tel" inputMode="numeric" autoComplete="tel-national" required maxLength={11} defaultValue={state.values.mobile} errors={sms.errors.mobile ?? sms.errors.phone} />
          <SmsCode sms={sms} value={state.values.sms_code} />
          {mobile && person.has_password && <PasswordField label={texts.mobilePassword} name="password" hint={texts.mobilePasswordHint} errors={sms.errors.password} />}
          <Submit name="intent" value="mobile" busy={texts.saving} className="btn btn-primary">{texts.mobileSave}</Submit>
        </Form>
      </details>
    </section>
  )
}
