import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { secureAnswers } from './security.ts'
import { openShop } from './shop.ts'
import type { Shop } from './shop.ts'

const PRODUCTION = {
  APP_ENV: 'production', ALLOWED_HOSTS: 'shop.example', CORS_ALLOWED_ORIGINS: 'https://shop.example',
  PUBLIC_URL: 'https://shop.example', TRUSTED_PROXIES: '127.0.0.1',
}

/** A shop whose pages say what the API said to them, and at which address they were asked for. */
const echo: Shop = {
  handle: async (request, { http, nonce }) => {
    const answer = await http({ method: 'GET', path: '/api/ping', headers: { 'accept-language': 'en' } })
    const form = request.method === 'POST' ? await request.text() : ''
    return new Response(JSON.stringify({ url: request.url, status: answer.status, said: answer.body, form, nonce }), {
      headers: [['set-cookie', 'a=1'], ['set-cookie', 'b=2']],
    })
  },
}

async function shopApp(w: World) {
  const app = Fastify({ trustProxy: w.config.trustedProxies })
  await app.register(cookie)
  await app.register(formbody)
  await secureAnswers(app, w.deps)
  app.get('/api/ping', async ({ headers, ip }) => ({ cookie: headers.cookie, language: headers['accept-language'], ip }))
  openShop(app, w.deps, echo)
  return app
}

const throughProxy = { host: 'shop.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' }

test('files come to the pages of the profile and of paying from somebody who is signed in, and to no other page', async () => {
  await using w = await openWorld()
  const app = await shopApp(w)
  const { headers: { authorization } } = await w.signIn('ann')
  const cookie = `hearth_access=${authorization.slice(7)}`
  const send = async (url: string, headers: Record<string, string>) => (await app.inject({
    method: 'POST', url, headers: { 'content-type': 'multipart/form-data; boundary=x', ...headers }, payload: '--x--',
  })).statusCode
  const REFUSED = await send('/login', {})
  expect(REFUSED).not.toBe(415)
  expect([await send('/login', { cookie }), await send('/me/profile', {}), await send('/me/profile', { cookie: 'hearth_access=x' })])
    .toEqual([REFUSED, REFUSED, REFUSED])
  // The bare app of this test reads no forms of parts: it gets as far as that.
  expect(await send('/me/profile?x=1', { cookie })).toBe(415)
  expect(await send('/pay/2026112000000001.data', { cookie })).toBe(415)
  expect(await send('/pay/2026112000000001', {})).toBe(REFUSED)
  expect(await send('/pay/result', { cookie })).toBe(REFUSED)
})

test('behind a proxy that ends TLS a page reaches the API as its browser would', async () => {
  await using w = await openWorld({ env: PRODUCTION })
  const app = await shopApp(w)
  const answer = await app.inject({ url: '/goods/1?a=b', headers: { ...throughProxy, cookie: 'hearth_access=x' } })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({
    url: 'https://shop.example/goods/1?a=b', status: 200,
    said: { cookie: 'hearth_access=x', language: 'en', ip: '203.0.113.7' },
  })
  expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2'])
  expect(answer.headers['content-security-policy']).toContain(`'nonce-${answer.json().nonce}'`)
  const posted = await app.inject({
    method: 'POST', url: '/cart', payload: 'sku=1&sku=2&note=%E5%A5%BD',
    headers: { ...throughProxy, 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(posted.json().form).toBe('sku=1&sku=2&note=%E5%A5%BD')
})

test('plain HTTP is sent to HTTPS, unknown hosts are refused, and nobody can pretend to ask from inside', async () => {
  await using w = await openWorld({ env: PRODUCTION })
  const app = await shopApp(w)
  const plain = await app.inject({ url: '/cart?a=1', headers: { host: 'shop.example', 'x-hearth-inside': 'guess' } })
  expect([plain.statusCode, plain.headers.location]).toEqual([308, 'https://shop.example/cart?a=1'])
  const foreign = await app.inject({ url: '/', headers: { ...throughProxy, host: 'evil.example' } })
  expect(foreign.statusCode).not.toBe(200)
  expect((await app.inject({ url: '/api/nothing', headers: throughProxy })).statusCode).not.toBe(200)
})
