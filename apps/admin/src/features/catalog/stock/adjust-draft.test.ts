import { expect, test } from 'vitest'
import { adjustFault, levelAfter, toAdjustment } from './adjust-draft.ts'

const level = { onHand: 5, held: 2 }
const by = (count: number | null) => ({ how: 'by' as const, count, reason: ' 盘点 ' })
const setTo = (count: number | null) => ({ how: 'setTo' as const, count, reason: '盘点' })

test('what comes in or goes out changes what is on hand; held pieces are not free', () => {
  expect(levelAfter(level, by(3))).toEqual({ onHand: 8, free: 6 })
  expect(levelAfter(level, by(-3))).toEqual({ onHand: 2, free: 0 })
  expect(levelAfter(level, setTo(9))).toEqual({ onHand: 9, free: 7 })
  expect(levelAfter(level, by(null))).toBeNull()
})

test('nothing, fractions, and fewer than orders hold are faults', () => {
  expect([by(0), by(null), by(1.5)].map((draft) => adjustFault(level, draft))).toEqual(Array(3).fill('quantityNeeded'))
  expect([setTo(-1), setTo(null)].map((draft) => adjustFault(level, draft))).toEqual(Array(2).fill('countedNeeded'))
  expect([by(-4), setTo(1)].map((draft) => adjustFault(level, draft))).toEqual(Array(2).fill('belowHeld'))
  expect([by(-3), setTo(2)].map((draft) => adjustFault(level, draft))).toEqual([null, null])
})

test('one of quantity and set_to is sent', () => {
  expect(toAdjustment(7, by(-3))).toEqual({ sku_id: 7, quantity: -3, reason: '盘点' })
  expect(toAdjustment(7, setTo(0))).toEqual({ sku_id: 7, set_to: 0, reason: '盘点' })
})
