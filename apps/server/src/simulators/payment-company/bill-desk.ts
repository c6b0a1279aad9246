import type { Db } from '../../platform/db.ts'
import { clearDifferences, dayBounds, extraNumber, plantDifference, selectDifferences } from './bill-differences.ts'
import type { BillDifference } from './bill-differences.ts'
import type { CompanyName } from './books.ts'

/** Makes bills differ on demand. */
export type BillDesk = {
  planted(day: string): Promise<BillDifference[]>
  plant(day: string, kind: BillDifference): Promise<void>
  /** Takes back what was planted; a trade that `extra_line` made stays in the company's books. */
  clear(day: string): Promise<void>
}

const NOON_MS = 43_200_000
const EXTRA_FEN = 12_345

export type ExtraTrade = { outTradeNo: string; totalFen: number; paidAt: Date }
export type BillDeskParts = { db: Db; company: CompanyName; enter(trade: ExtraTrade): Promise<void> }

export function openBillDesk({ db, company, enter }: BillDeskParts): BillDesk {
  return {
    planted: (day) => selectDifferences(db, company, day),
    plant: async (day, kind) => {
      await plantDifference(db, { company, day, kind })
      if (kind !== 'extra_line') return
      const paidAt = new Date(dayBounds(day).from.getTime() + NOON_MS)
      await enter({ outTradeNo: extraNumber(day), totalFen: EXTRA_FEN, paidAt })
    },
    clear: (day) => clearDifferences(db, company, day),
  }
}
