import { expect, test } from 'vitest'
import { csvText } from './csv.ts'

test('cells with commas, quotes and line ends are quoted; the file starts with a byte order mark', () => {
  expect(csvText([['a', 'b,c'], ['say "x"', 'two\nlines']])).toBe('\uFEFFa,"b,c"\r\n"say ""x""","two\nlines"\r\n')
})

test('text that a spreadsheet would run is disarmed, a code with a leading hyphen is not changed', () => {
  expect(csvText([['=1+1', '@x', '-1+cmd|x', '-HR26.a_b']])).toBe("\uFEFF'=1+1,'@x,'-1+cmd|x,-HR26.a_b\r\n")
})
