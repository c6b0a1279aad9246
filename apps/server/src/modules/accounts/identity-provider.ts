/** Who somebody is at an outside company. `openid` is the company's id of him for us; it never leaves us. */
export type OutsidePerson = { openid: string; unionid: string | null; nickname: string; avatarUrl: string }

/**
 * A company where people sign in with their browser (QQ, Alipay). A network fault or a 5xx throws ProviderDown, a
 * refusal in the company's own words (a used or invented code, say) ProviderSaidNo.
 */
export type BrowserIdentityProvider = {
  readonly name: 'qq' | 'alipay'
  /** Where the browser goes to sign in. Makes no call. */
  loginUrl(state: string): string
  /** Trades the code that the browser brought back for the person; a code is good once. */
  exchange(code: string): Promise<OutsidePerson>
}

/** WeChat's mini-program: `wx.login` gives a code, `jscode2session` says whose it is. Faults as above. */
export type MiniProgramIdentityProvider = {
  readonly name: 'wechat'
  /** A simulated company believes every code; production never has one. */
  readonly isSimulated: boolean
  exchange(code: string): Promise<OutsidePerson>
}

export type IdentityProviders = {
  qq: BrowserIdentityProvider | null
  alipay: BrowserIdentityProvider | null
  wechat: MiniProgramIdentityProvider | null
}
