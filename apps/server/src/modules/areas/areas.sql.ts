import type { Db, Tx } from '../../platform/db.ts'

export type AreaRow = { code: number; name: string; parent_code: number | null; level: number }

/** Every province, city and district by code. */
export function selectAreas(db: Db | Tx): Promise<AreaRow[]> {
  return db.selectFrom('areas.areas').select(['code', 'name', 'parent_code', 'level']).orderBy('code').execute()
}
