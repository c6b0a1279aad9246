/** What an outside company failed at, with the words to log; never shown to buyers. */
export type ProviderFault = Error & { provider: string; action: string; answer: string }

function fault(name: string, what: { provider: string; action: string; answer: string; cause?: unknown }): ProviderFault {
  const { provider, action, answer, cause } = what
  return Object.assign(new Error(`${provider} ${action}: ${answer}`, { cause }), { name, provider, action, answer })
}

/** The company could not be asked, or its answer cannot be trusted: what became of the call is unknown. Ask again. */
export function providerDown(what: { provider: string; action: string; answer: string; cause?: unknown }): ProviderFault {
  return fault('ProviderDown', what)
}

/** The company understood and refused, in its own words. Asking again changes nothing. */
export function providerSaidNo(what: { provider: string; action: string; answer: string }): ProviderFault {
  return fault('ProviderSaidNo', what)
}

export function isProviderDown(thrown: unknown): thrown is ProviderFault {
  return thrown instanceof Error && thrown.name === 'ProviderDown'
}

export function isProviderSaidNo(thrown: unknown): thrown is ProviderFault {
  return thrown instanceof Error && thrown.name === 'ProviderSaidNo'
}
