import { expect, test } from 'vitest'
import { openWorld } from '../../tests/support/world.ts'
import { insideHeaders } from './security.ts'

const LIMITS = { THROTTLE_ANONYMOUS_PER_MINUTE: '3', THROTTLE_PERSON_PER_MINUTE: '5' }

test('an address and a person have so many calls a minute; pages of ours and payment notices do not count', async () => {
  await using w = await openWorld({ env: LIMITS })
  const { headers } = await w.signIn('ann')
  w.advanceMinutes(1)
  const ask = async (given: object = {}) => (await w.app.inject({ url: '/api/categories/', ...given })).statusCode
  const asks = async (times: number, given?: object) => Promise.all(Array.from({ length: times }, () => ask(given)))
  expect(await asks(3)).toEqual([200, 200, 200])
  const refused = await w.app.inject({ url: '/api/categories/' })
  expect([refused.statusCode, refused.headers['retry-after'], refused.json().error_code]).toEqual([429, '60', 'RATE_LIMIT_EXCEEDED'])
  expect(await ask({ remoteAddress: '10.1.1.1' })).toBe(200)
  expect((await asks(6, { headers })).filter((status) => status === 429)).toHaveLength(1)
  expect(await ask({ headers: insideHeaders })).toBe(200)
  expect(await ask({ headers: { 'sec-fetch-site': 'same-origin' } })).toBe(200)
  expect(await ask({ headers: { 'sec-fetch-site': 'cross-site' } })).toBe(429)
  expect(await ask({ method: 'POST', url: '/api/payments/callback/alipay/', payload: {} })).not.toBe(429)
  expect(await ask({ url: '/health/' })).toBe(200)
  w.advanceMinutes(1)
  expect(await ask()).toBe(200)
})

test('outside production there is none unless it is asked for', async () => {
  await using w = await openWorld()
  const all = await Promise.all(Array.from({ length: 130 }, () => w.app.inject({ url: '/api/categories/' })))
  expect(all.every(({ statusCode }) => statusCode === 200)).toBe(true)
})
