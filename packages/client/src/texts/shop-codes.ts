import { catalogue } from './catalogue.ts'

/** Words of the fields that several account forms share: picture code, text message code, passwords, confirmations. */
export const zh = {
  mobile: '手机号',
  mobileWrong: '请填写 11 位手机号。',
  picture: '图形验证码',
  pictureHint: '看不清？点图片换一张',
  pictureAlt: '图形验证码图片，点一下换一张',
  textMissing: '请先填写图片里的字符。',
  sms: '短信验证码',
  getSms: '获取验证码',
  sendingSms: '正在发送',
  getSmsIn: (seconds: number) => `${seconds} 秒后重发`,
  sent: (mobile: string) => `验证码已发到 ${mobile}，5 分钟内有效。`,
  smsTo: (mobile: string) => `验证码会发到 ${mobile}`,
  tooSoon: (seconds: number) => `刚刚发过一条，请 ${seconds} 秒后再试。`,
  tooMany: '今天要的验证码太多了，请明天再试，或者联系客服。',
  smsDown: '短信暂时发不出去，请过几分钟再试。你填的内容都在。',
  password: '密码',
  newPassword: '新密码',
  password2: '再输一次密码',
  newPassword2: '再输一次新密码',
  passwordHint: '8 到 20 位，字母、数字、符号混用更安全',
  passwordsDiffer: '两次输入的密码不一样。',
  passwordShort: '密码要 8 到 20 位。',
  strength: { short: '还不够 8 位', weak: '强度：偏弱', fair: '强度：一般', strong: '强度：较强' },
  show: '显示',
  hide: '隐藏',
  showTyped: '显示输入的内容',
  hideTyped: '隐藏输入的内容',
  checkForm: '还有几处需要改一下，见下面的红字。',
}

export const codesTexts = catalogue('codes', zh)
