import type { RepairView } from '@hearth/contracts/units'

export type RepairStep = { key: 'reported' | 'taken' | 'done' | 'cancelled'; at: string | null; state: 'done' | 'now' | 'ahead' }
type Told = Pick<RepairView, 'status' | 'created_at' | 'repair_time' | 'updated_at' | 'completed_at'>

/** A repair as its owner follows it: reported → in repair → repaired; a cancelled one ends after the report. */
export function repairSteps(repair: Told): RepairStep[] {
  const reported: RepairStep = { key: 'reported', at: repair.created_at, state: repair.status === 'pending' ? 'now' : 'done' }
  if (repair.status === 'cancelled') return [reported, { key: 'cancelled', at: repair.updated_at, state: 'now' }]
  const isDone = repair.status === 'completed'
  return [
    reported,
    { key: 'taken', at: repair.repair_time, state: isDone ? 'done' : repair.status === 'in_progress' ? 'now' : 'ahead' },
    { key: 'done', at: repair.completed_at, state: isDone ? 'done' : 'ahead' },
  ]
}
