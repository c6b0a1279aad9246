import { codesTexts } from '@hearth/client/texts/shop-codes'
import { registerTexts } from '@hearth/client/texts/shop-register'
import { Form } from 'react-router'
import { Field } from '../parts/field.tsx'
import { EnterSubmit, FormNotice } from '../parts/form-notice.tsx'
import { Narrow } from '../parts/narrow.tsx'
import { Notice } from '../parts/notice.tsx'
import { PasswordField } from '../parts/password-field.tsx'
import { PictureCode } from '../parts/picture-code.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { withNext } from '../parts/with-next.ts'
import type { FormState } from '../server/form-state.ts'

type Props = { state: FormState; next: string }

export function AskCode({ state, next }: Props) {
  const texts = useTexts(registerTexts)
  return (
    <Narrow title={texts.forgotTitle} text={texts.forgotText} back={{ to: withNext('/login', next), label: texts.toSignIn }}>
      <Form method="post" className="mt-8 space-y-5">
        <EnterSubmit intent="ask" />
        <FormNotice refused={state.refused} />
        <Field label={texts.account} name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={150} defaultValue={state.values.username} errors={state.refused?.errors.username ?? state.refused?.errors.mobile} />
        <PictureCode key={state.pictureId} id={state.pictureId} errors={state.refused?.errors.text} required />
        <Submit name="intent" value="ask" busy={texts.sending} className="btn btn-primary btn-big w-full">{texts.sendCode}</Submit>
      </Form>
    </Narrow>
  )
}

export function SetPassword({ state, next }: Props) {
  const texts = useTexts(registerTexts)
  const codes = useTexts(codesTexts)
  const { values, refused } = state
  const errors = refused?.errors
  return (
    <Narrow title={texts.sentTitle} back={{ to: withNext('/forgot', next), label: texts.otherAccount }}>
      {refused ? null : <div key={state.pictureId} className="mt-4"><Notice kind="good">{texts.sentText(values.username ?? '')}</Notice></div>}
      <Form method="post" className="mt-6 space-y-5" noValidate>
        <FormNotice refused={errors?.text ? null : refused} />
        <Kept username={values.username} />
        <Field label={codes.sms} name="sms_code" inputMode="numeric" autoComplete="one-time-code" required maxLength={6} defaultValue={values.sms_code} errors={errors?.sms_code} />
        <PasswordField label={codes.newPassword} name="password" hint={codes.passwordHint} errors={errors?.password} isNew saysStrength />
        <PasswordField label={codes.newPassword2} name="password2" errors={errors?.password2} isNew />
        <Submit name="intent" value="reset" busy={texts.setting} className="btn btn-primary btn-big w-full">{texts.setPassword}</Submit>
      </Form>
      <details key={state.pictureId} className="mt-4" open={errors?.text !== undefined}>
        <summary className="tap text-sm text-ember">{texts.notReceived}</summary>
        <Form method="post" className="panel mt-2 space-y-5">
          <EnterSubmit intent="ask" />
          <FormNotice refused={errors?.text ? refused : null} />
          <Kept username={values.username} />
          <PictureCode key={state.pictureId} id={state.pictureId} errors={errors?.text} required />
          <Submit name="intent" value="ask" busy={texts.sending} className="btn btn-line">{texts.sendAgain}</Submit>
        </Form>
      </details>
    </Narrow>
  )
}

/** What the next round has to know. */
function Kept({ username }: { username: string | undefined }) {
  return (
    <>
      <input type="hidden" name="username" value={username} />
      <input type="hidden" name="stage" value="reset" />
    </>
  )
}
