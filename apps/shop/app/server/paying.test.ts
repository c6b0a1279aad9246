import { expect, test } from 'vitest'
import { ApiRefusal } from '@hearth/client/http'
import { payTexts } from '@hearth/client/texts/shop-pay'
import { hasMovedOn, payTrouble } from './paying.ts'

const refusal = (status: number, more: object = {}) => new ApiRefusal(status, { message: '服务器的话', ...more })
const calm = { waitS: 0, isOpenid: false }
const { zh } = payTexts

test('too soon: the seconds are said, and the button rests as long', () => {
  const error = refusal(429, { error_code: 'RATE_LIMIT_EXCEEDED', facts: { retry_after_seconds: 3.2 } })
  expect(payTrouble(error, 'zh', 'wechat')).toEqual({ message: zh.tooSoon(4), waitS: 4, isOpenid: false })
})

test('too often: a minute, not a count of seconds', () => {
  const error = refusal(429, { facts: { retry_after_seconds: 41 } })
  expect(payTrouble(error, 'zh', 'wechat')).toEqual({ message: zh.tooMany, waitS: 41, isOpenid: false })
})

test('a limit without its time is believed for five seconds', () => {
  expect(payTrouble(refusal(429), 'zh', 'alipay').waitS).toBe(5)
})

test('a company that cannot be reached is named, and nothing is lost', () => {
  expect(payTrouble(refusal(503), 'zh', 'wechat')).toEqual({ ...calm, message: zh.down('微信支付') })
  expect(payTrouble(refusal(503), 'zh', 'alipay').message).toContain('没有扣款')
})

test('our own fault says so; a refusal speaks for itself', () => {
  expect(payTrouble(refusal(500), 'zh', 'wechat')).toEqual({ ...calm, message: zh.fault })
  expect(payTrouble(refusal(400, { error_code: 'BUSINESS_ERROR' }), 'zh', 'wechat')).toEqual({ ...calm, message: '服务器的话' })
  expect(payTrouble(refusal(400, { message: '' }), 'zh', 'wechat').message).toBe(zh.fault)
})

test('WeChat that does not know the person is explained, not just refused', () => {
  const error = refusal(400, { facts: { missing: 'openid' } })
  expect(payTrouble(error, 'zh', 'wechat')).toEqual({ message: '', waitS: 0, isOpenid: true })
})

test.each([
  [refusal(409, { error_code: 'DUPLICATE_PAYMENT' }), true],
  [refusal(400, { error_code: 'INVALID_ORDER_STATUS' }), true],
  [refusal(400, { error_code: 'BUSINESS_ERROR' }), false],
  [refusal(429), false],
  [new Error('other'), false],
])('an order that has moved on is shown as it is: %#', (error, moved) => {
  expect(hasMovedOn(error)).toBe(moved)
})
