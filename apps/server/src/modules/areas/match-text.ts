import type { Db } from '../../platform/db.ts'
import { areaMap } from './area-map.ts'
import type { Area } from './area-map.ts'

/** What a text says of province, city and district; null where nothing, or more than one, fits. */
export type AreaInText = { province: Area | null; city: Area | null; district: Area | null }

const LEVEL_WORD = '(?:自治区|自治州|自治县|特别行政区|地区|省|市|区|县|旗|盟)'
const NOTHING: AreaInText = { province: null, city: null, district: null }

/**
 * Finds the areas of a written address on our own table. A district counts by its whole name, and by its short one
 * where its city or province is named too; of several, the one whose city and province are named. Nothing is guessed.
 */
export async function areaInText(db: Db, text: string): Promise<AreaInText> {
  const { provinces } = await areaMap(db)
  const plain = text.replace(/\s/g, '')
  const named = provinces.flatMap((province) => province.subs.map((city) => ({
    province, city, weight: (isNamed(plain, province) ? 2 : 0) + (isNamed(plain, city) ? 2 : 0),
  })))
  const districts = best(named.flatMap((place) => place.city.subs.flatMap((district) => {
    const at = positionOf(plain, district, place.weight > 0)
    return at === null ? [] : [{ ...place, district, ...at, weight: place.weight + (at.isWhole ? 1 : 0) }]
  })))
  const first = districts.filter((each) => each.at === Math.min(...districts.map(({ at }) => at)))
  if (first.length === 1) return pick(first[0])
  if (first.length > 1 && first[0]?.weight === 1) return NOTHING
  const cities = best(named.filter(({ city }) => isNamed(plain, city)))
  if (cities.length === 1) return { ...pick(cities[0]), district: null }
  const province = provinces.filter((each) => isNamed(plain, each))
  return { ...NOTHING, province: province.length === 1 ? province[0] ?? null : null }
}

function pick(found: { province: Area; city: Area; district?: Area } | undefined): AreaInText {
  return { province: found?.province ?? null, city: found?.city ?? null, district: found?.district ?? null }
}

function best<T extends { weight: number }>(found: T[]): T[] {
  const most = Math.max(...found.map(({ weight }) => weight))
  return found.filter(({ weight }) => weight === most)
}

/** By the whole name, or by the short one unless another level's word follows: 朝阳区 does not name 朝阳市. */
function isNamed(text: string, area: Area): boolean {
  return text.includes(area.name) || positionOfShort(text, area) >= 0
}

function positionOf(text: string, area: Area, mayBeShort: boolean): { at: number; isWhole: boolean } | null {
  const whole = text.indexOf(area.name)
  if (whole >= 0) return { at: whole, isWhole: true }
  const short = mayBeShort ? positionOfShort(text, area) : -1
  return short >= 0 ? { at: short, isWhole: false } : null
}

function positionOfShort(text: string, area: Area): number {
  const short = shortName(area)
  return short === null ? -1 : text.search(new RegExp(`${short}(?!${LEVEL_WORD})`))
}

/** 山东 for 山东省, 广西 for 广西壮族自治区; null for a name that has no shorter form. */
export function shortName({ name }: Area): string | null {
  const short = name.replace(new RegExp(`(?:壮族|回族|维吾尔)?${LEVEL_WORD}$`), '')
  return short.length < 2 || short === name ? null : short
}
