export type Role = 'individual' | 'dealer' | 'support' | 'admin'

/** Who is asking: the person behind a session that still stands. */
export type Person = {
  id: number
  username: string
  mobile: string | null
  email: string
  role: Role
  isAgent: boolean
  sessionId: string
}

type Standing = { role: Role; isAgent: boolean }

/** Customer service and administrators. */
export function isStaff(person: Standing): boolean {
  return person.role === 'admin' || person.role === 'support'
}

/** Who has work in the console: staff and agents. */
export function isConsolePerson(person: Standing): boolean {
  return isStaff(person) || person.isAgent
}

/** Source 001's number (contract §5.2): 1 agent, 3 employee, 2 everyone else. */
export function userType(person: Standing): number {
  if (person.isAgent) return 1
  return isStaff(person) ? 3 : 2
}
