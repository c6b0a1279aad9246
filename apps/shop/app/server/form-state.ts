import { sendSmsCode } from '@hearth/client/api/accounts'
import { ApiRefusal } from '@hearth/client/http'
import { codesTexts } from '@hearth/client/texts/shop-codes'
import { data } from 'react-router'
import { isMobile, maskedMobile } from '../parts/account-rules.ts'
import type { ShopRequest } from '../shop-context.ts'
import { refusedForm, textOf } from './refusals.ts'
import type { Refused } from './refusals.ts'

/** What became of asking for a text message; `waitS` is how long until the next one may be asked for. */
export type SmsAnswer = { isSent: boolean; message: string; waitS: number; errors: Record<string, string[]> }
/** An account form that is not finished: what was typed, a fresh picture code, and what happened. No passwords. */
export type FormState = {
  values: Record<string, string>
  pictureId: string
  sms: SmsAnswer | null
  refused: Refused | null
}

const RESEND_S = 60
const LONG_S = 600
const NOT_KEPT = /^(?:intent|text|image_code_id|.*password2?)$/

export function freshState(): FormState {
  return { values: {}, pictureId: crypto.randomUUID(), sms: null, refused: null }
}

export function stateOf(form: FormData): FormState {
  const kept = [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string' && !NOT_KEPT.test(pair[0]))
  return { ...freshState(), values: Object.fromEntries(kept) }
}

/** The form again with what the API said against it, and with its status. */
export function refusedState(error: unknown, shop: ShopRequest, form: FormData, back: string) {
  const { data: answer, init } = refusedForm(error, shop, back)
  return data({ ...stateOf(form), refused: answer.refused }, init ?? {})
}

/** The form again with what we see ourselves, or null when nothing is wrong. */
export function wrongState(shop: ShopRequest, form: FormData, wrong: Record<string, string | false>) {
  const errors = Object.fromEntries(Object.entries(wrong).flatMap(([name, words]) => (words ? [[name, [words]]] : [])))
  if (Object.keys(errors).length === 0) return null
  const refused = { message: codesTexts[shop.language].checkForm, errorCode: 'VALIDATION_ERROR', errors }
  return data({ ...stateOf(form), refused }, { status: 400 })
}

/** Answers the buttons inside a form: another picture, or a text message to `mobile`. Null for the form itself. */
export async function codeStep(shop: ShopRequest, form: FormData, mobile = textOf(form, 'mobile')): Promise<FormState | null> {
  const intent = form.get('intent')
  if (intent === 'picture') return stateOf(form)
  if (intent !== 'sms') return null
  return { ...stateOf(form), sms: await sendCode(shop, form, mobile) }
}

async function sendCode(shop: ShopRequest, form: FormData, mobile: string): Promise<SmsAnswer> {
  const words = codesTexts[shop.language]
  const refuse = (message: string, errors: SmsAnswer['errors'] = {}, waitS = 0) => ({ isSent: false, message, waitS, errors })
  const text = textOf(form, 'text')
  if (!isMobile(mobile)) return refuse(words.mobileWrong, { mobile: [words.mobileWrong] })
  if (text === '') return refuse(words.textMissing, { text: [words.textMissing] })
  try {
    await sendSmsCode(shop.http, mobile, { image_code_id: textOf(form, 'image_code_id'), text })
    return { isSent: true, message: words.sent(maskedMobile(mobile)), waitS: RESEND_S, errors: {} }
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    if (error.status === 429) return refuse(...tooSoon(error, shop))
    return error.status >= 500 ? refuse(words.smsDown) : refuse(error.message, error.errors)
  }
}

function tooSoon(error: ApiRefusal, shop: ShopRequest): [string, SmsAnswer['errors'], number] {
  const said = Number(error.facts.retry_after_seconds)
  const waitS = Number.isFinite(said) && said > 0 ? Math.ceil(said) : RESEND_S
  const words = codesTexts[shop.language]
  return waitS > LONG_S ? [words.tooMany, {}, 0] : [words.tooSoon(waitS), {}, waitS]
}
