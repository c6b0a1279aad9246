/** The words of an order's life (contract §3.1), stored as they are, and their number for source 003 (§3.2). */
export const orderStatuses = [
  'pending', 'paid', 'shipped', 'completed', 'cancelled', 'returning', 'refunding', 'refunded',
] as const
export type OrderStatus = (typeof orderStatuses)[number]

export const orderStatusLabels: Record<OrderStatus, { zh: string; en: string }> = {
  pending: { zh: '待支付', en: 'To pay' },
  paid: { zh: '待发货', en: 'To ship' },
  shipped: { zh: '待收货', en: 'On its way' },
  completed: { zh: '已完成', en: 'Completed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  returning: { zh: '退货中', en: 'Returning' },
  refunding: { zh: '退款中', en: 'Refunding' },
  refunded: { zh: '已退款', en: 'Refunded' },
}

const codes: Record<OrderStatus, number> = {
  pending: 1, paid: 2, shipped: 3, completed: 4, cancelled: 6, returning: 7, refunding: 7, refunded: 8,
}

/** A completed order is 4 (to be commented) until 15 days after its completion, then 5 (contract §3.2). */
export function statusCode(status: OrderStatus, completedAt: Date | null, now: Date): number {
  const settled = completedAt !== null && now.getTime() - completedAt.getTime() >= 15 * 86_400_000
  return status === 'completed' && settled ? 5 : codes[status]
}

/** The words that a filter means: a word of ours or a number of source 003; null for anything else. */
export function statusesFromFilter(text: string): OrderStatus[] | null {
  const word = orderStatuses.find((status) => status === text)
  if (word) return [word]
  if (text === '5') return ['completed']
  const found = orderStatuses.filter((status) => String(codes[status]) === text)
  return found.length > 0 ? found : null
}
