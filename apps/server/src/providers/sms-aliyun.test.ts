import { expect, test } from 'vitest'
import { aCompany, companiesOf } from '../../tests/support/sign-ins.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import type { SmsSender } from '../modules/accounts/index.ts'
import { openAliyunSms } from './sms-aliyun.ts'

const down = { name: 'ProviderDown', provider: 'sms', action: 'SendSms' }
const no = (words: string) => ({ name: 'ProviderSaidNo', provider: 'sms', answer: expect.stringContaining(words) })

function smsOf(w: World) {
  if (!w.deps.sms) throw new Error('This world sends no messages')
  return { sms: w.deps.sms, ...companiesOf(w).sms }
}

const send = (sms: SmsSender, mobile: string) => sms.sendCode({ mobile, code: '123456', purpose: 'verify' })

test('a code is sent in the words of its purpose, newest first, at the time of the application', async () => {
  await using w = await openWorld({ listen: true })
  const { sms, desk } = smsOf(w)
  await sms.sendCode({ mobile: '13800000002', code: '123456', purpose: 'verify' })
  w.advanceMinutes(3)
  await sms.sendCode({ mobile: '13800000002', code: '654321', purpose: 'reset_password' })
  await sms.sendCode({ mobile: '13800000003', code: '000001', purpose: 'verify' })
  expect(await desk.messages('13800000002')).toEqual([
    {
      id: 2, channel: 'sms', to: '13800000002', code: '654321', createdAt: new Date('2026-11-20T02:03:00.000Z'),
      text: '【Hearth】您正在重置登录密码，验证码是654321，5分钟内有效。如非本人操作，请忽略本短信。',
    },
    {
      id: 1, channel: 'sms', to: '13800000002', code: '123456', createdAt: new Date('2026-11-20T02:00:00.000Z'),
      text: '【Hearth】您的验证码是123456，5分钟内有效，请勿告诉他人。',
    },
  ])
  expect((await desk.messages()).map((message) => message.to)).toEqual(['13800000003', '13800000002', '13800000002'])
})

test('magic numbers: a broken company and its flow control are down, a number it does not serve is a no', async () => {
  await using w = await openWorld({ listen: true })
  const { sms, desk } = smsOf(w)
  await expect(send(sms, '13800009999')).rejects.toMatchObject({ ...down, answer: expect.stringContaining('500') })
  await expect(send(sms, '13800009998'))
    .rejects.toMatchObject({ ...down, answer: 'isv.BUSINESS_LIMIT_CONTROL 触发小时级流控Permits:5' })
  await expect(send(sms, '13800009997')).rejects.toMatchObject(no('isv.MOBILE_NUMBER_ILLEGAL'))
  await expect(send(sms, '12345')).rejects.toMatchObject(no('isv.MOBILE_NUMBER_ILLEGAL'))
  expect(await desk.messages()).toEqual([])
})

test('while the company is switched off every message fails, in every process, until it is on again', async () => {
  await using w = await openWorld({ listen: true })
  const { sms, desk } = smsOf(w)
  await desk.setDown(true)
  await desk.setDown(true)
  expect(await desk.isDown()).toBe(true)
  await expect(send(sms, '13800000002')).rejects.toMatchObject(down)
  await desk.setDown(false)
  await send(sms, '13800000002')
  expect(await desk.messages()).toHaveLength(1)
})

test('another key, another secret, another sign name or template is refused, and nothing is sent', async () => {
  await using w = await openWorld({ listen: true })
  const { config, desk } = smsOf(w)
  const refused = [
    [{ accessKeySecret: 'another' }, 'SignatureDoesNotMatch'], [{ accessKeyId: 'LTAIother' }, 'InvalidAccessKeyId.NotFound'],
    [{ signName: '别家' }, 'isv.SMS_SIGNATURE_ILLEGAL'],
    [{ templates: { verify: 'SMS_1', reset_password: 'SMS_1' } }, 'isv.SMS_TEMPLATE_ILLEGAL'],
  ] as const
  for (const [other, words] of refused) {
    await expect(send(openAliyunSms({ ...config, ...other }), '13800000002')).rejects.toMatchObject(no(words))
  }
  expect(await desk.messages()).toEqual([])
})

test('a company that is away, silent, or throttling is down; an endpoint without a path is asked at its root', async () => {
  await using w = await openWorld({ listen: true })
  const { config } = smsOf(w)
  const at = (endpoint: string, timeoutMs = 10_000) => openAliyunSms({ ...config, endpoint }, { timeoutMs })
  await expect(send(at('http://127.0.0.1:1'), '13800000002')).rejects.toMatchObject(down)
  await using silent = await aCompany(() => undefined)
  await expect(send(at(silent.url, 100), '13800000002')).rejects.toMatchObject(down)
  const asked: (string | undefined)[] = []
  await using busy = await aCompany((request, response) => {
    asked.push(request.url?.split('?')[0], request.headers.authorization?.split(' ')[0])
    response.writeHead(400, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ Code: 'Throttling.User', Message: 'Request was denied due to user flow control.' }))
  })
  await expect(send(at(busy.url), '13800000002'))
    .rejects.toMatchObject({ ...down, answer: expect.stringContaining('Throttling.User') })
  expect(asked).toEqual(['/', 'ACS3-HMAC-SHA256'])
  await using odd = await aCompany((_, response) => void response.end('<html>'))
  await expect(send(at(odd.url), '13800000002')).rejects.toMatchObject(down)
})
