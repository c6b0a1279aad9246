import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'

const PASSWORD = 'test-password-1'
const signIn = (w: World, username: string, password = PASSWORD, url = '/api/authorizations/') =>
  w.app.inject({ method: 'POST', url, payload: { username, password } })
const me = (w: World, headers: Record<string, string>) => w.app.inject({ url: '/api/user/', headers })
const cookiesOf = (answer: { cookies: { name: string; value: string }[] }) =>
  answer.cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ')

describe('signing in', () => {
  test('by name whatever its case, or by mobile', async () => {
    await using w = await openWorld()
    const { userId } = await w.signIn('XiaoMing', { mobile: '13800000002' })
    for (const login of ['xiaoming', '13800000002']) {
      const answer = await signIn(w, login)
      expect(answer.statusCode).toBe(200)
      expect(answer.json()).toMatchObject({ username: 'XiaoMing', user_id: userId })
      expect(answer.json().token).toBe(answer.json().access)
    }
  })

  test('an unknown name and a wrong password get the same answer', async () => {
    await using w = await openWorld()
    await w.signIn('ann')
    const [unknown, wrong] = [await signIn(w, 'nobody', 'x'), await signIn(w, 'ann', 'x')]
    expect([unknown.statusCode, wrong.statusCode]).toEqual([401, 401])
    expect(unknown.json()).toEqual(wrong.json())
  })

  test('the sixth try in a minute is refused, for this name only', async () => {
    await using w = await openWorld()
    for (let n = 0; n < 5; n += 1) expect((await signIn(w, 'ann', 'x')).statusCode).toBe(401)
    const sixth = await signIn(w, 'ANN', 'x')
    expect(sixth.statusCode).toBe(429)
    expect(sixth.headers['retry-after']).toBe('60')
    expect(sixth.json()).toMatchObject({ error_code: 'RATE_LIMIT_EXCEEDED', facts: { retry_after_seconds: 60 } })
    expect((await signIn(w, 'bob', 'x')).statusCode).toBe(401)
    w.advanceMinutes(1.01)
    expect((await signIn(w, 'ann', 'x')).statusCode).toBe(401)
  })

  test('the console takes staff and agents, not shoppers', async () => {
    await using w = await openWorld()
    await w.signIn('boss', { role: 'admin' })
    await w.signIn('agent', { isAgent: true })
    await w.signIn('ann')
    const url = '/api/auth/password/'
    expect((await signIn(w, 'boss', PASSWORD, url)).json().user).toMatchObject({ username: 'boss', role: 'admin', is_staff: true, user_type: 3 })
    expect((await signIn(w, 'agent', PASSWORD, url)).json().user).toMatchObject({ is_agent: true, user_type: 1 })
    expect((await signIn(w, 'ann', PASSWORD, url)).statusCode).toBe(403)
    expect((await w.app.inject({ method: 'POST', url, payload: { username: 'ann' } })).json()).toMatchObject({
      error_code: 'VALIDATION_ERROR', errors: { password: ['此项必填。'] },
    })
  })

  test('no answer carries a hash', async () => {
    await using w = await openWorld()
    await w.signIn('boss', { role: 'admin' })
    const answer = await signIn(w, 'boss', PASSWORD, '/api/auth/password/')
    expect(answer.body).not.toMatch(/argon2|password_hash/)
  })

  test('source 001 gets its own shape, at its own places', async () => {
    await using w = await openWorld()
    await w.signIn('agent', { isAgent: true, mobile: '13900000001' })
    for (const url of ['/api/lifecycle/login/', '/api/login/', '/api/v1/login']) {
      expect((await signIn(w, 'agent', PASSWORD, url)).json()).toMatchObject({ status: 'success', data: { user: { username: 'agent', user_type: 1, phone: '13900000001', wechat_profile: null } } })
    }
    expect((await signIn(w, 'agent', 'wrong', '/api/lifecycle/login/')).json()).toEqual({
      status: 'error', message: '账号或密码不正确。', error_code: 'UNAUTHORIZED', facts: {},
    })
  })

  test('where one path serves two sources, the errors are those of the source that is asked', async () => {
    await using w = await openWorld()
    expect((await signIn(w, 'nobody', 'x', '/api/login/')).json()).toMatchObject({ status: 'error', error_code: 'UNAUTHORIZED' })
    const wechat = await w.app.inject({ method: 'POST', url: '/api/login/', payload: { code: 'abc' } })
    expect(wechat.json()).toMatchObject({ success: false, code: 503, error_code: 'SERVICE_UNAVAILABLE' })
  })

  test('forms are read as well as JSON', async () => {
    await using w = await openWorld()
    await w.signIn('ann')
    const answer = await w.app.inject({
      method: 'POST', url: '/api/authorizations', headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ username: 'ann', password: PASSWORD }).toString(),
    })
    expect(answer.statusCode).toBe(200)
  })
})

describe('tokens', () => {
  test('Bearer and JWT are both schemes; a missing token is 401', async () => {
    await using w = await openWorld()
    const ann = await w.signIn('ann')
    const token = ann.headers.authorization.split(' ')[1] ?? ''
    for (const scheme of ['Bearer', 'bearer', 'JWT']) {
      expect((await me(w, { authorization: `${scheme} ${token}` })).json()).toEqual({ id: ann.userId, username: 'ann', mobile: null, email: '' })
    }
    expect((await me(w, {})).json()).toMatchObject({ success: false, code: 401, error_code: 'UNAUTHORIZED' })
  })

  test('forged, altered and foreign tokens are refused', async () => {
    await using w = await openWorld()
    const token = (await w.signIn('ann')).headers.authorization.split(' ')[1] ?? ''
    const [head = '', body = '', mark = ''] = token.split('.')
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const none = `${part({ alg: 'none', typ: 'at+jwt' })}.${body}.`
    const other = `${part({ ...JSON.parse(Buffer.from(head, 'base64url').toString()), kid: 'AAAA' })}.${body}`
    const forged = `${other}.${createHmac('sha256', 'guess').update(other).digest('base64url')}`
    const longer = part({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), sub: '2' })
    for (const bad of [none, forged, `${head}.${longer}.${mark}`, `${token}x`, 'x', 'a.b.c']) {
      expect((await me(w, { authorization: `Bearer ${bad}` })).statusCode, bad.slice(0, 20)).toBe(401)
    }
  })

  test('an access token ends after seven days on the application\'s clock', async () => {
    await using w = await openWorld()
    const { headers } = await w.signIn('ann')
    w.advanceMinutes(7 * 24 * 60 - 1)
    expect((await me(w, headers)).statusCode).toBe(200)
    w.advanceMinutes(2)
    expect((await me(w, headers)).statusCode).toBe(401)
  })

  test('signing out stops access and refresh at once', async () => {
    await using w = await openWorld()
    await w.signIn('ann')
    const { access, refresh } = (await signIn(w, 'ann')).json()
    const headers = { authorization: `Bearer ${access}` }
    expect((await w.app.inject({ method: 'POST', url: '/api/auth/logout/', headers })).statusCode).toBe(200)
    expect((await me(w, headers)).statusCode).toBe(401)
    expect((await w.app.inject({ method: 'POST', url: '/api/auth/refresh/', payload: { refresh } })).statusCode).toBe(401)
  })

  test('a refresh token works once; coming back it ends its family', async () => {
    await using w = await openWorld()
    await w.signIn('ann')
    const first = (await signIn(w, 'ann')).json()
    const refresh = (token: string) => w.app.inject({ method: 'POST', url: '/api/auth/refresh/', payload: { refresh: token } })
    const second = (await refresh(first.refresh)).json()
    expect((await me(w, { authorization: `Bearer ${second.access}` })).statusCode).toBe(200)
    expect((await refresh(first.refresh)).statusCode).toBe(401)
    expect((await me(w, { authorization: `Bearer ${second.access}` })).statusCode).toBe(401)
    expect((await refresh(second.refresh)).statusCode).toBe(401)
    expect((await refresh('nonsense')).statusCode).toBe(401)
  })

  test('of two who refresh at once only one gets a pair', async () => {
    await using w = await openWorld()
    await w.signIn('ann')
    const { refresh } = (await signIn(w, 'ann')).json()
    const both = await Promise.all([0, 1].map(() => w.app.inject({ method: 'POST', url: '/api/auth/refresh/', payload: { refresh } })))
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([200, 401])
  })

  test('a blocked person is out at once', async () => {
    await using w = await openWorld()
    const { userId, headers } = await w.signIn('ann')
    await w.db.updateTable('accounts.users').set({ is_active: false }).where('id', '=', userId).execute()
    expect((await me(w, headers)).statusCode).toBe(401)
    expect((await signIn(w, 'ann')).statusCode).toBe(401)
  })
})

describe('browser sign-in', () => {
  test('cookies are HttpOnly and Lax, and carry the sign-in', async () => {
    await using w = await openWorld()
    await w.signIn('ann')
    const answer = await signIn(w, 'ann')
    expect(answer.cookies.map(({ name, httpOnly, sameSite, path }) => ({ name, httpOnly, sameSite, path }))).toEqual([
      { name: 'hearth_device', httpOnly: true, sameSite: 'Lax', path: '/' },
      { name: 'hearth_access', httpOnly: true, sameSite: 'Lax', path: '/' },
      { name: 'hearth_refresh', httpOnly: true, sameSite: 'Lax', path: '/' },
    ])
    expect((await me(w, { cookie: cookiesOf(answer) })).statusCode).toBe(200)
    const refresh = (origin: string) => w.app.inject({
      method: 'POST', url: '/api/auth/refresh/', headers: { cookie: cookiesOf(answer), origin }, payload: {},
    })
    expect((await refresh('https://evil.example')).statusCode).toBe(403)
    const refreshed = await refresh('http://localhost:8000')
    expect(refreshed.statusCode).toBe(200)
    expect((await me(w, { cookie: cookiesOf(refreshed) })).statusCode).toBe(200)
  })

  test('what changes something by cookie must come from our own pages', async () => {
    await using w = await openWorld()
    await w.signIn('ann')
    const cookie = cookiesOf(await signIn(w, 'ann'))
    const leave = (headers: Record<string, string>) =>
      w.app.inject({ method: 'POST', url: '/api/auth/logout/', headers: { cookie, host: 'localhost:8000', ...headers } })
    for (const origin of [undefined, 'https://evil.example', 'null', 'http://localhost:9999']) {
      expect((await leave(origin ? { origin } : {})).json()).toMatchObject({ code: 403, error_code: 'FORBIDDEN' })
    }
    expect((await leave({ origin: 'http://localhost:8000' })).statusCode).toBe(200)
  })

  test('a refused cookie-borne write leaves the session standing', async () => {
    await using w = await openWorld()
    await w.signIn('ann')
    const cookie = cookiesOf(await signIn(w, 'ann'))
    await w.app.inject({ method: 'POST', url: '/api/auth/logout/', headers: { cookie, origin: 'https://evil.example' } })
    expect((await me(w, { cookie })).statusCode).toBe(200)
  })
})

describe('the profile', () => {
  test('says who one is, without inventing a company', async () => {
    await using w = await openWorld()
    const { userId, headers } = await w.signIn('ann', { mobile: '13700000000' })
    expect((await w.app.inject({ url: '/api/user/profile/', headers })).json()).toEqual({
      id: userId, username: 'ann', avatar_url: '', phone: '13700000000', mobile: '13700000000', email: '', role: 'individual',
      is_staff: false, is_agent: false, has_company_info: false, company_status: null, company_name: null,
      last_login_at: '2026-11-20T10:00:00.000+08:00', orders_count: 0, has_password: true, deletes_at: null,
    })
  })

  test('agents are listed for staff with exactly the source\'s keys', async () => {
    await using w = await openWorld()
    const boss = await w.signIn('boss', { role: 'admin' })
    const agent = await w.signIn('agent', { isAgent: true })
    const list = await w.app.inject({ url: '/api/users/agents/', headers: boss.headers })
    expect(list.json()).toEqual({
      status: 'success',
      data: [{ id: agent.userId, username: 'agent', email: '', phone: null, user_type: 1, wechat_profile: null }],
    })
    expect((await w.app.inject({ url: '/api/lifecycle/users/agents/', headers: agent.headers })).json()).toMatchObject({ status: 'error', error_code: 'FORBIDDEN' })
  })
})

test('sign-ins that fail open no session', async () => {
  await using w = await openWorld()
  await signIn(w, 'nobody', 'x')
  expect(await countOf(w, 'accounts.sessions')).toBe(0)
})
