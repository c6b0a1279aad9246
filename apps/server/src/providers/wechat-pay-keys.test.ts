import { expect, test } from 'vitest'
import { aPaidWechatTrade, wechatSimulatorOf } from '../../tests/support/wechat-pay.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import type { WechatPayConfig } from '../platform/config-providers.ts'
import { openWechatPay } from './wechat-pay.ts'

function providerWith(w: World, over: Partial<WechatPayConfig>) {
  return openWechatPay({ ...wechatSimulatorOf(w).config, ...over }, { now: () => w.deps.now() })
}

test('while public keys are rotated both count, and one that was not entered does not', async () => {
  await using w = await openWorld({ listen: true })
  const { desk, config } = wechatSimulatorOf(w)
  const { tradeNumber } = await aPaidWechatTrade(w)
  const next = await desk.addKey()
  const both = providerWith(w, { publicKeys: [...config.publicKeys, { id: next.id, pem: next.publicPem }] })
  const old = providerWith(w, {})
  expect(await both.find(tradeNumber)).toMatchObject({ status: 'paid' })
  await desk.signWith(next.id)
  expect(await both.find(tradeNumber)).toMatchObject({ status: 'paid' })
  await expect(old.find(tradeNumber)).rejects.toMatchObject({ name: 'ProviderDown' })
  const only = providerWith(w, { publicKeys: [{ id: next.id, pem: next.publicPem }] })
  expect(await only.find(tradeNumber)).toMatchObject({ status: 'paid' })
})

test('the key of one id does not count under another', async () => {
  await using w = await openWorld({ listen: true })
  const { desk, config } = wechatSimulatorOf(w)
  const { tradeNumber } = await aPaidWechatTrade(w)
  const next = await desk.addKey()
  const mixed = providerWith(w, { publicKeys: config.publicKeys.map(({ id }) => ({ id, pem: next.publicPem })) })
  await expect(mixed.find(tradeNumber)).rejects.toMatchObject({ name: 'ProviderDown' })
})

test('in certificate mode certificates are fetched when needed, and a new one during a rotation', async () => {
  await using w = await openWorld({ listen: true })
  const { desk } = wechatSimulatorOf(w)
  const { tradeNumber } = await aPaidWechatTrade(w)
  const provider = providerWith(w, { publicKeys: [] })
  expect(await provider.find(tradeNumber)).toMatchObject({ status: 'paid' })
  const next = await desk.addKey()
  await desk.signWith(next.serial)
  // Asked at most once a minute for a serial that nobody knows.
  await expect(provider.find(tradeNumber)).rejects.toMatchObject({ name: 'ProviderDown' })
  w.advanceMinutes(1)
  expect(await provider.find(tradeNumber)).toMatchObject({ status: 'paid' })
})

test('certificates sealed with another APIv3 key are not taken, nor those of a broken answer', async () => {
  await using w = await openWorld({ listen: true })
  const { desk } = wechatSimulatorOf(w)
  const { tradeNumber } = await aPaidWechatTrade(w)
  const other = providerWith(w, { publicKeys: [], apiV3Key: 'y'.repeat(32) })
  await expect(other.find(tradeNumber)).rejects.toMatchObject({ name: 'ProviderDown' })
  await desk.trouble({ action: 'certificates', kind: 'bad_signature', times: 1 })
  await expect(providerWith(w, { publicKeys: [] }).find(tradeNumber)).rejects.toMatchObject({ name: 'ProviderDown' })
  await desk.trouble({ action: 'certificates', kind: 'http_500', times: 1 })
  await expect(providerWith(w, { publicKeys: [] }).find(tradeNumber)).rejects.toMatchObject({ name: 'ProviderDown' })
})

test('a merchant who changes from certificates to a public key is answered by either', async () => {
  await using w = await openWorld({ listen: true })
  const { desk } = wechatSimulatorOf(w)
  const { tradeNumber } = await aPaidWechatTrade(w)
  const provider = providerWith(w, {})
  const { names } = await desk.keys()
  for (const name of names) {
    await desk.signWith(name)
    expect(await provider.find(tradeNumber), name).toMatchObject({ status: 'paid' })
  }
  expect(names).toHaveLength(2)
})
