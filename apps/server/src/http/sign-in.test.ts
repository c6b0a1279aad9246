import { describe, expect, test } from 'vitest'
import { aPicture } from '../../tests/support/registration.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'

const RIGHT = 'test-password-1'
type From = { address?: string; device?: string; extra?: object }

function signIn(w: World, username: string, password: string, { address = '10.0.0.1', device, extra }: From = {}) {
  return w.app.inject({
    method: 'POST', url: '/api/authorizations/', payload: { username, password, ...extra }, remoteAddress: address,
    headers: device ? { cookie: `hearth_device=${device}` } : {},
  })
}

/** As many wrong passwords as it takes, each after the wait it was told. */
async function fail(w: World, times: number, username: string, from: From = {}) {
  for (let n = 0; n < times; n += 1) {
    const extra = n > 5 ? await aPicture(w) : {}
    const answer = await signIn(w, username, 'wrong', { ...from, extra })
    expect(answer.statusCode).toBe(401)
    w.advanceMinutes(n < 5 ? 0.3 : 16)
  }
}

describe('after failures', () => {
  test('each wrong password of an address makes it wait twice as long, and bring a picture code', async () => {
    await using w = await openWorld()
    await w.signIn('ann')
    await fail(w, 6, 'ann')
    w.advanceMinutes(-16)
    const waits: number[] = []
    for (let n = 0; n < 5; n += 1) {
      const early = await signIn(w, 'ann', RIGHT, { extra: await aPicture(w) })
      expect(early.statusCode).toBe(429)
      waits.push(early.json().facts.retry_after_seconds)
      w.advanceMinutes(waits.at(-1)! / 60)
      const bare = await signIn(w, 'ann', RIGHT)
      expect([bare.statusCode, bare.json().facts, Object.keys(bare.json().errors)]).toEqual([400, { needs_image_code: true }, ['text']])
      const misread = await signIn(w, 'ann', RIGHT, { extra: { ...(await aPicture(w)), text: '????' } })
      expect([misread.statusCode, Object.keys(misread.json().errors)]).toEqual([400, ['text']])
      expect((await signIn(w, 'ann', 'wrong', { extra: await aPicture(w) })).statusCode).toBe(401)
    }
    expect(waits).toEqual([60, 120, 240, 480, 900])
    w.advanceMinutes(15)
    expect((await signIn(w, 'ann', RIGHT, { extra: await aPicture(w) })).statusCode).toBe(200)
    expect((await signIn(w, 'ann', RIGHT)).statusCode).toBe(400)
  })

  test('a stranger who guesses does not lock the person out', async () => {
    await using w = await openWorld()
    await w.signIn('ann')
    const home = await signIn(w, 'ann', RIGHT, { address: '10.9.9.9', device: 'the-browser-at-home' })
    expect(home.statusCode).toBe(200)
    await fail(w, 6, 'ann', { address: '10.6.6.6' })
    w.advanceMinutes(-16)
    // His own browser is known: nothing is asked of it. Elsewhere a picture code is enough, without a wait.
    expect((await signIn(w, 'ann', RIGHT, { address: '10.9.9.9', device: 'the-browser-at-home' })).statusCode).toBe(200)
    const elsewhere = await signIn(w, 'ann', RIGHT, { address: '10.7.7.7' })
    expect([elsewhere.statusCode, elsewhere.json().facts.needs_image_code]).toEqual([400, true])
    expect((await signIn(w, 'ann', RIGHT, { address: '10.7.7.7', extra: await aPicture(w) })).statusCode).toBe(200)
    // A stranger's browser is none of his, whatever it calls itself.
    expect((await signIn(w, 'ann', RIGHT, { address: '10.6.6.6', device: 'made-up-by-a-stranger' })).statusCode).toBe(429)
  })

  test('another spelling of a name is the same account to every limit', async () => {
    await using w = await openWorld()
    await w.signIn('ann')
    const answers = []
    for (const spelled of ['ann', 'ANN', 'ａnn', 'аnn', 'αnn', ' ann']) answers.push((await signIn(w, spelled, 'wrong')).statusCode)
    expect(answers).toEqual([401, 401, 401, 401, 401, 429])
  })

  test('a hundred wrong passwords of one address, whosever, make it bring picture codes; known browsers need none', async () => {
    await using w = await openWorld()
    await w.signIn('ann')
    const device = 'the-browser-at-work'
    expect((await signIn(w, 'ann', RIGHT, { device })).statusCode).toBe(200)
    for (let n = 0; n < 100; n += 1) expect((await signIn(w, `nobody_${n}`, 'wrong')).statusCode).toBe(401)
    expect((await signIn(w, 'ann', RIGHT)).json().facts).toEqual({ needs_image_code: true })
    expect((await signIn(w, 'ann', RIGHT, { extra: await aPicture(w) })).statusCode).toBe(200)
    expect((await signIn(w, 'ann', RIGHT, { device })).statusCode).toBe(200)
    expect((await signIn(w, 'ann', RIGHT, { address: '10.0.0.2' })).statusCode).toBe(200)
  })

  test('an account that does not exist answers the same at every step', async () => {
    await using w = await openWorld()
    await w.signIn('ann')
    const story = async (username: string) => {
      const answers = []
      for (let n = 0; n < 6; n += 1) {
        answers.push(await signIn(w, username, 'wrong'))
        w.advanceMinutes(0.3)
      }
      answers.push(await signIn(w, username, 'wrong'))
      w.advanceMinutes(2)
      answers.push(await signIn(w, username, 'wrong'))
      return answers.map((answer) => [answer.statusCode, answer.json()])
    }
    expect(await story('nobody')).toEqual(await story('ann'))
  })
})

test('a page of another site signs nobody in, and takes nobody\'s session', async () => {
  await using w = await openWorld({ env: { CORS_ALLOWED_ORIGINS: 'https://partner.example' } })
  await w.signIn('ann')
  const from = (headers: Record<string, string>, url = '/api/authorizations/', payload: object = { username: 'ann', password: RIGHT }) =>
    w.app.inject({ method: 'POST', url, payload, headers })
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
    const refused = await from(headers as unknown as Record<string, string>)
    expect([refused.statusCode, refused.json().error_code]).toEqual([403, 'FORBIDDEN'])
    expect(refused.cookies.map(({ name }) => name)).not.toContain('hearth_access')
    const cleared = await from(headers as unknown as Record<string, string>, '/api/auth/refresh/', { refresh: 'x' })
    expect([cleared.statusCode, cleared.cookies]).toEqual([403, []])
  }
  for (const headers of [{}, { origin: 'http://localhost:8000' }, { origin: 'https://partner.example' }]) {
    expect((await from(headers as unknown as Record<string, string>)).statusCode).toBe(200)
    await w.deps.store.resetHits()
  }
})

describe('WeChat', () => {
  const wechat = (w: World, code: string, url = '/api/auth/wechat/') =>
    w.app.inject({ method: 'POST', url, payload: { code } })

  test('a first code makes an account, the second one finds it; both paths answer alike', async () => {
    await using w = await openWorld({ listen: true })
    const first = await wechat(w, 'xiaoming-1')
    expect(first.statusCode).toBe(200)
    const { user } = first.json()
    expect(user).toMatchObject({ username: expect.stringMatching(/^用户_[0-9a-f]{16}$/), role: 'individual', mobile: null })
    expect(first.body).not.toMatch(/openid|session_key/)
    const row = await w.db.selectFrom('accounts.identities').select(['provider', 'openid', 'user_id']).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ provider: 'wechat', user_id: user.id })
    expect(first.body).not.toContain(row.openid)
    const again = await wechat(w, 'xiaoming-1', '/api/login/')
    expect(again.json().user.id).toBe(user.id)
    expect(await countOf(w, 'accounts.users')).toBe(1)
  })

  test('two first sign-ins at the same moment make one account', async () => {
    await using w = await openWorld({ listen: true })
    const both = await Promise.all([wechat(w, 'xiaoming-1'), wechat(w, 'xiaoming-1')])
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(await countOf(w, 'accounts.users')).toBe(1)
  })

  test('a blocked person is refused', async () => {
    await using w = await openWorld({ listen: true })
    await wechat(w, 'xiaoming-1')
    await w.db.updateTable('accounts.users').set({ is_active: false }).execute()
    expect((await wechat(w, 'xiaoming-1')).statusCode).toBe(401)
  })

  test('in production no code makes an administrator, and without its keys the way is closed', async () => {
    await using w = await openWorld({ listen: true })
    expect((await wechat(w, 'admin-1')).json().user.role).toBe('admin')
    w.deps.config.isProduction = true
    expect((await wechat(w, 'admin-2')).json().user.role).toBe('individual')
    w.deps.identities.wechat = null
    expect((await wechat(w, 'x')).json()).toMatchObject({ code: 503, error_code: 'SERVICE_UNAVAILABLE' })
  })

  test('a company that does not answer is 503, and writes nothing', async () => {
    await using w = await openWorld()
    // Nothing listens at the simulator's address in this world.
    const answer = await wechat(w, 'xiaoming-1')
    expect([answer.statusCode, await countOf(w, 'accounts.users')]).toEqual([503, 0])
  })
})
