import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signInWith } from '../../tests/support/registration.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { keepInSuspense } from '../modules/payments/index.ts'

const FILE = join(import.meta.dirname, 'hearth.ts')

/** Runs `npm run hearth -- <words>` on the world's database, with `typed` on standard input. */
function run(w: World, words: string[], typed = ''): Promise<{ code: number; said: string }> {
  const { secretKey, dataDir } = w.config
  const env = {
    PATH: process.env.PATH, APP_ENV: 'test', DATABASE_URL: w.databaseUrl, SECRET_KEY: secretKey, HEARTH_DATA_DIR: dataDir,
  }
  return new Promise((done) => {
    const child = execFile(process.execPath, [FILE, ...words], { env }, (fault, out, err) =>
      done({ code: Number(fault?.code ?? 0), said: out + err }))
    child.stdin?.end(typed)
  })
}

test('an administrator is made, and gets another password that ends his sessions', async () => {
  await using w = await openWorld()
  expect(await run(w, ['create-admin', 'the_keeper', '13900001111'], 'short\n')).toMatchObject({ code: 1 })
  const made = await run(w, ['create-admin', 'the_keeper', '13900001111'], 'blue-kettle-7\n')
  expect([made.code, made.said]).toEqual([0, expect.stringContaining('the_keeper')])
  expect(made.said).not.toContain('blue-kettle-7')
  const signedIn = await signInWith(w, '13900001111', 'blue-kettle-7')
  const headers = { authorization: `Bearer ${signedIn.json().access}` }
  expect((await w.app.inject({ url: '/api/user/profile/', headers })).json().role).toBe('admin')
  for (const words of [['the_keeper'], ['a b'], ['another_keeper', '13900001111'], []]) {
    expect(await run(w, ['create-admin', ...words], 'blue-kettle-7\n')).toMatchObject({ code: 1 })
  }
  expect(await run(w, ['reset-admin-password', 'the_keeper'], 'green-kettle-8\n')).toMatchObject({ code: 0 })
  expect((await w.app.inject({ url: '/api/user/', headers })).statusCode).toBe(401)
  expect((await signInWith(w, 'the_keeper', 'green-kettle-8')).statusCode).toBe(200)
  await w.signIn('shopper_one')
  expect(await run(w, ['reset-admin-password', 'shopper_one'], 'green-kettle-8\n')).toMatchObject({ code: 1 })
})

test('the verifier of the money book ends well when all is well, and badly with a sentence for what is off', async () => {
  await using w = await openWorld()
  expect(await run(w, ['verify-book'])).toMatchObject({ code: 0, said: expect.stringContaining('账目平衡') })
  const money = { provider: 'alipay', tradeNumber: '1', tradeId: 't1', orderNumber: '1', orderId: null, amountFen: 7_700 }
  await w.inTx((tx) => keepInSuspense(tx, { ...money, reason: 'unknown_order', at: w.deps.now() }))
  await w.db.updateTable('payments.suspense').set({ amount_fen: 7_701 }).execute()
  const off = await run(w, ['verify-book'])
  expect([off.code, off.said]).toEqual([1, expect.stringContaining('挂账 1：“支付宝 Alipay”记了 77.00，应为 77.01')])
})

test('with another SECRET_KEY no key is added: nobody could open it', async () => {
  await using w = await openWorld()
  const count = () => countOf(w, 'platform.secrets')
  const before = await count()
  w.config.secretKey = 'another-secret-key-of-forty-characters-00'
  expect(await run(w, ['rotate-keys'])).toMatchObject({ code: 1, said: expect.stringContaining('SECRET_KEY_FALLBACKS') })
  expect(await count()).toBe(before)
})

test('keys are rotated and sealed anew', async () => {
  await using w = await openWorld()
  const keys = () => w.db.selectFrom('platform.secrets').select(['purpose', 'sealed']).orderBy('id').execute()
  const before = await keys()
  expect(await run(w, ['rotate-keys'])).toMatchObject({ code: 0 })
  const added = (await keys()).slice(before.length)
  expect(added.map(({ purpose }) => purpose)).toEqual(['access-token', 'identity-proof'])
  expect(await run(w, ['reseal'])).toMatchObject({ code: 0 })
  const sealed = await keys()
  expect(sealed.map(({ purpose }) => purpose)).toEqual([...before, ...added].map(({ purpose }) => purpose))
  expect(sealed.filter(({ sealed: text }, at) => text === [...before, ...added][at]?.sealed)).toEqual([])
})
