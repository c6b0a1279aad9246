import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { NEW_PASSWORD, aMobile, aName, signInWith } from '../../tests/support/registration.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { changePerson } from '../modules/accounts/index.ts'

let w: World
let boss: SignedIn
beforeAll(async () => {
  w = await openWorld()
  boss = await w.signIn('the_boss', { role: 'admin' })
})
afterAll(() => w[Symbol.asyncDispose]())
beforeEach(() => w.deps.store.resetHits())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const call = (method: Method, url: string, payload?: object, who: SignedIn = boss) =>
  w.app.inject({ method, url: `/api${url}`, headers: who.headers, ...(payload && { payload }) })
const isIn = async (who: SignedIn) => (await w.app.inject({ url: '/api/user/', headers: who.headers })).statusCode === 200

describe('making somebody', () => {
  test('a person of any standing, who signs in with the password he was given', async () => {
    const [username, mobile] = [aName(), aMobile()]
    const made = await call('POST', '/users/', {
      username, mobile, email: 'a@b.example', password: NEW_PASSWORD, role: 'support', is_agent: true,
    })
    expect([made.statusCode, made.json()]).toMatchObject([201, {
      username, mobile, phone: mobile, email: 'a@b.example', role: 'support', is_agent: true, is_active: true, is_staff: true,
      has_password: true, identities: [], deletes_at: null,
      counts: { orders: 0, units: 0, addresses: 0, cart_lines: 0, sessions: 0, repairs: 0 },
    }])
    expect(made.body).not.toMatch(/argon2|password_hash|openid/)
    expect((await signInWith(w, username, NEW_PASSWORD)).statusCode).toBe(200)
  })

  test('every field at fault is named, and nothing is written', async () => {
    const people = await countOf(w, 'accounts.users')
    const refused = await call('POST', '/users/', { username: 'a b', phone: '123', email: 'x', password: 'password' })
    expect([refused.statusCode, Object.keys(refused.json().errors).toSorted()]).toEqual([400, ['email', 'password', 'phone', 'username']])
    const taken = await call('POST', '/users/', { username: 'THE_BOSS' })
    expect(taken.json().errors).toEqual({ username: ['已被使用。'] })
    expect(await countOf(w, 'accounts.users')).toBe(people)
  })

  test('in the words of source 001: agent, customer, employee', async () => {
    for (const [user_type, role, is_agent] of [[1, 'individual', true], [2, 'individual', false], [3, 'support', false]] as const) {
      const username = aName()
      const made = await call('POST', '/lifecycle/users/', { username, user_type, phone: aMobile() })
      expect([made.statusCode, made.json()]).toMatchObject([201, { status: 'success', data: { username, user_type } }])
      const { id } = made.json().data
      expect((await call('GET', `/users/${id}/`)).json()).toMatchObject({ role, is_agent })
      const changed = await call('PUT', `/lifecycle/users/${id}/`, { username, user_type: 1 })
      expect(changed.json().data).toMatchObject({ id, user_type: 1 })
    }
    const dealer = await w.signIn(aName(), { role: 'dealer' })
    await call('PUT', `/lifecycle/users/${dealer.userId}/`, { username: dealer.username, user_type: 2 })
    expect((await call('GET', `/users/${dealer.userId}/`)).json().role).toBe('dealer')
    expect((await call('PUT', '/lifecycle/users/999999/', { username: aName(), user_type: 2 })).statusCode).toBe(404)
    expect((await call('POST', '/lifecycle/users/', { username: aName(), user_type: 4 })).json().status).toBe('error')
  })
})

describe('changing somebody', () => {
  test('a block, another role or another password end his sessions at once; another mail does not', async () => {
    for (const [change, stays] of [
      [{ email: 'new@b.example' }, true], [{ is_active: false }, false], [{ role: 'support' }, false],
      [{ is_agent: true }, false], [{ password: NEW_PASSWORD }, false],
    ] as const) {
      const person = await w.signIn(aName())
      expect((await call('PATCH', `/users/${person.userId}/`, change)).statusCode).toBe(200)
      expect([Object.keys(change), await isIn(person)]).toEqual([Object.keys(change), stays])
    }
  })

  test('a blocked person cannot sign in, and can again when unblocked', async () => {
    const person = await w.signIn(aName())
    await call('PATCH', `/users/${person.userId}/`, { is_active: false })
    expect((await signInWith(w, person.username, 'test-password-1')).statusCode).toBe(401)
    await call('PATCH', `/users/${person.userId}/`, { is_active: true })
    expect((await signInWith(w, person.username, 'test-password-1')).statusCode).toBe(200)
  })

  test('what is left out stays, and an empty mobile is none', async () => {
    const person = await w.signIn(aName(), { mobile: aMobile() })
    const one = `/users/${person.userId}/`
    const put = await call('PUT', one, { username: person.username, email: 'kept@b.example' })
    expect(put.json()).toMatchObject({ mobile: expect.any(String), email: 'kept@b.example', has_password: true })
    expect((await call('PATCH', one, { phone: '' })).json()).toMatchObject({ mobile: null, email: 'kept@b.example' })
    expect((await call('PUT', one, {})).json().errors).toEqual({ username: ['此项必填。'] })
  })

  test('signs him out of every device', async () => {
    const person = await w.signIn(aName())
    await signInWith(w, person.username, 'test-password-1')
    expect((await call('GET', `/users/${person.userId}/`)).json().counts.sessions).toBe(2)
    expect((await call('POST', `/users/${person.userId}/end_sessions/`)).json()).toEqual({ ended: 2 })
    expect(await isIn(person)).toBe(false)
  })
})

describe('administrators', () => {
  test('are made and unmade, never by themselves and never the last one', async () => {
    const other = await w.signIn(aName())
    expect((await call('POST', `/users/${other.userId}/set_admin/`)).json()).toMatchObject({ role: 'admin', is_staff: true })
    expect((await call('POST', `/users/${boss.userId}/unset_admin/`)).json().message).toBe('不能对自己这样做。')
    expect((await call('PATCH', `/users/${boss.userId}/`, { is_active: false })).statusCode).toBe(400)
    expect((await call('DELETE', `/users/${boss.userId}/`)).statusCode).toBe(400)
    expect((await call('POST', `/users/${other.userId}/unset_admin/`)).json()).toMatchObject({ role: 'individual', is_staff: false })
    expect((await call('POST', `/users/${other.userId}/unset_admin/`)).statusCode).toBe(200)
    expect(await isIn(boss)).toBe(true)
  })

  test('two who take the rights from each other at the same moment leave one', async () => {
    await using own = await openWorld()
    const [one, two] = [await own.signIn('one', { role: 'admin' }), await own.signIn('two', { role: 'admin' })]
    const at = own.deps.now()
    const unmake = (who: SignedIn, by: SignedIn) => ({ id: who.userId, actorId: by.userId, change: { role: 'individual' as const }, at })
    const { rival, rivalWaited } = await whileFirstIsOpen(own,
      (tx) => changePerson(tx, unmake(two, one)), () => own.inTx((tx) => changePerson(tx, unmake(one, two))))
    expect([rivalWaited, (rival as PromiseRejectedResult).reason]).toMatchObject([true, { key: 'accounts.last_administrator' }])
  })
})

describe('deleting somebody', () => {
  test('goes when nothing hangs on him, his sessions with him', async () => {
    const person = await w.signIn(aName())
    expect((await call('DELETE', `/users/${person.userId}/`)).statusCode).toBe(204)
    expect(await isIn(person)).toBe(false)
    expect((await call('GET', `/users/${person.userId}/`)).statusCode).toBe(404)
    expect((await call('DELETE', `/users/${person.userId}/`)).statusCode).toBe(404)
  })

  test('is refused with what hangs on him, counted', async () => {
    const person = await w.signIn(aName())
    const address = {
      receiver: '某人', mobile: '13800000002', province: '山东省', city: '青岛市', district: '崂山区', place: '路 1 号',
    }
    const { id } = (await call('POST', '/addresses/', address, person)).json()
    const refused = await call('DELETE', `/users/${person.userId}/`)
    const counts = { orders: 0, units: 0, addresses: 1, cart_lines: 0, repairs: 0 }
    expect([refused.statusCode, refused.json().facts.counts]).toEqual([409, counts])
    expect((await call('GET', `/users/${person.userId}/addresses/`)).json()).toMatchObject([{ id, receiver: '某人' }])
    // A removed address is no reason to keep him.
    await call('DELETE', `/addresses/${id}/`, undefined, person)
    expect((await call('DELETE', `/users/${person.userId}/`)).statusCode).toBe(204)
    expect(await countOf(w, 'customers.addresses')).toBe(0)
  })
})

test('the list: newest first, searched by every word, filtered, in other orders, a page at a time', async () => {
  await using own = await openWorld()
  const admin = await own.signIn('the_admin', { role: 'admin' })
  own.advanceMinutes(1)
  const agent = await own.signIn('Agent_Li', { isAgent: true, mobile: '13911112222' })
  own.advanceMinutes(1)
  const blocked = await own.signIn('blocked_wu', { role: 'dealer' })
  await own.db.updateTable('accounts.users').set({ is_active: false, email: 'Wu@b.example' }).where('id', '=', blocked.userId).execute()
  await own.inTx((tx) => tx.insertInto('accounts.identities').values({
    user_id: agent.userId, provider: 'wechat', openid: 'o-123', linked_at: own.deps.now(),
  }).execute())
  const ids = async (query: string) => {
    const answer = await own.app.inject({ url: `/api/users/?${query}`, headers: admin.headers })
    return answer.json<{ results: { id: number }[] }>().results.map(({ id }) => id)
  }
  const [a, b, c] = [admin.userId, agent.userId, blocked.userId]
  expect(await ids('')).toEqual([c, b, a])
  for (const [query, wanted] of [
    ['search=agent', [b]], ['search=1111', [b]], ['search=wu%40B', [c]], ['search=o-123', [b]], ['search=o-12', []],
    ['search=%25', []], ['phone=2222', [b]], ['role=dealer', [c]], ['is_staff=true', [a]], ['is_staff=false', [c, b]],
    ['is_agent=true', [b]], ['is_active=false', [c]], ['ordering=date_joined', [a, b, c]], ['ordering=username', [b, c, a]],
    ['ordering=-last_login_at', [c, b, a]], ['page_size=1&page=2', [b]], ['ordering=password_hash', [c, b, a]],
  ] as const) expect([query, await ids(query)]).toEqual([query, wanted])
  const page = await own.app.inject({ url: '/api/users/?page_size=2', headers: admin.headers })
  expect(page.json()).toMatchObject({ total: 3, count: 3, page: 1, has_next: true, next: expect.stringContaining('page=2') })
  expect(page.body).not.toMatch(/o-123|argon2|openid/)
})
