import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { setTimeout as wait } from 'node:timers/promises'
import { aSku, anAddress } from '../../tests/support/builders.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { guardRoutes } from './access.ts'
import { secureAnswers } from './security.ts'
import { openShop } from './shop.ts'
import type { Shop } from './shop.ts'

let w: World
let app: FastifyInstance
let ann: SignedIn
let boss: SignedIn
let skuId: number
let productId: number
let made: string[] = []

/** A shop whose pages say who asked, what the thing costs, and their nonce. */
const shop: Shop = {
  handle: async (request, { nonce }) => {
    const { pathname } = new URL(request.url)
    made.push(pathname)
    const id = /^\/goods\/(\d+)/.exec(pathname)?.[1]
    const answer = id ? (await w.app.inject(`/api/skus/${id}/`)).json<{ price?: string }>() : {}
    if (request.headers.has('x-slow')) await wait(50)
    const headers = { 'content-type': 'text/html; charset=utf-8', 'x-made': String(made.length) }
    if (pathname === '/categories') return new Response('x', { headers: { ...headers, 'set-cookie': 'one=1' } })
    const text = `价格 ${answer.price} <script nonce="${nonce}"></script><script nonce="${nonce}"></script> ${request.headers.get('cookie') ?? ''}`
    return new Response(text, { status: id && !answer.price ? 404 : 200, headers })
  },
}

beforeAll(async () => {
  w = await openWorld()
  ann = await w.signIn('ann')
  boss = await w.signIn('boss', { role: 'admin' })
  ;({ skuId, productId } = await aSku(w, { priceFen: 199_900 }))
  app = Fastify()
  await app.register(cookie)
  await app.register(formbody)
  await secureAnswers(app, w.deps)
  guardRoutes(app, w.deps)
  openShop(app, w.deps, shop)
  app.post('/api/staff', { config: { access: 'staff' } }, async () => 'done')
  app.post('/api/anyone', { config: { access: 'public' } }, async () => 'done')
})
afterAll(() => w[Symbol.asyncDispose]())
beforeEach(() => {
  w.advanceMinutes(1)
  made = []
})

const open = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers: { host: 'shop.example', ...headers } })
const nonces = (body: string) => [...body.matchAll(/nonce="([^"]*)"/g)].map(([, nonce]) => nonce)

test('a crowd costs one page, and everybody gets a nonce of his own that his policy allows', async () => {
  const slow = { 'x-slow': '1' }
  const answers = await Promise.all(Array.from({ length: 20 }, () => open(`/goods/${skuId}`, slow)))
  answers.push(await open(`/goods/${skuId}`))
  expect(made).toHaveLength(1)
  for (const { body, headers, statusCode } of answers) {
    expect([statusCode, headers['content-type'], headers['cache-control'], body.slice(0, 10)])
      .toEqual([200, 'text/html; charset=utf-8', 'private, no-cache', '价格 1999.00'])
    const [one, other] = nonces(body)
    expect(one).toBe(other)
    expect(headers['content-security-policy']).toContain(`'nonce-${one}'`)
  }
  expect(new Set(answers.map(({ body }) => nonces(body)[0])).size).toBe(answers.length)
})

test('a page is made anew after three seconds', async () => {
  await open('/')
  w.setNow(new Date(w.deps.now().getTime() + 2_999))
  await open('/')
  expect(made).toHaveLength(1)
  w.setNow(new Date(w.deps.now().getTime() + 1))
  await open('/')
  expect(made).toHaveLength(2)
})

test('address, language and host each have their own page', async () => {
  for (const url of ['/', '/?page=2', '/c/1', `/goods/${skuId}.data`, '/_root.data']) await open(url)
  await open('/', { cookie: 'hearth_lang=en' })
  await open('/', { host: 'other.example' })
  const body = (await open('/', { cookie: 'hearth_lang=en' })).body
  expect([made.length, body.includes('hearth_lang=en')]).toEqual([7, true])
})

test.each([
  ['a session', '/', { cookie: 'hearth_access=x' }], ['a session beside a language', '/', { cookie: 'hearth_lang=en; hearth_access=x' }],
  ['a cart', '/', { cookie: 'hearth_cart=x' }], ['an area', '/', { cookie: 'hearth_area=510100' }], ['a token', '/', { authorization: 'Bearer x' }],
  ['/cart', '/cart', {}], ['/checkout', '/checkout', {}], ['/me', '/me', {}], ['/orders', '/orders', {}], ['/pay', '/pay/1', {}],
  ['/login', '/login', {}], ['/search', '/search?q=a', {}], ['a code', '/q/A1', {}], ['no number', '/goods/1a', {}],
  ['a long address', `/?${'a'.repeat(300)}`, {}], ['what is missing', '/goods/99999999', {}], ['what sets a cookie', '/categories', {}],
])('nothing is kept for %s', async (_, url, headers) => {
  const answers = [await open(url, headers), await open(url, headers)]
  expect(made).toHaveLength(2)
  for (const { body, headers: said } of answers) {
    for (const nonce of nonces(body)) expect(said['content-security-policy']).toContain(`'nonce-${nonce}'`)
  }
})

test('who is signed in gets no kept page and leaves none', async () => {
  const cookie = `hearth_access=${ann.headers.authorization.slice(7)}`
  await open('/')
  expect((await open('/', { cookie })).body).toContain(cookie)
  w.advanceMinutes(1)
  await open('/', { cookie })
  expect((await open('/')).body).not.toContain('hearth_access')
  expect(made).toHaveLength(4)
})

test('cookies and forms pass', async () => {
  const { headers } = await open('/categories')
  expect(headers['set-cookie']).toBe('one=1')
  for (let n = 0; n < 2; n += 1) {
    await app.inject({ method: 'POST', url: '/', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'a=1' })
  }
  expect(made).toHaveLength(3)
})

test('what staff writes shows at once; a shopper\'s writes do not empty what is kept', async () => {
  await open('/')
  await app.inject({ method: 'POST', url: '/api/anyone', headers: ann.headers })
  await app.inject({ method: 'POST', url: '/api/staff', headers: ann.headers })
  await open('/')
  expect(made).toHaveLength(1)
  expect((await app.inject({ method: 'POST', url: '/api/staff', headers: boss.headers })).statusCode).toBe(200)
  await open('/')
  expect(made).toHaveLength(2)
})

test('a price that changed elsewhere is at most three seconds old on the page, and never old when it is paid', async () => {
  await open(`/goods/${skuId}`)
  await w.db.updateTable('catalog.skus').set({ price_fen: 209_900 }).where('id', '=', skuId).execute()
  expect((await open(`/goods/${skuId}`)).body).toContain('1999.00')
  await w.app.inject({ method: 'POST', url: '/api/cart/', headers: ann.headers, payload: { sku_id: skuId, count: 1 } })
  const settled = (await w.app.inject({ url: '/api/orders/settlement/', headers: ann.headers })).json()
  expect(JSON.stringify(settled)).toContain('2099.00')
  const address = await anAddress(w, ann.userId)
  const items = [{ product_id: productId, sku_id: skuId, quantity: 1 }]
  const placed = await w.app.inject({
    method: 'POST', url: '/api/orders/', headers: ann.headers, payload: { address_id: address.id, method: 'alipay', items },
  })
  expect([placed.statusCode, placed.json().order.actual_amount]).toEqual([201, '2099.00'])
  w.setNow(new Date(w.deps.now().getTime() + 3_000))
  expect((await open(`/goods/${skuId}`)).body).toContain('2099.00')
})
