import type { RefusalTable } from '@hearth/kernel/errors'

export const orderErrors = {
  'orders.not_found': { status: 404, code: 'NOT_FOUND', zh: '订单不存在。', en: 'No such order.' },
  'orders.move_refused': {
    status: 400, code: 'INVALID_ORDER_STATUS',
    zh: '订单现在是「{status_words}」，不能这样操作。', en: 'The order is "{status_words}" now, so this cannot be done.',
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
  'orders.price_changed': {
    status: 400, code: 'PRICE_CHANGED',
    zh: '金额有变化：你看到的是 ¥{expected_total}，现在是 ¥{actual_amount}。没有下单，请核对后再提交。',
    en: 'The total changed: you saw ¥{expected_total}, it is ¥{actual_amount} now. Nothing was ordered. Check and confirm.',
  },
  'orders.too_many_unpaid': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '你有 {unpaid} 个订单还没付款，最多 {max} 个。先付款或取消一些，再下单。',
    en: 'You have {unpaid} unpaid orders; {max} is the most. Pay or cancel some first.',
  },
  'orders.too_many_held': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '同一款商品，未付款的订单里最多 {max} 件。先付款或减少数量，再下单。',
    en: 'Unpaid orders may hold at most {max} pieces of one article. Pay first or order fewer.',
  },
  'orders.no_installation': {
    status: 400, code: 'VALIDATION_ERROR',
    zh: '这些商品不需要预约送货和安装。', en: 'These goods are not delivered or installed by appointment.',
  },
  'orders.delivery_day': {
    status: 400, code: 'VALIDATION_ERROR',
    zh: '送货和安装时间请选 {first} 到 {last} 之间，安装不早于送货。',
    en: 'Choose delivery and installation between {first} and {last}, and no installation before delivery.',
  },
  'orders.edit_refused': {
    status: 400, code: 'INVALID_ORDER_STATUS',
    zh: '订单已发货或已结束，收货信息和送货时间不能再改。',
    en: 'The order has been shipped or is over: address and delivery can no longer be changed.',
  },
  'orders.delete_refused': {
    status: 409, code: 'RESOURCE_CONFLICT',
    zh: '只能删除已取消、没有收过钱的订单。', en: 'Only a cancelled order that took no money can be deleted.',
  },
  'orders.no_way_to_pay': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '现在没有可用的付款方式，还不能下单，什么都没有改动。请稍后再试，或联系客服。',
    en: 'No way to pay is open right now, so nothing was ordered. Try again later, or contact us.',
  },
  'orders.credit_refused': {
    status: 400, code: 'BUSINESS_ERROR', zh: '这个账号不能用授信支付。', en: 'This account cannot pay on credit.',
  },
} as const satisfies RefusalTable
