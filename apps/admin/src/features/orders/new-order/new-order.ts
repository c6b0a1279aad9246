import type { AddressBody } from '@hearth/contracts/customers'
import type { OrderBody } from '@hearth/contracts/orders'
import { fenFromText } from '@hearth/kernel/money'

/** One SKU in an order that is being put together. */
export type NewLine = {
  skuId: number
  productId: number
  name: string
  specs: string
  image: string
  price: string
  stock: number
  qty: number
}
export type PayBy = 'wechat' | 'alipay' | 'bank'
export type NewOrder = {
  buyer: { id: number; username: string } | null
  addressId: number | null
  lines: NewLine[]
  method: PayBy
  note: string
}

export const emptyOrder: NewOrder = { buyer: null, addressId: null, lines: [], method: 'wechat', note: '' }

/** An address that is being filled in; `area` is there once it is whole. */
export type AddressDraft = {
  receiver: string
  phone: string
  detail: string
  area: { province: number; city: number; district: number } | null
}

export const emptyAddress: AddressDraft = { receiver: '', phone: '', detail: '', area: null }

/** What still has to be said of it. */
export function addressFaults({ receiver, phone, detail, area }: AddressDraft): (keyof AddressDraft)[] {
  const isPhone = /^[\d+ -]{5,20}$/.test(phone.trim())
  return [
    ...(receiver.trim() === '' ? ['receiver' as const] : []), ...(isPhone ? [] : ['phone' as const]),
    ...(area === null ? ['area' as const] : []), ...(detail.trim() === '' ? ['detail' as const] : []),
  ]
}

export function toAddressBody({ receiver, phone, detail, area }: AddressDraft): AddressBody {
  return { contact_name: receiver.trim(), phone: phone.trim(), detail: detail.trim(), ...area }
}

/** With one more of this SKU. */
export function withSku(lines: readonly NewLine[], sku: Omit<NewLine, 'qty'>): NewLine[] {
  const known = lines.some(({ skuId }) => skuId === sku.skuId)
  if (!known) return [...lines, { ...sku, qty: 1 }]
  return lines.map((line) => (line.skuId === sku.skuId ? { ...line, qty: line.qty + 1 } : line))
}

/** What the lines cost in fen; null when a price is no amount. */
export function totalFen(lines: readonly NewLine[]): number | null {
  let sum = 0
  for (const { price, qty } of lines) {
    const fen = fenFromText(price)
    if (fen === null) return null
    sum += fen * qty
  }
  return sum
}

/** What is sent once everything that is needed is there; `expected` is the total that was shown. */
export function toOrderBody({ buyer, addressId, lines, method, note }: NewOrder, expected: string): OrderBody | null {
  if (buyer === null || addressId === null || lines.length === 0) return null
  return {
    user_id: buyer.id, address_id: addressId, method, expected_total: expected,
    items: lines.map(({ productId, skuId, qty }) => ({ product_id: productId, sku_id: skuId, quantity: qty })),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  }
}
