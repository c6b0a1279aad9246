import type { PersonView } from '@hearth/contracts/people'
import type { BulkAct } from './bulk-dialog.tsx'

export type Skipped = { person: PersonView; why: 'skipSelf' | 'skipBlocked' | 'skipActive' }
export type Sorted = { affected: PersonView[]; skipped: Skipped[] }

/** Whom an act concerns, and whom it leaves out and why: never oneself, nobody who is that way already. */
export function sortPeople(act: BulkAct, people: PersonView[], ownId: number): Sorted {
  const sorted = people.map((person) => ({ person, why: whyNot(act, person, ownId) }))
  return {
    affected: sorted.filter(({ why }) => why === null).map(({ person }) => person),
    skipped: sorted.filter((one): one is Skipped => one.why !== null),
  }
}

function whyNot(act: BulkAct, person: PersonView, ownId: number): Skipped['why'] | null {
  if (person.id === ownId) return 'skipSelf'
  if (act === 'block' && !person.is_active) return 'skipBlocked'
  return act === 'unblock' && person.is_active ? 'skipActive' : null
}
