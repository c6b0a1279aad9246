import { expect, test } from 'vitest'
import type { PersonView } from '@hearth/contracts/people'
import { sortPeople } from './bulk-people.ts'

const a = (id: number, is_active = true) => ({ id, is_active }) as PersonView
const me = a(1)
const people = [me, a(2), a(3, false)]

function said(act: 'block' | 'unblock' | 'endSessions') {
  const { affected, skipped } = sortPeople(act, people, me.id)
  return { affected: affected.map(({ id }) => id), skipped: skipped.map(({ person, why }) => [person.id, why]) }
}

test('blocking leaves out oneself and who is blocked already', () => {
  expect(said('block')).toEqual({ affected: [2], skipped: [[1, 'skipSelf'], [3, 'skipBlocked']] })
})

test('unblocking leaves out who is not blocked', () => {
  expect(said('unblock')).toEqual({ affected: [3], skipped: [[1, 'skipSelf'], [2, 'skipActive']] })
})

test('sessions end for everybody but oneself', () => {
  expect(said('endSessions')).toEqual({ affected: [2, 3], skipped: [[1, 'skipSelf']] })
})
