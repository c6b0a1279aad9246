/** What a text message is for; the provider has one approved template for each. */
export type SmsPurpose = 'verify' | 'reset_password'

/**
 * Sends text messages. A network fault, a 5xx or the company's own flow control throws ProviderDown; a refusal that
 * will not change (a number it does not serve) ProviderSaidNo.
 */
export type SmsSender = {
  sendCode(message: { mobile: string; code: string; purpose: SmsPurpose }): Promise<void>
}
