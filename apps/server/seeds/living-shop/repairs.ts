import type { RepairSeed } from '../people.ts'
import { repairs as repairSeeds } from '../people.ts'
import type { Calendar } from './calendar.ts'
import { DAY_MS, HOUR_MS, later } from './calendar.ts'
import { openRandom } from './random.ts'
import type { Random } from './random.ts'
import { numbered } from './rows.ts'
import type { Unit } from './units.ts'

export type RepairState = 'pending' | 'in_progress' | 'completed' | 'cancelled'
export type Repair = {
  id: number; unit: Unit; seed: RepairSeed; state: RepairState; createdAt: Date; takenAt: Date | null
  endedAt: Date | null; wasInWarranty: boolean; remark: string
}

type Wanted = { state: RepairState; reportedDaysAgo: readonly [number, number] }

const wanted: [count: number, Wanted][] = [
  [5, { state: 'pending', reportedDaysAgo: [0.2, 1.6] }],
  [4, { state: 'in_progress', reportedDaysAgo: [1.5, 4] }],
  [12, { state: 'completed', reportedDaysAgo: [8, 45] }],
  [3, { state: 'cancelled', reportedDaysAgo: [5, 30] }],
]
const KEPT_IDLE_MS = DAY_MS
const NOT_NEEDED = '客户来电：重新插拔电源后恢复，取消上门'

/** Repairs of activated machines in every state; one open repair per machine at most. */
export function makeRepairs(calendar: Calendar, units: readonly Unit[]): Repair[] {
  const random = openRandom('repairs')
  const free = new Set(units.filter((unit) => unit.activation && unit.fate === 'chance'))
  const told = units.filter((unit) => unit.fate === 'in_repair' || unit.fate === 'repaired').map((unit) => {
    const story: Wanted = unit.fate === 'in_repair'
      ? { state: 'in_progress', reportedDaysAgo: [2, 3] } : { state: 'completed', reportedDaysAgo: [18, 24] }
    return makeRepair(unit, story, { calendar, random })
  })
  const usual = wanted.flatMap(([count, want]) => Array.from({ length: count }, () => {
    const unit = random.pick([...free].filter((each) => wasActiveBy(each, calendar, want)))
    free.delete(unit)
    return makeRepair(unit, want, { calendar, random })
  }))
  return numbered([...told, ...usual], (repair) => repair.createdAt)
}

function wasActiveBy({ activation }: Unit, calendar: Calendar, { reportedDaysAgo: [, longest] }: Wanted): boolean {
  return activation !== null && calendar.now.getTime() - activation.at.getTime() > longest * DAY_MS + KEPT_IDLE_MS
}

type Chance = { calendar: Calendar; random: Random }

function makeRepair(unit: Unit, { state, reportedDaysAgo }: Wanted, { calendar, random }: Chance): Omit<Repair, 'id'> {
  const [shortest, longest] = reportedDaysAgo
  const createdAt = later(calendar.now, -(shortest + random.next() * (longest - shortest)) * DAY_MS)
  const takenAt = later(createdAt, (2 + random.next() * 18) * HOUR_MS)
  const endedAt = later(takenAt, (20 + random.next() * 50) * HOUR_MS)
  return {
    unit, seed: faultOf(unit, random), state, createdAt, wasInWarranty: true,
    takenAt: state === 'in_progress' || state === 'completed' ? takenAt : null,
    endedAt: state === 'completed' || state === 'cancelled' ? endedAt : null,
    remark: state === 'cancelled' ? NOT_NEEDED : '',
  }
}

// Which machines of a major category have its faults; the others have those that fit every appliance.
const prone: Record<string, RegExp> = {
  'major-cold': /./, 'major-laundry': /washer/, 'major-air': /^ac-/, 'major-screens': /^television/,
  'major-water': /heater/, 'major-kitchen-large': /^range-hood/, 'major-care': /^vacuum/,
}
const PURIFIER_FAULT = /净水/

function faultOf({ product }: Unit, random: Random): RepairSeed {
  const { majorKey, seed: { pictureKind } } = product
  const isPurifier = pictureKind === 'water-purifier'
  const isProne = isPurifier || prone[majorKey]?.test(pictureKind)
  const own = repairSeeds.filter((seed) =>
    seed.categoryKey === majorKey && PURIFIER_FAULT.test(seed.reason) === isPurifier)
  return random.pick(isProne && own.length > 0 ? own : repairSeeds.filter((seed) => seed.categoryKey === null))
}
