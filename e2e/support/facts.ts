/** Every piece of JSON-LD of the page as it was sent. */
export function factsIn(html: string): Record<string, never>[] {
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, text]) => JSON.parse(text ?? '') as Record<string, never>)
}
