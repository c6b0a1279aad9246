import type { Db, Tx } from '../../platform/db.ts'
import { selectAreas } from './areas.sql.ts'

export type Area = { code: number; name: string; level: number; parent: Area | null; subs: Area[] }

/** All areas by code, and the provinces in their order. */
export type AreaMap = { byCode: ReadonlyMap<number, Area>; provinces: readonly Area[] }

let loaded: Promise<AreaMap> | null = null

/** The map of areas, read once: areas change by migration only, hence with a new process. */
export function areaMap(db: Db | Tx): Promise<AreaMap> {
  loaded ??= readMap(db).catch((fault: unknown) => {
    loaded = null
    throw fault
  })
  return loaded
}

async function readMap(db: Db | Tx): Promise<AreaMap> {
  const rows = await selectAreas(db)
  const byCode = new Map<number, Area>(
    rows.map(({ code, name, level }) => [code, { code, name, level, parent: null, subs: [] }]),
  )
  for (const row of rows) {
    const area = byCode.get(row.code)
    const parent = row.parent_code === null ? undefined : byCode.get(row.parent_code)
    if (!area || !parent) continue
    area.parent = parent
    parent.subs.push(area)
  }
  return { byCode, provinces: [...byCode.values()].filter((area) => area.parent === null) }
}
