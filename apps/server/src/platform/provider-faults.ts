/**
 * What an outside company failed at, with the words to log; never shown to buyers. `errcode` and `errmsg` are the
 * company's own number and words, where it speaks in such. `noOpenid`: it answered, and did not say who somebody is.
 */
export type ProviderFaultFacts = {
  provider: string
  action: string
  answer: string
  errcode?: number
  errmsg?: string
  noOpenid?: boolean
}
export type ProviderFault = Error & ProviderFaultFacts

function fault(name: string, facts: ProviderFaultFacts): ProviderFault {
  return Object.assign(new Error(`${facts.provider} ${facts.action}: ${facts.answer}`), { name, ...facts })
}

/** The company could not be asked, or its answer cannot be trusted: what became of the call is unknown. Ask again. */
export function providerDown(facts: ProviderFaultFacts): ProviderFault {
  return fault('ProviderDown', facts)
}

/** The company understood and refused, in its own words. Asking again changes nothing. */
export function providerSaidNo(facts: ProviderFaultFacts): ProviderFault {
  return fault('ProviderSaidNo', facts)
}

export function isProviderDown(thrown: unknown): thrown is ProviderFault {
  return thrown instanceof Error && thrown.name === 'ProviderDown'
}

export function isProviderSaidNo(thrown: unknown): thrown is ProviderFault {
  return thrown instanceof Error && thrown.name === 'ProviderSaidNo'
}
