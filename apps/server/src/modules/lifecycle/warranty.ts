import { addMonths, dayOf, daysBetween } from '@hearth/kernel/dates'
import type { Day } from '@hearth/kernel/dates'

export type WarrantySpan = { startOn: Day; endOn: Day }
/** `daysLeft` counts down to 0 on the last day and goes on below it; null while the warranty has not started. */
export type WarrantyStanding = { isRunning: boolean; daysLeft: number | null }

/** The warranty of a unit activated at this instant; month ends clamp (contract, decision 39). */
export function warrantySpan(activatedAt: Date, months: number): WarrantySpan {
  const startOn = dayOf(activatedAt)
  return { startOn, endOn: addMonths(startOn, months) }
}

/** How a warranty stands now; its last day counts as in. */
export function warrantyStanding(endOn: Day | null, now: Date): WarrantyStanding {
  if (endOn === null) return { isRunning: false, daysLeft: null }
  const daysLeft = daysBetween(dayOf(now), endOn)
  return { isRunning: daysLeft >= 0, daysLeft }
}
