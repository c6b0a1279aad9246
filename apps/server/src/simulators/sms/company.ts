import type { Db } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { insertMessage, isOut } from './books.ts'
import { isSigned, readAuthorization } from './signature.ts'
import type { SignedCall } from './signature.ts'

/** The simulated company of one database and its one customer. */
export type Company = {
  db: Db
  now(): Date
  keyId: string
  secret: string
  signName: string
}

export const OUTAGE = 'sms'

/** The texts that the company has approved, by their codes. */
export const TEMPLATES: Record<string, string> = {
  SMS_100000001: '您的验证码是${code}，5分钟内有效，请勿告诉他人。',
  SMS_100000002: '您正在重置登录密码，验证码是${code}，5分钟内有效。如非本人操作，请忽略本短信。',
}

/** One answer of the company; `status` is that of HTTP. */
export type Answer = { status: number; code: string; message: string; bizId?: string }

/** Answers one call: checks who asks, sends, or refuses. The README lists the magic numbers. */
export async function answerCall(company: Company, call: SignedCall, query: URLSearchParams): Promise<Answer> {
  const problem = callerProblem(company, call)
  if (problem) return problem
  const to = query.get('PhoneNumbers') ?? ''
  if (to.endsWith('9999') || await isOut(company.db, OUTAGE)) return no(500, 'InternalError', 'The request processing has failed due to some unknown error.')
  const letter = readLetter(company, query)
  if ('code' in letter) return letter
  await inTransaction(company.db, (tx) => insertMessage(tx, {
    channel: 'sms', to, text: letter.text, code: letter.params.code ?? null, createdAt: company.now(),
  }))
  return { status: 200, code: 'OK', message: 'OK', bizId: `${company.now().getTime()}${to.slice(-4)}^0` }
}

function no(status: number, code: string, message: string): Answer {
  return { status, code, message }
}

function callerProblem(company: Company, call: SignedCall): Answer | null {
  const signer = readAuthorization(String(call.headers.authorization ?? ''))
  if (!signer) return no(400, 'MissingAuthorization', 'Authorization is mandatory for this action.')
  if (signer.keyId !== company.keyId) return no(404, 'InvalidAccessKeyId.NotFound', 'Specified access key is not found.')
  if (!isSigned(call, signer, company.secret)) {
    return no(400, 'SignatureDoesNotMatch', 'Specified signature is not matched with our calculation.')
  }
  const { 'x-acs-action': action, 'x-acs-version': version } = call.headers
  if (action === 'SendSms' && version === '2017-05-25') return null
  return no(404, 'InvalidAction.NotFound', 'Specified api is not found, please check your url and method.')
}

type Letter = { text: string; params: Record<string, string> }

/** What the person gets, or the company's reason against it (answered with HTTP 200, as it does). */
function readLetter(company: Company, query: URLSearchParams): Letter | Answer {
  const to = query.get('PhoneNumbers') ?? ''
  if (to.endsWith('9998')) return no(200, 'isv.BUSINESS_LIMIT_CONTROL', '触发小时级流控Permits:5')
  if (to.endsWith('9997') || !/^1[3-9]\d{9}$/.test(to)) return no(200, 'isv.MOBILE_NUMBER_ILLEGAL', `${to}手机号码格式错误`)
  if (query.get('SignName') !== company.signName) return no(200, 'isv.SMS_SIGNATURE_ILLEGAL', '签名不合法(不存在或被拉黑)')
  const template = TEMPLATES[query.get('TemplateCode') ?? '']
  if (!template) return no(200, 'isv.SMS_TEMPLATE_ILLEGAL', '模板不合法(不存在或被拉黑)')
  const params = readParams(query.get('TemplateParam') ?? '{}')
  if (!params) return no(200, 'isv.INVALID_JSON_PARAM', 'JSON参数不合法，只接受字符串值')
  const missing = [...template.matchAll(/\$\{(\w+)\}/g)].find((match) => !params[match[1] ?? ''])
  if (missing) return no(200, 'isv.TEMPLATE_MISSING_PARAMETERS', `模板变量缺少对应参数值${missing[1]}`)
  const words = template.replace(/\$\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  return { text: `【${company.signName}】${words}`, params }
}

/** A JSON object of texts; null for anything else. */
function readParams(text: string): Record<string, string> | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    return Object.values(value).every((each) => typeof each === 'string') ? value as Record<string, string> : null
  } catch {
    return null
  }
}
