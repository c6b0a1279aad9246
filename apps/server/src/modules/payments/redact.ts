const SECRET = /^(sign|signature|.*_token|auth_code)$/i
const PERSONAL = /^(buyer_|seller_email|open_id|buyer$|subject$|body$)/i

/** Hides signatures and whatever names the buyer in a company's request or answer; the rest stays as evidence. */
export function redactFields(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => {
    if (SECRET.test(name)) return [name, '***']
    return [name, PERSONAL.test(name) ? `${value.slice(0, 2)}***` : value.slice(0, 2_000)]
  }))
}
