import { useState } from 'react'
import { countMobile, countUsername } from '@hearth/client/api/accounts'
import { browserHttp } from '@hearth/client/http'
import { codesTexts } from '@hearth/client/texts/shop-codes'
import { registerTexts } from '@hearth/client/texts/shop-register'
import { Form, Link } from 'react-router'
import { isMobile, isUsername } from '../parts/account-rules.ts'
import { Field } from '../parts/field.tsx'
import { EnterSubmit, FormNotice } from '../parts/form-notice.tsx'
import { PasswordField } from '../parts/password-field.tsx'
import { SmsCode } from '../parts/sms-code.tsx'
import { Submit } from '../parts/submit.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'
import { useSms } from '../parts/use-sms.ts'
import type { FormState } from '../server/form-state.ts'

/** The code comes before the passwords: a round without scripts brings everything back but them. */
export function RegisterForm({ state, next }: { state: FormState; next: string }) {
  const texts = useTexts(registerTexts)
  const codes = useTexts(codesTexts)
  const sms = useSms(state)
  const { values, refused } = state
  const username = useTaken(isUsername, countUsername, {
    wrong: texts.usernameWrong, free: texts.usernameFree, taken: texts.usernameTaken,
  })
  const mobile = useTaken(isMobile, countMobile, {
    wrong: codes.mobileWrong, free: texts.mobileFree, taken: texts.mobileTaken,
  })
  return (
    <Form method="post" className="mt-8 space-y-5" noValidate>
      <EnterSubmit intent="register" />
      <FormNotice refused={refused} />
      <input type="hidden" name="next" value={next} />
      <Field
        label={texts.username} name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={20}
        defaultValue={values.username} hint={username.good ?? texts.usernameHint}
        errors={username.bad ?? sms.errors.username} {...username.watch}
      />
      <Field
        label={codes.mobile} name="mobile" type="tel" inputMode="numeric" autoComplete="tel-national" required maxLength={11}
        defaultValue={values.mobile} hint={mobile.good ?? texts.mobileHint}
        errors={mobile.bad ?? sms.errors.mobile} {...mobile.watch}
      />
      <SmsCode sms={sms} value={values.sms_code} />
      <PasswordField label={codes.password} name="password" hint={codes.passwordHint} errors={sms.errors.password} isNew saysStrength />
      <PasswordField label={codes.password2} name="password2" errors={sms.errors.password2} isNew />
      <Agreement isTicked={values.allow !== undefined} errors={sms.errors.allow} />
      <Submit name="intent" value="register" busy={texts.submitting} className="btn btn-primary btn-big w-full">{texts.submit}</Submit>
    </Form>
  )
}

function Agreement({ isTicked, errors }: { isTicked: boolean; errors: string[] | undefined }) {
  const texts = useTexts(registerTexts)
  return (
    <div>
      <div className="-ml-3 flex items-center">
        <label className="tap shrink-0 justify-center"><input type="checkbox" name="allow" value="true" required defaultChecked={isTicked} aria-invalid={errors ? true : undefined} aria-describedby={errors ? 'error-allow' : undefined} aria-labelledby="agreement" className="size-5 accent-[#c2410c]" /></label>
        <p id="agreement" className="text-sm">
          {texts.agree}<Link to="/terms" target="_blank" className="link inline-block py-3">{texts.terms}</Link>{texts.and}<Link to="/privacy" target="_blank" className="link inline-block py-3">{texts.privacy}</Link>
        </p>
      </div>
      {errors ? <p id="error-allow" className="mt-1 text-sm text-red">{errors.join(' ')}</p> : null}
    </div>
  )
}

type Count = (http: ReturnType<typeof browserHttp>, text: string) => Promise<{ count: number }>
type Words = { wrong: string; free: string; taken: string }

/** Says on leaving a field whether its text is still free; silent while it is being typed, and when nobody answers. */
function useTaken(isRight: (text: string) => boolean, count: Count, words: Words) {
  const { language } = useShop()
  const [said, setSaid] = useState<{ good?: string; bad?: string[] }>({})
  const check = async (text: string) => {
    if (text === '') return setSaid({})
    if (!isRight(text)) return setSaid({ bad: [words.wrong] })
    const answer = await count(browserHttp(() => language), text).catch(() => null)
    setSaid(answer === null ? {} : answer.count > 0 ? { bad: [words.taken] } : { good: words.free })
  }
  return {
    ...said,
    watch: {
      onBlur: (event: { target: { value: string } }) => void check(event.target.value.trim()),
      onChange: () => setSaid({}),
    },
  }
}
