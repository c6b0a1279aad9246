import type { OrderDetail } from '@hearth/contracts/orders'

export type OrderStep = { key: 'placed' | 'paid' | 'shipped' | 'completed' | 'cancelled' | 'returning' | 'refunding' | 'refunded'; at: string | null; state: 'done' | 'now' | 'ahead' }
type Told = Pick<OrderDetail, 'status' | 'created_at' | 'status_history'>

const road = ['placed', 'paid', 'shipped', 'completed'] as const

/**
 * The order's way as a person sees it: placed → paid → shipped → completed. An order that left the road shows what it
 * reached and where it went instead.
 */
export function orderSteps(order: Told): OrderStep[] {
  const reached = new Map<string, string>([['placed', order.created_at]])
  for (const row of order.status_history) {
    // A correction leaves the order where it stands.
    if (row.to_status !== 'pending' && row.from_status !== row.to_status) reached.set(row.to_status, row.created_at)
  }
  const current = order.status === 'pending' ? 'placed' : order.status
  const onRoad = road.find((key) => key === current)
  if (onRoad) {
    const at = road.indexOf(onRoad)
    return road.map((key, index) => ({
      key,
      at: index <= at ? (reached.get(key) ?? null) : null,
      state: index < at || current === 'completed' ? 'done' : index === at ? 'now' : 'ahead',
    }))
  }
  const done = road.filter((key) => reached.has(key))
  const left = (['returning', 'refunding', 'refunded', 'cancelled'] as const).filter((key) => reached.has(key) || key === current)
  return [...done, ...left].map((key) => ({
    key,
    at: reached.get(key) ?? null,
    state: key === current ? 'now' : 'done',
  }))
}
