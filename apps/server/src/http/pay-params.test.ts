import { expect, test } from 'vitest'
import type { Payment, PaymentProvider } from '../modules/payments/index.ts'
import { readConfig } from '../platform/config.ts'
import { aWechatTrade, wechatPayOf } from '../../tests/support/wechat-pay.ts'
import { openWorld } from '../../tests/support/world.ts'
import { companyPay } from './pay-params.ts'

test('parameters of a simulated WeChat Pay say so; those of the real one do not know the word', async () => {
  await using w = await openWorld({ listen: true })
  const { way } = await aWechatTrade(w, { channel: 'jsapi' })
  const payment = { amountFen: 100_000 } as Payment
  const provider = wechatPayOf(w)
  expect(companyPay(provider, payment, way).pay_params)
    .toMatchObject({ mock: true, prepay_id: expect.any(String), total: 100_000, total_fee: 100_000 })
  const real: PaymentProvider = { ...provider, isSimulated: false }
  expect(companyPay(real, payment, way).pay_params).not.toHaveProperty('mock')
})

test('a WeChat Pay by settings is a real one, and in production one on this machine is refused', () => {
  const env = { WECHAT_PAY_MCHID: '1900000109', WECHAT_PAY_BASE_URL: 'http://127.0.0.1:8000/dev/sim/wechat-pay' }
  const { config, problems } = readConfig({ APP_ENV: 'production', ...env })
  expect(problems.map(({ variable }) => variable)).toContain('WECHAT_PAY_BASE_URL')
  expect(config.wechatPay?.isSimulated ?? false).toBe(false)
})
