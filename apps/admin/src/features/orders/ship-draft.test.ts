import { expect, test } from 'vitest'
import type { OrderView } from '@hearth/contracts/orders'
import { emptyDraft, shipFaults, toShipBody } from './ship-draft.ts'

const order = { items: [{ id: 7, quantity: 2 }, { id: 8, quantity: 1 }] } as OrderView

test('a tracking number alone is enough; empty fields are not sent', () => {
  const draft = { ...emptyDraft, tracking: ' SF1 ' }
  expect(shipFaults(order, draft)).toEqual({ tracking: false, lines: [], twice: [] })
  expect(toShipBody(order, draft)).toEqual({ tracking_number: 'SF1' })
})

test('a line takes all of its codes or none', () => {
  const draft = { ...emptyDraft, tracking: 'SF1', codes: { 7: 'A', 8: 'B' } }
  expect(shipFaults(order, draft).lines).toEqual([7])
  expect(shipFaults(order, { ...draft, codes: { 7: 'A C', 8: '' } }).lines).toEqual([])
})

test('one code cannot go out on two lines', () => {
  const draft = { ...emptyDraft, tracking: 'SF1', codes: { 7: 'A B', 8: 'B' } }
  expect(shipFaults(order, draft).twice).toEqual(['B'])
})

test('codes are sent by line', () => {
  const draft = { ...emptyDraft, tracking: 'SF1', carrier: '顺丰速运', codes: { 7: 'A\nB' } }
  expect(toShipBody(order, draft)).toEqual({
    tracking_number: 'SF1', logistics_company: '顺丰速运', lines: [{ item_id: 7, qrcode_ids: ['A', 'B'] }],
  })
})
