import { expect, test } from 'vitest'
import { parseCodes, withoutCodes } from './unit-codes.ts'

test('codes are read however they are separated, each once and in order', () => {
  expect(parseCodes('B2 A1\nC3，D4;E5、A1\t')).toEqual({
    codes: ['B2', 'A1', 'C3', 'D4', 'E5'], duplicates: ['A1'], malformed: [],
  })
})

test('a scan link counts as its code', () => {
  expect(parseCodes('http://localhost:8000/q/HR-1.a_b?s=k1aaaaaaaaaaaaaa https://x.cn/q/HR-1.a_b').codes).toEqual(['HR-1.a_b'])
})

test('what is no code is named and never sent', () => {
  expect(parseCodes(`中文码 ok ${'x'.repeat(65)} https://x.cn/q/%E0%A4%A`)).toEqual({
    codes: ['ok'], duplicates: [], malformed: ['中文码', 'x'.repeat(65), 'https://x.cn/q/%E0%A4%A'],
  })
})

test('refused codes are taken out, the others stay one per line', () => {
  expect(withoutCodes('A B,C D', ['B', 'D'])).toBe('A\nC')
})
