import { expect, test } from 'vitest'
import type { OrderView } from '@hearth/contracts/orders'
import { editDraft, editFaults, localTime, toOrderEdit } from './order-edit.ts'

const order = {
  status: 'paid', snapshot_contact_name: '王小明', snapshot_phone: '13800000002', snapshot_address: '人民南路 1 号',
  distribution_time: '2026-11-22T09:00:00+08:00', install_time: null, is_delivery_install: false, is_government_order: false, note: '',
} as OrderView
const draft = editDraft(order)

test('an unchanged draft changes nothing, and a changed one only what differs', () => {
  expect(toOrderEdit(order, draft)).toEqual({})
  expect(toOrderEdit(order, { ...draft, receiver: ' 李雷 ', deliverAt: '', installAt: '2026-11-23T14:00', note: '先电话' })).toEqual({
    snapshot_contact_name: '李雷', distribution_time: null, install_time: '2026-11-23T14:00:00+08:00', note: '先电话',
  })
  expect(toOrderEdit(order, { ...draft, area: { province: 510000, city: 510100, district: 510107 } }))
    .toEqual({ snapshot_province: 510000, snapshot_city: 510100, snapshot_district: 510107 })
})

test('once it has shipped the address stays', () => {
  const shipped = { ...order, status: 'shipped' as const }
  expect(toOrderEdit(shipped, { ...draft, receiver: '李雷', isGovernmentOrder: true })).toEqual({ is_government_order: true })
  expect(editFaults(shipped, { ...draft, receiver: '' })).toEqual([])
})

test('what is missing or no telephone number is named', () => {
  expect(editFaults(order, { ...draft, receiver: ' ', phone: 'abc' })).toEqual(['receiver', 'phone'])
  expect(editFaults(order, { ...draft, phone: '' })).toEqual(['phone'])
  expect(editFaults(order, draft)).toEqual([])
})

test('times stand in Shanghai', () => {
  expect(localTime('2026-11-22T01:00:00Z')).toBe('2026-11-22T09:00')
  expect(localTime(null)).toBe('')
})
