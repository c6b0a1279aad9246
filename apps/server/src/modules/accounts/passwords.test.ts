import { expect, test, vi } from 'vitest'
import argon2 from '@node-rs/argon2'
import { passwordFaults } from './password-rules.ts'
import { hashPassword, isPassword } from './passwords.ts'

test('a hash is argon2id, and only its password is right', async () => {
  const hash = await hashPassword('blue-kettle-7')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect([await isPassword(hash, 'blue-kettle-7'), await isPassword(hash, 'Blue-kettle-7')]).toEqual([true, false])
})

test('where there is no password, one is checked all the same: the answer takes as long', async () => {
  using verify = vi.spyOn(argon2, 'verify')
  expect(await isPassword(null, 'no account has this password')).toBe(false)
  expect(await isPassword(undefined, 'x')).toBe(false)
  expect(verify).toHaveBeenCalledTimes(2)
})

test.each(['password', '12345678', 'qwertyuiop', 'woaini1314', 'PASSWORD1', 'aaaaaaaa', '88888888', 'iloveyou1', 'zhangwei123'])(
  'a common password is refused: %s', (password) => {
    expect(passwordFaults({ password }).password).toHaveLength(1)
  })

test.each(['blue-kettle-7', '正确的马电池订书钉呀', '        x1y2', '密钥'.repeat(10)])('a good one passes: %s', (password) => {
  expect(passwordFaults({ password })).toEqual({})
})

test.each(['1234567', 'x'.repeat(21), '密'.repeat(21), ''])('a length out of 8 to 20 is refused: %s', (password) => {
  expect(passwordFaults({ password }).password).toHaveLength(1)
})

test('neither the name nor the mobile is in it, and both typings agree', () => {
  expect(passwordFaults({ password: 'xiaoming-77', username: 'XiaoMing' }).password).toHaveLength(1)
  expect(passwordFaults({ password: 'my13800000002', mobile: '13800000002' }).password).toHaveLength(1)
  expect(passwordFaults({ password: 'blue-kettle-7', password2: 'blue-kettle-8' })).toMatchObject({ password2: [{}] })
})
