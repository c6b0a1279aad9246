import { consoleTexts } from '@hearth/client/console-texts'
import { expect, test } from 'vitest'
import { refundReason } from './money-words.ts'

test('a rule is said in words, what a person wrote stays', () => {
  const t = consoleTexts('zh').money
  expect(refundReason({ reason: 'double', suspense: 3 }, t)).toBe('重复付款')
  expect(refundReason({ reason: '客户来电', suspense: 3 }, t)).toBe('客户来电')
  expect(refundReason({ reason: 'late', suspense: null }, t)).toBe('late')
})
