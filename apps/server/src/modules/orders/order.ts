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
  /** Taken off every list; its rows stay. */
  isDeleted: boolean
}

/** When the goods are to come and to be installed; both at once with `isDeliveryInstall`. */
export type DeliveryWish = { deliverAt: Date | null; installAt: Date | null; isDeliveryInstall: boolean }

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
