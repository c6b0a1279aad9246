import { expect, test } from 'vitest'
import { randomKey, randomPassword, randomUuid } from './random-key.ts'

test('a key is 32 hexadecimal digits and never the same', () => {
  expect(randomKey()).toMatch(/^[0-9a-f]{32}$/)
  expect(new Set(Array.from({ length: 100 }, randomKey)).size).toBe(100)
})

test('a uuid is one of version 4', () => {
  for (let at = 0; at < 50; at++) {
    expect(randomUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
})

test('a password is long enough and has nothing that looks like something else', () => {
  for (let at = 0; at < 50; at++) expect(randomPassword()).toMatch(/^[a-zA-Z2-9]{14}$/)
  expect(Array.from({ length: 50 }, randomPassword).join('')).not.toMatch(/[lI1O0io]/)
})
