import { expect, test } from 'vitest'
import { aCompany, codeFor, companiesOf } from '../../tests/support/sign-ins.ts'
import { freePort, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { openQqLogin } from './qq.ts'

const down = { name: 'ProviderDown', provider: 'qq' }
const no = (errcode: number) => ({ name: 'ProviderSaidNo', provider: 'qq', errcode })

function qqOf(w: World) {
  if (!w.deps.identities.qq) throw new Error('This world knows no QQ')
  const { config, desk } = companiesOf(w).qq
  return { qq: w.deps.identities.qq, config, desk }
}

test('somebody signs in with QQ: where the browser goes, and who he is', async () => {
  await using w = await openWorld({ listen: true })
  const { qq, desk } = qqOf(w)
  const loginUrl = new URL(qq.loginUrl('/orders?a=1&b=2'))
  expect(`${loginUrl.origin}${loginUrl.pathname}`).toBe(`${w.baseUrl}/dev/sim/qq/oauth2.0/authorize`)
  expect(Object.fromEntries(loginUrl.searchParams)).toEqual({
    response_type: 'code', client_id: '101000001', redirect_uri: `${w.baseUrl}/oauth/qq`, state: '/orders?a=1&b=2',
    scope: 'get_user_info',
  })
  const code = await codeFor(desk, loginUrl.toString(), 'A1B2C3D4E5F60718293A4B5C6D7E8F02')
  expect(code).toMatch(/^[0-9A-F]{32}$/)
  const person = await qq.exchange(code)
  expect(person).toEqual({
    openid: 'A1B2C3D4E5F60718293A4B5C6D7E8F02', unionid: null, nickname: '橘子汽水',
    avatarUrl: `${w.baseUrl}/dev/sim/qq/avatar/A1B2C3D4E5F60718293A4B5C6D7E8F02.svg`,
  })
  const avatar = await fetch(person.avatarUrl)
  expect([avatar.status, avatar.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
  const other = await qq.exchange(await codeFor(desk, loginUrl.toString(), 'ann-0001'))
  expect(other).toMatchObject({ openid: 'ann-0001', nickname: '访客0001' })
})

test('a code is good once and for five minutes, and an invented one never', async () => {
  await using w = await openWorld({ listen: true })
  const { qq, desk } = qqOf(w)
  const code = await codeFor(desk, qq.loginUrl('/'), 'ann')
  await expect(qq.exchange('invented')).rejects.toMatchObject(no(100019))
  await qq.exchange(code)
  await expect(qq.exchange(code)).rejects.toMatchObject({ ...no(100020), errmsg: 'code is reused error' })
  const old = await codeFor(desk, qq.loginUrl('/'), 'ann')
  const justInTime = await codeFor(desk, qq.loginUrl('/'), 'bob')
  w.advanceMinutes(5)
  expect(await qq.exchange(justInTime)).toMatchObject({ openid: 'bob' })
  w.advanceMinutes(1)
  await expect(qq.exchange(old)).rejects.toMatchObject(no(100019))
  const early = await codeFor(desk, qq.loginUrl('/'), 'eve')
  w.advanceMinutes(-600)
  expect(await qq.exchange(early)).toMatchObject({ openid: 'eve' })
})

test('a broken company is down and its code stays good; wrong settings are refused with its number', async () => {
  await using w = await openWorld({ listen: true })
  const { qq, desk, config } = qqOf(w)
  const broken = await codeFor(desk, qq.loginUrl('/'), 'down-ann')
  for (const _ of [1, 2]) {
    await expect(qq.exchange(broken)).rejects.toMatchObject({ ...down, action: 'token', answer: 'HTTP 500' })
  }
  const code = await codeFor(desk, qq.loginUrl('/'), 'ann')
  await expect(openQqLogin({ ...config, clientId: '1' }).exchange(code)).rejects.toMatchObject(no(100008))
  await expect(openQqLogin({ ...config, clientSecret: 'x' }).exchange(code)).rejects.toMatchObject(no(100009))
  const elsewhere = openQqLogin({ ...config, redirectUri: 'https://evil.example/' })
  await expect(elsewhere.exchange(code)).rejects.toMatchObject(no(100010))
  expect(await qq.exchange(code)).toMatchObject({ openid: 'ann' })
})

test('silent, absent and senseless companies are down, and the secret is in no fault', async () => {
  await using w = await openWorld({ listen: true })
  const { config } = qqOf(w)
  const at = (baseUrl: string) => openQqLogin({ ...config, baseUrl }, { timeoutMs: 100 }).exchange('c')
  await using silent = await aCompany(() => undefined)
  await expect(at(silent.url)).rejects.toMatchObject(down)
  const fault = await at(`http://127.0.0.1:${await freePort()}`).catch((thrown: unknown) => thrown)
  expect(fault).toMatchObject({ ...down, answer: expect.stringContaining('ECONNREFUSED') })
  expect(JSON.stringify(fault) + String(fault)).not.toContain(config.clientSecret)
  await using odd = await aCompany((_, response) => void response.end('<html>'))
  await expect(at(odd.url)).rejects.toMatchObject({ ...down, answer: 'no access token' })
})

test.each([
  ['callback', (fields: object) => `callback( ${JSON.stringify(fields)} );\n`],
  ['form', (fields: object) => new URLSearchParams(fields as Record<string, string>).toString()],
])('answers in the older form of a %s are read too', async (_, written) => {
  await using w = await openWorld()
  const { config } = qqOf(w)
  const fields: Record<string, object> = {
    '/oauth2.0/token': { access_token: 'T', expires_in: '7776000' },
    '/oauth2.0/me': { client_id: config.clientId, openid: 'O', unionid: 'U' },
    '/user/get_user_info': { ret: '0', nickname: '小明', figureurl_qq_1: 'http://face/1', figureurl_qq_2: '' },
  }
  await using old = await aCompany((request, response) =>
    void response.end(written(fields[request.url?.split('?')[0] ?? ''] ?? {})))
  expect(await openQqLogin({ ...config, baseUrl: old.url }).exchange('c'))
    .toEqual({ openid: 'O', unionid: 'U', nickname: '小明', avatarUrl: 'http://face/1' })
})

test('a token of another application, and an answer without openid, prove nobody', async () => {
  await using w = await openWorld()
  const { config } = qqOf(w)
  for (const [me, fault] of [
    [{ client_id: '999', openid: 'O' }, { answer: 'a token of another application' }],
    [{ client_id: config.clientId }, { noOpenid: true }],
    [{ error: 100016, error_description: 'access token check failed' }, { name: 'ProviderSaidNo', errcode: 100016 }],
  ] as const) {
    await using company = await aCompany((request, response) =>
      void response.end(JSON.stringify(request.url?.startsWith('/oauth2.0/me') ? me : { access_token: 'T' })))
    await expect(openQqLogin({ ...config, baseUrl: company.url }).exchange('c'))
      .rejects.toMatchObject({ ...down, action: 'me', ...fault })
  }
})
