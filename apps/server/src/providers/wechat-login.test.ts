import { expect, test } from 'vitest'
import { aCompany, companiesOf } from '../../tests/support/sign-ins.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { openWechatLogin } from './wechat-login.ts'

const down = { name: 'ProviderDown', provider: 'wechat', action: 'jscode2session' }
const no = (errcode: number, errmsg: string) =>
  ({ name: 'ProviderSaidNo', provider: 'wechat', errcode, errmsg: expect.stringContaining(errmsg) })

function wechatOf(w: World) {
  if (!w.deps.identities.wechat) throw new Error('This world knows no WeChat')
  return { wechat: w.deps.identities.wechat, config: companiesOf(w).wechat.config }
}

test('any code is its own openid at the simulated company, as often as it comes', async () => {
  await using w = await openWorld({ listen: true })
  const { wechat } = wechatOf(w)
  expect(wechat.isSimulated).toBe(true)
  for (const _ of [1, 2]) {
    expect(await wechat.exchange('小明 & co')).toEqual({ openid: '小明 & co', unionid: null, nickname: '', avatarUrl: '' })
  }
})

test('magic codes: once, invalid, busy, down and without openid', async () => {
  await using w = await openWorld({ listen: true })
  const { wechat } = wechatOf(w)
  expect(await wechat.exchange('once-1')).toMatchObject({ openid: 'once-1' })
  await expect(wechat.exchange('once-1')).rejects.toMatchObject(no(40163, 'code been used'))
  expect(await wechat.exchange('once-2')).toMatchObject({ openid: 'once-2' })
  await expect(wechat.exchange('invalid-code')).rejects.toMatchObject(no(40029, 'invalid code'))
  await expect(wechat.exchange('busy')).rejects.toMatchObject(no(-1, 'system error'))
  await expect(wechat.exchange('')).rejects.toMatchObject(no(41008, 'missing code'))
  await expect(wechat.exchange('down')).rejects.toMatchObject({ ...down, answer: 'HTTP 500' })
  await expect(wechat.exchange('no-openid')).rejects.toMatchObject({ ...down, noOpenid: true })
})

test('another application or secret is refused with WeChat\'s number', async () => {
  await using w = await openWorld({ listen: true })
  const { config } = wechatOf(w)
  await expect(openWechatLogin({ ...config, appId: 'wx9' }).exchange('c')).rejects.toMatchObject(no(40013, 'invalid appid'))
  await expect(openWechatLogin({ ...config, secret: 'x' }).exchange('c')).rejects.toMatchObject(no(40125, 'invalid appsecret'))
})

test('silent, absent and senseless companies are down; a unionid is taken, a zero errcode is none', async () => {
  await using w = await openWorld()
  const { config } = wechatOf(w)
  const at = (baseUrl: string) => openWechatLogin({ ...config, baseUrl }, { timeoutMs: 100 }).exchange('c')
  await using silent = await aCompany(() => undefined)
  await expect(at(silent.url)).rejects.toMatchObject(down)
  await expect(at('http://127.0.0.1:1')).rejects.toMatchObject(down)
  await using odd = await aCompany((_, response) => void response.end('<html>'))
  await expect(at(odd.url)).rejects.toMatchObject({ ...down, answer: 'no JSON' })
  await using real = await aCompany((_, response) =>
    void response.end(JSON.stringify({ errcode: 0, openid: 'O', unionid: 'U', session_key: 'K' })))
  expect(await at(real.url)).toEqual({ openid: 'O', unionid: 'U', nickname: '', avatarUrl: '' })
})
