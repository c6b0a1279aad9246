import { expect, test } from 'vitest'
import { withSessionRenewal } from './console-session.ts'
import type { Answer } from './http.ts'

function scene(answers: Answer[], renews: boolean) {
  const seen = { calls: 0, renewals: 0, ended: 0 }
  const http = withSessionRenewal(async () => answers[seen.calls++] ?? { status: 500, body: null }, {
    renew: async () => { seen.renewals++; return renews },
    ended: () => { seen.ended++ },
    now: () => 0,
  })
  return { http, seen }
}
const expired: Answer = { status: 401, body: { error_code: 'UNAUTHORIZED' } }
const call = { method: 'GET', path: '/api/orders/' } as const

test('an expired session is renewed once and the call repeated', async () => {
  const { http, seen } = scene([expired, { status: 200, body: 'ok' }], true)
  expect((await http(call)).body).toBe('ok')
  expect(seen).toEqual({ calls: 2, renewals: 1, ended: 0 })
})

test('a session that cannot be renewed ends', async () => {
  const { http, seen } = scene([expired], false)
  expect((await http(call)).status).toBe(401)
  expect(seen).toEqual({ calls: 1, renewals: 1, ended: 1 })
})

test('a session that is refused again after renewal ends, without a loop', async () => {
  const { http, seen } = scene([expired, expired], true)
  expect((await http(call)).status).toBe(401)
  expect(seen).toEqual({ calls: 2, renewals: 1, ended: 1 })
})

test('a supplier that refuses its own sign-in does not end ours', async () => {
  const { http, seen } = scene([{ status: 401, body: { error_code: 'SUPPLIER_AUTH_FAILED' } }], true)
  expect((await http(call)).status).toBe(401)
  expect(seen).toEqual({ calls: 1, renewals: 0, ended: 0 })
})

test('a wrong password is an answer, not an expired session', async () => {
  const { http, seen } = scene([expired], true)
  await http({ method: 'POST', path: '/api/auth/password/', body: {} })
  expect(seen).toEqual({ calls: 1, renewals: 0, ended: 0 })
})
