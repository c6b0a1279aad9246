import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { aCompany, codeFor, companiesOf } from '../../tests/support/sign-ins.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { openAlipayLogin } from './alipay-login.ts'

const down = { name: 'ProviderDown', provider: 'alipay' }
const no = (words: string) => ({ name: 'ProviderSaidNo', provider: 'alipay', answer: expect.stringContaining(words) })

function alipayOf(w: World) {
  if (!w.deps.identities.alipay) throw new Error('This world knows no Alipay')
  const { alipay: { config, desk: gateway }, alipayLogin } = companiesOf(w)
  return {
    alipay: w.deps.identities.alipay, config: { ...config, ...alipayLogin.config }, gateway, desk: alipayLogin.desk,
  }
}

test('somebody signs in with Alipay: where the browser goes, and who he is', async () => {
  await using w = await openWorld({ listen: true })
  const { alipay, desk } = alipayOf(w)
  const loginUrl = new URL(alipay.loginUrl('/cart'))
  expect(`${loginUrl.origin}${loginUrl.pathname}`)
    .toBe(`${w.baseUrl}/dev/sim/alipay-login/oauth2/publicAppAuthorize.htm`)
  expect(Object.fromEntries(loginUrl.searchParams)).toEqual({
    app_id: '9021000000000001', scope: 'auth_user', redirect_uri: `${w.baseUrl}/oauth/alipay`, state: '/cart',
  })
  const openid = '014Simulated0Chen0Jing0000000000000000000000002'
  const person = await alipay.exchange(await codeFor(desk, loginUrl.toString(), openid))
  const avatarUrl = `${w.baseUrl}/dev/sim/alipay-login/avatar/${openid}.svg`
  expect(person).toEqual({ openid, unionid: null, nickname: '陈静', avatarUrl })
  expect((await fetch(avatarUrl)).status).toBe(200)
})

test('an older application is told the account number in place of an openid', async () => {
  await using w = await openWorld({ listen: true })
  const { alipay, desk } = alipayOf(w)
  expect(await alipay.exchange(await codeFor(desk, alipay.loginUrl('/'), '2088000000000103')))
    .toMatchObject({ openid: '2088000000000103', nickname: '老账号用户' })
})

test('a code is good once and for five minutes, and an invented one never', async () => {
  await using w = await openWorld({ listen: true })
  const { alipay, desk } = alipayOf(w)
  const code = await codeFor(desk, alipay.loginUrl('/'), 'ann')
  const old = await codeFor(desk, alipay.loginUrl('/'), 'ann')
  await expect(alipay.exchange('invented')).rejects.toMatchObject(no('isv.code-invalid'))
  await alipay.exchange(code)
  await expect(alipay.exchange(code)).rejects.toMatchObject(no('isv.code-invalid'))
  w.advanceMinutes(6)
  await expect(alipay.exchange(old)).rejects.toMatchObject(no('isv.code-invalid'))
})

test('a broken company is down at the token step, and the code stays good', async () => {
  await using w = await openWorld({ listen: true })
  const { alipay, desk } = alipayOf(w)
  const code = await codeFor(desk, alipay.loginUrl('/'), 'down-ann')
  for (const _ of [1, 2]) await expect(alipay.exchange(code)).rejects.toMatchObject({ ...down, action: 'oauth.token' })
})

test.each([
  ['no_answer', 2], ['lost_answer', 2], ['http_500', 1], ['busy', 1], ['bad_signature', 1],
] as const)('who somebody is cannot be trusted when asking meets %s: ProviderDown', async (kind, times) => {
  await using w = await openWorld({ listen: true })
  const { alipay, desk, gateway } = alipayOf(w)
  await gateway.trouble({ method: 'alipay.user.info.share', kind, times })
  const code = await codeFor(desk, alipay.loginUrl('/'), 'ann')
  await expect(alipay.exchange(code)).rejects.toMatchObject({ ...down, action: 'user.info.share' })
})

test('a token with a signature that does not fit is not believed', async () => {
  await using w = await openWorld({ listen: true })
  const { alipay, desk, gateway } = alipayOf(w)
  await gateway.trouble({ method: 'alipay.system.oauth.token', kind: 'bad_signature', times: 1 })
  const code = await codeFor(desk, alipay.loginUrl('/'), 'ann')
  await expect(alipay.exchange(code)).rejects.toMatchObject({ ...down, action: 'oauth.token' })
})

test('keys that are not ours get nothing, and a silent or absent company is down', async () => {
  await using w = await openWorld({ listen: true })
  const { alipay, desk, config } = alipayOf(w)
  const code = await codeFor(desk, alipay.loginUrl('/'), 'ann')
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const privateKey = String(stranger.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  await expect(openAlipayLogin({ ...config, privateKey }).exchange(code))
    .rejects.toMatchObject({ ...down, answer: expect.stringContaining('isv.invalid-signature') })
  await expect(openAlipayLogin({ ...config, appId: '1' }).exchange(code))
    .rejects.toMatchObject({ ...down, answer: expect.stringContaining('isv.invalid-app-id') })
  await using silent = await aCompany(() => undefined)
  await expect(openAlipayLogin({ ...config, gateway: silent.url }, { timeoutMs: 100 }).exchange(code))
    .rejects.toMatchObject(down)
  await expect(openAlipayLogin({ ...config, gateway: 'http://127.0.0.1:1/' }).exchange(code)).rejects.toMatchObject(down)
  expect(await alipay.exchange(code)).toMatchObject({ openid: 'ann' })
})
