import { expect, test } from 'vitest'
import { openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'

const list = async (w: World, query = '') => (await w.app.inject({ url: `/dev/api/messages/${query}` })).json<object[]>()
const down = (w: World, payload: object) => w.app.inject({ method: 'POST', url: '/dev/api/messages/down/', payload })

test('the desk shows what was sent, newest first, of one receiver or of all', async () => {
  await using w = await openWorld({ listen: true })
  expect(await list(w)).toEqual([])
  await w.deps.sms?.sendCode({ mobile: '13800000002', code: '123456', purpose: 'verify' })
  w.advanceMinutes(1)
  await w.deps.sms?.sendCode({ mobile: '13800000003', code: '654321', purpose: 'verify' })
  expect(await list(w, '?to=13800000002')).toEqual([{
    id: 1, channel: 'sms', to: '13800000002', text: '【Hearth】您的验证码是123456，5分钟内有效，请勿告诉他人。', code: '123456',
    created_at: '2026-11-20T10:00:00.000+08:00',
  }])
  expect((await list(w, '?to=')).map((message) => 'to' in message && message.to)).toEqual(['13800000003', '13800000002'])
  expect(await list(w, '?to=13800000009')).toEqual([])
})

test('at most a hundred messages are shown', async () => {
  await using w = await openWorld({ listen: true })
  for (let n = 0; n < 103; n += 1) await w.deps.sms?.sendCode({ mobile: '13800000002', code: String(n), purpose: 'verify' })
  const codes = (await list(w)).map((message) => 'code' in message && message.code)
  expect([codes.length, codes[0], codes[99]]).toEqual([100, '102', '3'])
})

test('the desk switches the company off and on again', async () => {
  await using w = await openWorld({ listen: true })
  expect((await down(w, { down: true })).json()).toEqual({ down: true })
  const message = { mobile: '13800000002', code: '1', purpose: 'verify' } as const
  await expect(w.deps.sms?.sendCode(message)).rejects.toMatchObject({ name: 'ProviderDown' })
  expect((await down(w, { down: false })).json()).toEqual({ down: false })
  await w.deps.sms?.sendCode(message)
  expect(await list(w)).toHaveLength(1)
  expect((await down(w, { down: 'yes' })).statusCode).toBe(400)
})
