import { expect, test } from 'vitest'
import { cellsOf, parcelFaults, parcelsOf, toShipment, withRead } from './parcel-lines.ts'
import type { Parcel } from './parcel-lines.ts'

const parcel = (given: Partial<Parcel>): Parcel => ({ orderNumber: '2026112010000001', tracking: 'SF1', carrier: '', codes: '', ...given })

test('pasted lines are read by tab, comma or blank', () => {
  expect(cellsOf('1\tSF 1\t顺丰\n\n2，SF2,德邦\r\n3  SF3')).toEqual([['1', 'SF 1', '顺丰'], ['2', 'SF2', '德邦'], ['3', 'SF3']])
})

test('titles say which column is which, else the place does', () => {
  expect(parcelsOf([['运单号', '订单号'], ['SF1', '2026112010000001']]))
    .toEqual([parcel({})])
  expect(parcelsOf([["'2026112010000001", 'SF1', '顺丰', 'A B'], ['', '']])).toEqual([parcel({ carrier: '顺丰', codes: 'A B' })])
  expect(parcelsOf([])).toEqual([])
})

test('what was read fills waiting orders, and a second number for an order is kept to be named', () => {
  const after = withRead([parcel({ tracking: '', carrier: '德邦' })], [parcel({}), parcel({ tracking: 'SF2' })])
  expect(after).toEqual([parcel({ carrier: '德邦' }), parcel({ tracking: 'SF2' })])
  expect(parcelFaults(after)).toEqual(['twice', 'twice'])
})

test('each fault that needs no server is named at its line', () => {
  expect(parcelFaults([
    parcel({}), parcel({ orderNumber: '' }), parcel({ orderNumber: '2.02611E+19' }), parcel({ orderNumber: '2', tracking: ' ' }),
    parcel({ orderNumber: '3', codes: 'A' }), parcel({ orderNumber: '4', codes: 'A B' }), parcel({ orderNumber: '5', codes: '坏' }),
  ])).toEqual([null, 'numberMissing', 'numberLost', 'trackingMissing', 'codeTwice', 'codeTwice', 'codeMalformed'])
})

test('empty fields are not sent', () => {
  expect(toShipment(parcel({ tracking: ' SF1 ' }))).toEqual({ order_number: '2026112010000001', tracking_number: 'SF1' })
  expect(toShipment(parcel({ carrier: '顺丰', codes: 'A B' }))).toEqual({
    order_number: '2026112010000001', tracking_number: 'SF1', logistics_company: '顺丰', qrcode_ids: ['A', 'B'],
  })
})
