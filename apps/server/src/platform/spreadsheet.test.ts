import { expect, test } from 'vitest'
import { excelFile } from '../../tests/support/sheets.ts'
import { CSV_START, UnreadableSheet, csvLines, readSheet } from './spreadsheet.ts'

const table = [['编码', '名称'], ['00012', '=1+1'], ['-3', '多\n行，"引号"']]
const cellsOf = async (bytes: Uint8Array) => (await readSheet(bytes, 100)).map(({ cells }) => cells)

test('what was written is read again, formulas as texts', async () => {
  expect(await cellsOf(await excelFile(table))).toEqual(table)
  const csv = CSV_START + csvLines(table)
  expect(csv).toBe('\uFEFF编码,名称\r\n00012,\'=1+1\r\n\'-3,"多\n行，""引号"""\r\n')
  expect(await cellsOf(Buffer.from(csv))).toEqual(table)
})

test('lines are counted as in the file, empty ones too, and left out', async () => {
  const rows = await readSheet(Buffer.from('a,b\r\n\r\n"x\ny",1\n,\nz,2'), 100)
  expect(rows).toEqual([
    { line: 1, cells: ['a', 'b'] }, { line: 3, cells: ['x\ny', '1'] }, { line: 6, cells: ['z', '2'] },
  ])
})

test.each<[string, Uint8Array, string]>([
  ['damaged', Buffer.from('PK\u0003\u0004zzz'), 'unreadable'], ['binary', Buffer.from([65, 0, 66]), 'unreadable'],
  ['an open quote', Buffer.from('a,"b'), 'unreadable'], ['more rows than allowed', Buffer.from('a\n'.repeat(101)), 'too_many_rows'],
])('%s: refused', async (_what, bytes, reason) => {
  const fault = await readSheet(bytes, 100).catch((each: unknown) => each)
  expect(fault).toBeInstanceOf(UnreadableSheet)
  expect((fault as UnreadableSheet).reason).toBe(reason)
})

test('nobody waits while a large file is read', async () => {
  const big = Buffer.from(csvLines(Array.from({ length: 50_000 }, (_, at) => [`C${at}`, '冰箱', '3999.00', '说明'.repeat(20)])))
  let turns = 0
  const turning = setInterval(() => (turns += 1), 5)
  await readSheet(big, 50_000)
  clearInterval(turning)
  expect(turns).toBeGreaterThan(5)
})
