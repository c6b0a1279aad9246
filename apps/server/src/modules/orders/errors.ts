import type { RefusalTable } from '@hearth/kernel/errors'

export const orderErrors = {
  'orders.not_found': { status: 404, code: 'NOT_FOUND', zh: '订单不存在。', en: 'No such order.' },
  'orders.move_refused': {
    status: 400, code: 'INVALID_ORDER_STATUS', zh: '订单当前状态不能这样操作。', en: 'The order can no longer do that.',
  },
  'orders.nothing_selected': {
    status: 400, code: 'BUSINESS_ERROR', zh: '购物车里没有选中的商品。', en: 'Nothing in the cart is selected.',
  },
  'orders.one_body_only': {
    status: 400, code: 'VALIDATION_ERROR',
    zh: '请只用一种下单方式：pay_method（购物车），或 items / product_id（直接购买）。',
    en: 'Order in one way only: pay_method (cart), or items / product_id (direct).',
  },
  'orders.nothing_ordered': { status: 400, code: 'VALIDATION_ERROR', zh: '没有要购买的商品。', en: 'Nothing was ordered.' },
  'orders.address_unknown': {
    status: 400, code: 'VALIDATION_ERROR', zh: '收货地址不存在，请重新选择。', en: 'No such address. Choose another one.',
  },
  'orders.sku_unknown': { status: 400, code: 'BUSINESS_ERROR', zh: '商品不存在。', en: 'No such article.' },
  'orders.sku_not_on_sale': {
    status: 400, code: 'BUSINESS_ERROR', zh: '有商品已下架，请从购物车移除后再下单。',
    en: 'An article is no longer on sale. Remove it and order again.',
  },
  'orders.for_another': {
    status: 400, code: 'BUSINESS_ERROR', zh: '不能替别人下单。', en: 'You cannot order for somebody else.',
  },
  'orders.paid_too_late': {
    status: 400, code: 'PAYMENT_VERIFICATION_FAILED',
    zh: '款项已收到，但订单已取消。钱会原路退回。', en: 'Your money arrived, but the order had been cancelled. It is being sent back.',
  },
  'orders.credit_refused': {
    status: 400, code: 'BUSINESS_ERROR', zh: '这个账号不能用授信支付。', en: 'This account cannot pay on credit.',
  },
} as const satisfies RefusalTable
