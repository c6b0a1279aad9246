import { Refusal } from '@hearth/kernel/errors'
import type { Db, Tx } from '../../platform/db.ts'
import { areaMap } from './area-map.ts'
import type { Area, AreaMap } from './area-map.ts'

/** A code, a name, or nothing; a text of six digits is a code. */
export type AreaWord = number | string | undefined
export type DistrictAsked = { province: AreaWord; city: AreaWord; district: AreaWord }
export type District = {
  provinceCode: number
  province: string
  cityCode: number
  city: string
  districtCode: number
  district: string
}

const SUFFIXES = ['省', '市', '区', '县', '自治区', '特别行政区']

/**
 * Finds the one district that is meant; what is said of its city and province must fit. A name may lack its suffix.
 * Throws areas.unknown_area, naming the level at fault: a person has to choose, nothing is guessed.
 */
export async function resolveDistrict(db: Db | Tx, asked: DistrictAsked): Promise<District> {
  const map = await areaMap(db)
  const provinces = matching(map.provinces, asked.province)
  if (provinces.length === 0) throw unknown('province')
  const cities = matching(provinces.flatMap((province) => province.subs), asked.city)
  if (cities.length === 0) throw unknown('city')
  const district = isGiven(asked.district) ? theOne(within(map, cities, asked.district)) : null
  const city = district?.parent
  if (!district || !city?.parent) throw unknown('district')
  return {
    provinceCode: city.parent.code, province: city.parent.name, cityCode: city.code, city: city.name,
    districtCode: district.code, district: district.name,
  }
}

function within(map: AreaMap, cities: readonly Area[], word: AreaWord): readonly Area[] {
  const code = codeOf(word)
  const found = code === null ? undefined : map.byCode.get(code)
  if (code !== null) return found?.parent && cities.includes(found.parent) ? [found] : []
  return matching(cities.flatMap((city) => city.subs), word)
}

function matching(areas: readonly Area[], word: AreaWord): readonly Area[] {
  if (!isGiven(word)) return areas
  const code = codeOf(word)
  if (code !== null) return areas.filter((area) => area.code === code)
  const name = String(word).trim()
  const exact = areas.filter((area) => area.name === name)
  return exact.length > 0 ? exact : areas.filter((area) => SUFFIXES.some((suffix) => area.name === name + suffix))
}

function theOne(areas: readonly Area[]): Area | null {
  return areas.length === 1 ? areas[0] ?? null : null
}

function isGiven(word: AreaWord): boolean {
  return word !== undefined && String(word).trim() !== ''
}

function codeOf(word: AreaWord): number | null {
  return /^\d+$/.test(String(word).trim()) ? Number(word) : null
}

function unknown(level: 'province' | 'city' | 'district'): Refusal {
  const words = {
    province: { zh: '请重新选择省份。', en: 'Choose the province again.' },
    city: { zh: '请重新选择城市。', en: 'Choose the city again.' },
    district: { zh: '请重新选择区县。', en: 'Choose the district again.' },
  }
  return new Refusal('areas.unknown_area', { level, fields: { [level]: [words[level]] } })
}
