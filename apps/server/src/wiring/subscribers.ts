import { subscribe } from '../platform/events.ts'

/** Who hears of what: the one page that says it. */
export function wireSubscribers(): void {
  subscribe('orders.order_cancelled.v1', 'close-trades')
}
