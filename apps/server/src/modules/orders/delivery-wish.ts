import { addDays, dayOf } from '@hearth/kernel/dates'
import type { Day } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import type { DeliveryWish } from './order.ts'

/** Hours of Asia/Shanghai at which a delivery's time begins; each lasts until the next one or the evening. */
export const DELIVERY_HOURS = [9, 13, 18] as const

export type DeliveryTerms = { shipWithinHours: number; deliveryDaysAhead: number }
export const NO_WISH: DeliveryWish = { deliverAt: null, installAt: null, isDeliveryInstall: false }

/** The days a buyer may choose: from when the goods can have left the warehouse until so many days ahead. */
export function deliveryDays(at: Date, { shipWithinHours, deliveryDaysAhead }: DeliveryTerms): Day[] {
  const today = dayOf(at)
  const first = dayOf(new Date(at.getTime() + shipWithinHours * 3_600_000))
  const last = addDays(today, deliveryDaysAhead)
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/**
 * A buyer's wish as the order keeps it: delivered and installed at once means one time for both. A wish is for goods
 * that are installed, on a day that can be chosen, and nothing is installed before it came.
 * Throws orders.no_installation, orders.delivery_day.
 */
export function checkedWish(
  wish: DeliveryWish, { hasInstallation, at, terms }: { hasInstallation: boolean; at: Date; terms: DeliveryTerms },
): DeliveryWish {
  const { deliverAt, isDeliveryInstall } = wish
  const installAt = isDeliveryInstall ? deliverAt ?? wish.installAt : wish.installAt
  if (!deliverAt && !installAt && !isDeliveryInstall) return wish
  if (!hasInstallation) throw new Refusal('orders.no_installation')
  const days = deliveryDays(at, terms)
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const isChoosable = (time: Date | null) => time === null || days.includes(dayOf(time))
  const isBefore = deliverAt !== null && installAt !== null && installAt.getTime() < deliverAt.getTime()
  if (isBefore || !isChoosable(deliverAt) || !isChoosable(installAt)) throw new Refusal('orders.delivery_day', { first, last })
  return { deliverAt: deliverAt ?? (isDeliveryInstall ? installAt : null), installAt, isDeliveryInstall }
}
