import { Refusal } from '@hearth/kernel/errors'
import { isProviderDown, isProviderSaidNo } from '../platform/provider-faults.ts'

/** Each asks a company, whose patience is the merchant's. */
export const OUTSIDE_CALLS = { name: 'sign-in-outside', limit: 60, windowMs: 60_000 }

/**
 * Asks a company who somebody is. Throws accounts.outside_not_set_up, accounts.outside_down, accounts.outside_refused
 * (with `errcode` and `errmsg` when the company gave them), accounts.outside_unclear.
 */
export async function askOutside<P, T>(provider: P | null, ask: (provider: P) => Promise<T>): Promise<T> {
  if (!provider) throw new Refusal('accounts.outside_not_set_up')
  try {
    return await ask(provider)
  } catch (fault) {
    const cause = { cause: fault }
    if (isProviderDown(fault)) {
      const key = (fault as { noOpenid?: boolean }).noOpenid ? 'accounts.outside_unclear' : 'accounts.outside_down'
      throw Object.assign(new Refusal(key), cause)
    }
    if (!isProviderSaidNo(fault)) throw fault
    const { errcode, errmsg } = fault as { errcode?: number; errmsg?: string }
    throw Object.assign(new Refusal('accounts.outside_refused', errcode === undefined ? {} : { errcode, errmsg }), cause)
  }
}
