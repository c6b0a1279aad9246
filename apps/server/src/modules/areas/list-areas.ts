import type { Db, Tx } from '../../platform/db.ts'
import { areaMap } from './area-map.ts'
import type { Area } from './area-map.ts'

export type NamedArea = { code: number; name: string }

/** The provinces by code. */
export async function listProvinces(db: Db): Promise<NamedArea[]> {
  return (await areaMap(db)).provinces.map(named)
}

/** An area with what lies directly in it; null when there is no such area. */
export async function areaWithSubs(db: Db, code: number): Promise<(NamedArea & { subs: NamedArea[] }) | null> {
  const area = (await areaMap(db)).byCode.get(code)
  return area ? { ...named(area), subs: area.subs.map(named) } : null
}

/** The name of an area by its code. */
export async function areaNames(db: Db | Tx): Promise<(code: number) => string> {
  const { byCode } = await areaMap(db)
  return (code) => byCode.get(code)?.name ?? ''
}

function named({ code, name }: Area): NamedArea {
  return { code, name }
}
