import { expect, test } from 'vitest'
import type { PersonView } from '@hearth/contracts/people'
import { draftOf, endsSessions, toPersonBody, toPersonPatch } from './person-draft.ts'

const person: PersonView = {
  id: 7, username: 'xiaolan', mobile: '13800000009', phone: '13800000009', email: 'lan@example.cn', avatar_url: '',
  role: 'individual', is_staff: false, is_agent: false, user_type: 2, last_login_at: null,
  date_joined: '2026-11-20T14:05:09.000+08:00', orders_count: 0, completed_orders_count: 0, company_info: null,
  is_active: true, has_password: true, identities: [], deletes_at: null,
}
const draft = draftOf(person)

test('a new person without password and mobile is sent without them', () => {
  expect(toPersonBody({ ...draftOf(undefined), username: ' ann ' })).toEqual({
    username: 'ann', role: 'individual', email: '', is_agent: false, is_active: true,
  })
})

test('what did not change is not sent', () => {
  expect(toPersonPatch(person, draft)).toEqual({})
  expect(toPersonPatch(person, { ...draft, email: ' lan@example.cn ', role: 'support' })).toEqual({ role: 'support' })
})

test('an emptied mobile is taken away, an empty password stays as it is', () => {
  expect(toPersonPatch(person, { ...draft, mobile: '', password: '' })).toEqual({ mobile: null })
})

test('rights, password and blocking end the sessions, other changes do not', () => {
  expect(endsSessions(toPersonPatch(person, { ...draft, role: 'admin' }))).toBe(true)
  expect(endsSessions(toPersonPatch(person, { ...draft, password: 'new words 2026' }))).toBe(true)
  expect(endsSessions(toPersonPatch(person, { ...draft, is_active: false }))).toBe(true)
  expect(endsSessions(toPersonPatch(person, { ...draft, is_agent: true }))).toBe(true)
  expect(endsSessions(toPersonPatch(person, { ...draft, email: '', mobile: '', username: 'lan' }))).toBe(false)
})
