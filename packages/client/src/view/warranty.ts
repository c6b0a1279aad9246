import { daysBetween } from '@hearth/kernel/dates'

export type WarrantyFacts = {
  warranty_start: string | null
  warranty_end: string | null
  in_warranty: boolean
  days_left: number | null
}
export type WarrantyState = { kind: 'not_started' | 'running' | 'ending' | 'over'; leftPct: number; daysLeft: number }

const SOON_DAYS = 30

/** How far the warranty has run; `leftPct` is what is left of it, 0…100. */
export function warrantyState(unit: WarrantyFacts): WarrantyState {
  if (unit.warranty_start === null || unit.warranty_end === null) {
    return { kind: 'not_started', leftPct: 100, daysLeft: 0 }
  }
  const daysLeft = Math.max(0, unit.days_left ?? 0)
  if (!unit.in_warranty) return { kind: 'over', leftPct: 0, daysLeft: 0 }
  const wholeDays = Math.max(1, daysBetween(unit.warranty_start, unit.warranty_end))
  const leftPct = Math.min(100, Math.max(1, Math.round((daysLeft / wholeDays) * 100)))
  return { kind: daysLeft <= SOON_DAYS ? 'ending' : 'running', leftPct, daysLeft }
}

/** 36 → `{ years: 3, months: 0 }`, for words. */
export function yearsAndMonths(months: number): { years: number; months: number } {
  return { years: Math.floor(months / 12), months: months % 12 }
}
