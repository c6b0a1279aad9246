import type { OrderStatus } from '@hearth/kernel/order-status'

export type PayMethod = 'wechat' | 'alipay' | 'bank' | 'credit'

/** An order as its rules need it. Amounts in fen; `payableFen` = goods − discount + freight. */
export type Order = {
  id: number
  number: string
  userId: number
  state: OrderStatus
  goodsFen: number
  discountFen: number
  freightFen: number
  payableFen: number
  itemQty: number
  payMethod: PayMethod
  cancelledBy: 'buyer' | 'staff' | 'timeout' | null
  placedAt: Date
  expiresAt: Date
}

export type OrderLine = {
  id: number
  orderId: number
  productId: number
  skuId: number
  productTypeId: number | null
  productName: string
  qty: number
  unitPriceFen: number
}
