import { expect, test } from 'vitest'
import { checkCharacter, isUnitCode, makeUnitCode } from './unit-code.ts'

test('a fresh code is its prefix, eleven random characters and a check character', () => {
  const code = makeUnitCode('HX-')
  expect(code).toMatch(/^HX-[2-9A-HJ-NP-Z]{12}$/)
  expect(checkCharacter(code.slice(3, -1))).toBe(code.at(-1))
})

test('ten thousand codes are all different and do not run in sequence', () => {
  const codes = Array.from({ length: 10_000 }, () => makeUnitCode(''))
  expect(new Set(codes).size).toBe(10_000)
  expect([...codes].sort()).not.toEqual(codes)
})

test('any one mistyped character changes the check character', () => {
  const text = 'A2B3C4D5E6F'
  for (let place = 0; place < text.length; place += 1) {
    for (const other of '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'.replace(text.charAt(place), '')) {
      expect(checkCharacter(text.slice(0, place) + other + text.slice(place + 1))).not.toBe(checkCharacter(text))
    }
  }
})

test.each([
  ['QR001', true], ['a.B_c-9', true], ['x'.repeat(64), true], ['x'.repeat(65), false], ['', false], ['a b', false],
  ['二维码', false], ['a/b', false], ['a\u0000', false], ['a\n', false],
])('%j may be a code: %s', (text, is) => {
  expect(isUnitCode(text)).toBe(is)
})
