import { expect, test } from 'vitest'
import { openWorld } from '../../../tests/support/world.ts'

test('the desk knows where the pages are on which somebody signs in', async () => {
  await using w = await openWorld()
  expect((await w.app.inject({ url: '/dev/api/sign-ins/' })).json()).toEqual([
    { company: 'qq', login_url: w.deps.identities.qq?.loginUrl('/') },
    { company: 'alipay', login_url: w.deps.identities.alipay?.loginUrl('/') },
  ])
})

test.each([['qq', 'qq'], ['alipay', 'alipay-login']] as const)('somebody signs in with %s by hand', async (name, path) => {
  await using w = await openWorld({ listen: true })
  const authorize = (login_url: string, openid: string) =>
    w.app.inject({ method: 'POST', url: `/dev/api/${path}/authorize/`, payload: { login_url, openid } })
  const provider = w.deps.identities[name]
  const loginUrl = provider?.loginUrl('/cart') ?? ''
  const { code, state } = (await authorize(loginUrl, 'ann')).json<{ code: string; state: string }>()
  expect(state).toBe('/cart')
  expect(await provider?.exchange(code)).toMatchObject({ openid: 'ann' })
  for (const foreign of ['https://evil.example/oauth2.0/authorize', 'nonsense', `${w.baseUrl}/dev/sim/${path}/`]) {
    expect((await authorize(foreign, 'ann')).statusCode).toBe(404)
  }
  const elsewhere = new URL(loginUrl)
  elsewhere.searchParams.set('redirect_uri', 'https://evil.example/')
  const refused = await authorize(elsewhere.toString(), 'ann')
  expect([refused.statusCode, Object.keys(refused.json<{ errors: object }>().errors)]).toEqual([400, ['login_url']])
  expect((await authorize(loginUrl, 'no spaces')).statusCode).toBe(400)
})
