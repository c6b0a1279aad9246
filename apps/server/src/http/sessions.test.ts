import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { goAndComeBack } from '../../tests/support/outside.ts'
import { NEW_PASSWORD, aMobile, aName, bearer, register, sentCode, signInWith } from '../../tests/support/registration.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { PROOF_KEYS, TOKEN_KEYS, newTokenKey, openTokens } from '../modules/accounts/index.ts'
import { resealSecrets, rotateKey } from '../platform/secrets.ts'

const RIGHT = 'test-password-1'
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
const WECHAT = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50'

describe('devices that are signed in', () => {
  let w: World
  beforeAll(async () => { w = await openWorld() })
  afterAll(() => w[Symbol.asyncDispose]())
  const signIn = async (username: string, agent: string, remoteAddress: string) => (await w.app.inject({
    method: 'POST', url: '/api/authorizations/', payload: { username, password: RIGHT }, headers: { 'user-agent': agent }, remoteAddress,
  })).json<{ access: string }>().access
  const list = async (access: string) => (await w.app.inject({ url: '/api/user/sessions/', headers: bearer(access) })).json<{ id: string }[]>()
  const whoAmI = async (access: string) => (await w.app.inject({ url: '/api/user/', headers: bearer(access) })).statusCode

  test('are listed in words, the last used first, without their whole address, and ended one by one', async () => {
    const { username } = await w.signIn(aName())
    await w.app.inject({ method: 'POST', url: '/api/auth/logout_all/', headers: (await w.signIn(username)).headers })
    const desk = await signIn(username, CHROME, '203.0.113.7')
    w.advanceMinutes(10)
    const phone = await signIn(username, WECHAT, '2001:db8:1:2::3')
    w.advanceMinutes(10)
    expect(await list(desk)).toEqual([
      expect.objectContaining({ device: 'Chrome · Windows', kind: 'desk', address: '203.0.113.*', is_current: true }),
      expect.objectContaining({ device: '微信 · iPhone', kind: 'phone', address: '2001:db8:1:*', is_current: false }),
    ])
    w.advanceMinutes(10)
    expect((await list(phone)).map((each) => ({ ...each, id: '' }))).toMatchObject([{ is_current: true }, { is_current: false }])
    const [, other] = await list(phone)
    const end = (id: string, access = phone) =>
      w.app.inject({ method: 'DELETE', url: `/api/user/sessions/${id}/`, headers: bearer(access) })
    const stranger = await w.signIn(aName())
    const foreign = await end(other?.id ?? '', stranger.headers.authorization.slice(7))
    expect([foreign.statusCode, await whoAmI(desk)]).toEqual([404, 200])
    expect([(await end(other?.id ?? '')).statusCode, await whoAmI(desk), await whoAmI(phone)]).toEqual([204, 401, 200])
    expect([(await end(other?.id ?? '')).statusCode, (await end('nonsense')).statusCode]).toEqual([404, 400])
  })

  test('all at once, by the person', async () => {
    const { username, headers } = await w.signIn(aName())
    const accesses = await Promise.all([signIn(username, CHROME, '203.0.113.7'), signIn(username, WECHAT, '203.0.113.8')])
    const ended = await w.app.inject({ method: 'POST', url: '/api/auth/logout_all/', headers })
    expect(ended.json()).toEqual({ ended: 3 })
    expect(await Promise.all(accesses.map(whoAmI))).toEqual([401, 401])
  })

  test('an ended one stops at once on every process', async () => {
    const { headers } = await w.signIn(aName())
    const access = headers.authorization.slice(7)
    const elsewhere = await openTokens(w.db, [w.config.secretKey], 7)
    const sessionId = await elsewhere.sessionOf(access, w.deps.now())
    expect(sessionId).toMatch(/^[0-9a-f-]{36}$/)
    await w.db.updateTable('accounts.sessions').set({ ended_at: w.deps.now() }).where('id', '=', sessionId ?? '').execute()
    expect(await whoAmI(access)).toBe(401)
  })
})

describe('keys', () => {
  const rotate = (w: World, purpose = TOKEN_KEYS) =>
    w.inTx((tx) => rotateKey(tx, purpose, w.config.secretKey, newTokenKey()))
  const kidOf = (access: string) => JSON.parse(Buffer.from(access.split('.')[0] ?? '', 'base64url').toString()).kid as string

  test('are rotated without signing anybody out; other processes follow by themselves', async () => {
    await using w = await openWorld()
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const { headers, username } = await w.signIn('ann_of_old')
      const old = headers.authorization.slice(7)
      const elsewhere = await openTokens(w.db, [w.config.secretKey], 7)
      const keyId = await rotate(w)
      vi.setSystemTime(Date.now() + 31_000)
      const { access } = (await signInWith(w, username, RIGHT)).json()
      expect([kidOf(old) === keyId, kidOf(access)]).toEqual([false, keyId])
      for (const token of [old, access]) {
        expect((await w.app.inject({ url: '/api/user/', headers: bearer(token) })).statusCode).toBe(200)
        expect(await elsewhere.sessionOf(token, w.deps.now())).toMatch(/-/)
      }
    } finally {
      vi.useRealTimers()
    }
  })

  test('that were replaced are retired when what they signed has expired, and not before', async () => {
    await using w = await openWorld()
    await w.db.updateTable('platform.secrets').set({ created_at: w.deps.now() }).execute()
    await rotate(w)
    await rotate(w, PROOF_KEYS)
    await w.db.updateTable('platform.secrets').set({ created_at: w.deps.now() }).execute()
    const cleanUp = () => w.deps.jobs.find(({ name }) => name === 'clean-up')?.run({})
    const live = async (purpose: string) => (await w.db.selectFrom('platform.secrets').select('id')
      .where('purpose', '=', purpose).where('retired_at', 'is', null).execute()).length
    w.advanceMinutes(8 * 24 * 60 - 1)
    await cleanUp()
    expect([await live(TOKEN_KEYS), await live(PROOF_KEYS)]).toEqual([2, 1])
    w.advanceMinutes(2)
    await cleanUp()
    expect(await live(TOKEN_KEYS)).toBe(1)
  })

  test('open with the new SECRET_KEY alone once they are sealed anew', async () => {
    await using w = await openWorld()
    const next = 'a-new-secret-key-of-forty-characters-000'
    await expect(openTokens(w.db, [next], 7)).rejects.toThrow('SECRET_KEY_FALLBACKS')
    expect(await w.inTx((tx) => resealSecrets(tx, [next, w.config.secretKey]))).toBeGreaterThan(2)
    const { headers } = await w.signIn('ann_of_old')
    const tokens = await openTokens(w.db, [next], 7)
    expect(await tokens.sessionOf(headers.authorization.slice(7), w.deps.now())).toMatch(/-/)
  })
})

test('no log line holds a mobile, code, token, password or id at a company', async () => {
  const written: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text))
    return true
  })
  const secrets: string[] = []
  try {
    await using w = await openWorld({ listen: true, env: { LOG_LEVEL: 'debug' } })
    const [username, mobile] = [aName(), aMobile()]
    const sms_code = await sentCode(w, mobile)
    const registered = await register(w, { username, mobile, sms_code })
    const back = await goAndComeBack(w, 'qq', 'a-qq-person')
    await w.app.inject({ method: 'POST', url: '/api/auth/wechat/', payload: { code: 'a-wechat-code' } })
    await signInWith(w, mobile, 'a-wrong-password')
    const { openid } = await w.db.selectFrom('accounts.identities').select('openid').executeTakeFirstOrThrow()
    const { access, refresh } = registered.json<{ access: string; refresh: string }>()
    secrets.push(mobile, sms_code, NEW_PASSWORD, access, refresh, back.json().access_token, openid, 'a-wechat-code', 'a-wrong-password')
  } finally {
    spy.mockRestore()
  }
  const log = written.join('')
  expect(log).toContain('/api/sms_codes/139****')
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([])
})
