/** What an outside company failed at, with the words to log; never shown to buyers. */
export type ProviderFaultFacts = { provider: string; action: string; answer: string }
export type ProviderFault = Error & ProviderFaultFacts

function fault(name: string, facts: ProviderFaultFacts): ProviderFault {
  const { provider, action, answer } = facts
  return Object.assign(new Error(`${provider} ${action}: ${answer}`), { name, provider, action, answer })
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
