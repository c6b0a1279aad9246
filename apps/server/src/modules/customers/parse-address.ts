import zhAddressParse from 'zh-address-parse'
import type { Db } from '../../platform/db.ts'
import { areaInText } from '../areas/index.ts'
import type { AreaInText } from '../areas/index.ts'

/** `isRead`: at least the province was found on our table; else `detail` is the text as it came. */
export type ReadAddress = AreaInText & {
  isRead: boolean; receiver: string; mobile: string; postalCode: string; detail: string
}

/**
 * Reads a pasted text into person, phone, area and detail (contract A-16). zh-address-parse finds person and phone; the
 * area is looked for on our own table, which knows what it does not: a district that two cities have is nobody's.
 */
export async function parseAddress(db: Db, text: string): Promise<ReadAddress> {
  const areas = await areaInText(db, text)
  const parsed = zhAddressParse(canonical(text, areas), { type: 0, textFilter: [], nameMaxLength: 4 })
  const { name, phone, postalCode, detail } = parsed
  const isRead = areas.province !== null
  const rest = isRead ? restOf(detail, areas) : text.trim()
  return { ...areas, isRead, receiver: name, mobile: phone, postalCode, detail: rest }
}

/** The text with its area written out, so that a district of several cities is not taken for the wrong one. */
function canonical(text: string, { province, city, district }: AreaInText): string {
  const at = district ? text.indexOf(district.name) : -1
  if (!province || !city || !district || at < 0) return text
  const before = [province, city].reduce(
    (left, { name }) => left.replace(name, ' ').replace(name.slice(0, -1), ' '), text.slice(0, at))
  return `${before} ${province.name}${city.name}${district.name}${text.slice(at + district.name.length)}`
}

/** Without the names of the areas that are said already. */
function restOf(detail: string, { province, city, district }: AreaInText): string {
  return [province, city, district].reduce(
    (rest, area) => (area && rest.startsWith(area.name) ? rest.slice(area.name.length) : rest), detail)
}
