import { expect, test } from 'vitest'
import { answerLines } from './answer-lines.ts'

test('fields of an answer stand one on a line, anything else stays as it came', () => {
  expect(answerLines('{"code":"40004","sub_msg":"余额不足","amount":{"refund":1}}'))
    .toBe('code: 40004\nsub_msg: 余额不足\namount: {"refund":1}')
  expect(answerLines('no answer in 10 s')).toBe('no answer in 10 s')
  expect(answerLines('["a"]')).toBe('["a"]')
})
