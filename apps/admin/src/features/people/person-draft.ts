import type { Role } from '@hearth/contracts/accounts'
import type { PersonBody, PersonPatch, PersonView } from '@hearth/contracts/people'

export const roles = ['individual', 'dealer', 'support', 'admin'] as const satisfies readonly Role[]

/** What the form holds; empty words mean "not given". */
export type PersonDraft = {
  username: string
  password: string
  role: Role
  mobile: string
  email: string
  is_agent: boolean
  is_active: boolean
}
/** The fields of the form by which the server names faults. */
export const draftFields: readonly string[] = ['username', 'password', 'role', 'mobile', 'phone', 'email', 'is_agent', 'is_active']

export const PASSWORD = { min: 8, max: 20 }

export function draftOf(person: PersonView | undefined): PersonDraft {
  return {
    username: person?.username ?? '', password: '', role: person?.role ?? 'individual', mobile: person?.mobile ?? '',
    email: person?.email ?? '', is_agent: person?.is_agent ?? false, is_active: person?.is_active ?? true,
  }
}

export function toPersonBody(draft: PersonDraft): PersonBody {
  const { password, mobile, ...rest } = trimmed(draft)
  return { ...rest, ...(password !== '' && { password }), ...(mobile !== '' && { mobile }) }
}

/** Only what differs from the person as he stands. */
export function toPersonPatch(person: PersonView, draft: PersonDraft): PersonPatch {
  const before = draftOf(person)
  const after = trimmed(draft)
  const changed = Object.entries(after).filter(([name, value]) => value !== before[name as keyof PersonDraft])
  const patch: PersonPatch = Object.fromEntries(changed)
  return patch.mobile === '' ? { ...patch, mobile: null } : patch
}

/** Whether such a change signs the person out everywhere: it changes what he may do, or how he signs in. */
export function endsSessions(patch: PersonPatch): boolean {
  const { role, is_agent: isAgent, is_active: isActive, password } = patch
  return [role, isAgent, isActive, password].some((each) => each !== undefined)
}

/** A password is what it is, spaces included. */
function trimmed(draft: PersonDraft): PersonDraft {
  return { ...draft, username: draft.username.trim(), mobile: draft.mobile.trim(), email: draft.email.trim() }
}
