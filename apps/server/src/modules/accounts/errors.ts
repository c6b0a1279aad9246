import { Refusal } from '@hearth/kernel/errors'
import type { RefusalTable, Sentence } from '@hearth/kernel/errors'

export const accountErrors = {
  'accounts.invalid': { status: 400, code: 'VALIDATION_ERROR', zh: '提交的内容有误，请检查后重试。', en: 'Something in the request is not right. Check it and try again.' },
  'accounts.wrong_login': { status: 401, code: 'UNAUTHORIZED', zh: '账号或密码不正确。', en: 'Wrong account or password.' },
  'accounts.needs_picture_code': { status: 400, code: 'VALIDATION_ERROR', zh: '请填写图形验证码。', en: 'Type what the picture says.' },
  'accounts.not_for_console': {
    status: 403, code: 'FORBIDDEN', zh: '这个账号不能进入管理后台。', en: 'This account has no access to the console.',
  },
  'accounts.refresh_refused': {
    status: 401, code: 'UNAUTHORIZED', zh: '登录已失效，请重新登录。', en: 'Your session has ended. Please sign in again.',
  },
  'accounts.not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这个用户。', en: 'There is no such person.' },
  'accounts.no_such_session': { status: 404, code: 'NOT_FOUND', zh: '这台设备已经退出登录。', en: 'This device is no longer signed in.' },
  'accounts.busy': { status: 503, code: 'SERVICE_UNAVAILABLE', zh: '现在登录的人太多，请稍后再试。', en: 'Too many people are signing in right now. Try again shortly.' },
  'accounts.sms_not_set_up': { status: 503, code: 'SERVICE_UNAVAILABLE', zh: '短信服务尚未开通。', en: 'Text messages are not set up.' },
  'accounts.sms_down': {
    status: 503, code: 'SERVICE_UNAVAILABLE', zh: '短信没有发出去，请稍后再试；这次不计次数。',
    en: 'The message could not be sent. Try again later; this try was not counted.',
  },
  'accounts.outside_not_set_up': {
    status: 503, code: 'SERVICE_UNAVAILABLE', zh: '这种登录方式尚未开通，请用密码登录。', en: 'This way to sign in is not set up. Use your password.',
  },
  'accounts.outside_down': {
    status: 503, code: 'SERVICE_UNAVAILABLE', zh: '对方的登录服务没有响应，请稍后再试。', en: 'The sign-in service does not answer. Try again later.',
  },
  'accounts.outside_refused': {
    status: 400, code: 'BUSINESS_ERROR', zh: '对方没有确认这次登录，请重新开始。', en: 'The other side did not confirm this sign-in. Start again.',
  },
  'accounts.outside_unclear': {
    status: 502, code: 'SUPPLIER_API_ERROR', zh: '对方的登录服务回答不完整，请稍后再试。', en: 'The sign-in service gave no usable answer. Try again later.',
  },
  'accounts.state_refused': {
    status: 400, code: 'BUSINESS_ERROR', zh: '登录请求已失效或不是从这里发起的，请重新开始。', en: 'This sign-in has expired or did not start here. Start again.',
  },
  'accounts.identity_taken': {
    status: 409, code: 'RESOURCE_CONFLICT', zh: '已经绑定过，请先解除原来的绑定。', en: 'Already linked. Remove that link first.',
  },
  'accounts.identity_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有绑定这种登录方式。', en: 'This way to sign in is not linked.' },
  'accounts.last_way_in': {
    status: 409, code: 'RESOURCE_CONFLICT', zh: '这是最后一种登录方式，请先设置密码或绑定手机号。',
    en: 'This is the last way into the account. Set a password or a mobile number first.',
  },
  'accounts.last_administrator': { status: 400, code: 'BUSINESS_ERROR', zh: '至少要留一位管理员。', en: 'One administrator has to remain.' },
  'accounts.not_oneself': { status: 400, code: 'BUSINESS_ERROR', zh: '不能对自己这样做。', en: 'You cannot do this to yourself.' },
  'accounts.still_referred_to': {
    status: 409, code: 'RESOURCE_CONFLICT', zh: '这个用户还有业务数据，不能删除，可以改为停用。', en: 'This person still has data here. Block the account instead.',
  },
  'accounts.open_business': {
    status: 409, code: 'RESOURCE_CONFLICT', zh: '还有未完成的订单或维修，完成后才能注销。', en: 'Orders or repairs are still open. Finish them first.',
  },
} as const satisfies RefusalTable

/** Refuses a request for its fields. */
export function refuseFields(fields: Record<string, Sentence[]>, facts: Record<string, unknown> = {}): never {
  throw new Refusal('accounts.invalid', { ...facts, fields })
}

export const sentences = {
  taken: { zh: '已被使用。', en: 'Already taken.' },
  missing: { zh: '此项必填。', en: 'This field is required.' },
  mobile: { zh: '请填写 11 位手机号。', en: 'Must be a mobile number of 11 digits.' },
  email: { zh: '邮箱格式不正确。', en: 'Not an e-mail address.' },
  picture: { zh: '图形验证码不正确或已过期，请换一张。', en: 'Wrong or expired picture code. Take another one.' },
  smsCode: { zh: '短信验证码不正确或已过期。', en: 'Wrong or expired code.' },
  allow: { zh: '请先同意服务条款。', en: 'Accept the terms first.' },
  password: { zh: '密码不正确。', en: 'Wrong password.' },
  smsRefused: { zh: '这个号码收不到短信。', en: 'This number cannot be reached.' },
  proof: { zh: '绑定凭证无效或已过期，请重新登录。', en: 'The proof is not valid or has expired. Sign in again.' },
} satisfies Record<string, Sentence>

/** The field whose unique index a write broke; null when it was another fault. */
export function takenField(fault: unknown): 'username' | 'mobile' | null {
  const constraint = (fault as { constraint?: string } | null)?.constraint
  if (constraint === 'users_username_key') return 'username'
  return constraint === 'users_mobile_key' ? 'mobile' : null
}
