import zhAddressParse from 'zh-address-parse'
import type { Db } from '../../platform/db.ts'
import { areaInText, shortName } from '../areas/index.ts'
import type { AreaInText } from '../areas/index.ts'

/** `isRead`: at least the province was found on our table; else `detail` is the text as it came. */
export type ReadAddress = AreaInText & {
  isRead: boolean; receiver: string; mobile: string; postalCode: string; detail: string
}

/** Words that stand before what they name, as apps and shops write them. */
const LABELS = /(?:收货人|收件人|姓名|联系人|联系电话|手机号码|手机号|手机|电话|所在地区|地区|详细地址|收货地址|地址|邮编)\s*[:：]/g
const SEPARATORS = /[\s,，;；|]+/

/**
 * Reads a pasted text into person, phone, area and detail (contract A-16). zh-address-parse finds person and phone; the
 * area is looked for on our own table, which knows what it does not: a district that two cities have is nobody's. The
 * detail is what is left, digit for digit.
 */
export async function parseAddress(db: Db, text: string): Promise<ReadAddress> {
  const areas = await areaInText(db, text)
  const { name, phone, postalCode } = zhAddressParse(text, { type: 0, textFilter: [], nameMaxLength: 4 })
  const isRead = areas.province !== null
  const words = wordsOf([phone, postalCode].reduce(without, text.replace(LABELS, ' ')), areas)
  // A name stands by itself; a part of a street's is none.
  const receiver = words.includes(name) ? name : ''
  const detail = isRead ? words.filter((word) => word !== receiver).join(' ') : text.trim()
  return { ...areas, isRead, receiver, mobile: phone, postalCode, detail }
}

/** What is written besides the areas, word by word. */
function wordsOf(plain: string, { province, city, district }: AreaInText): string[] {
  const spelled = [province, city, district].map((area) => (area ? [area.name, shortName(area) ?? area.name] : []))
  const starts = spelled.flat().map((word) => plain.indexOf(word)).filter((at) => at >= 0)
  const at = starts.length > 0 ? Math.min(...starts) : 0
  const tail = spelled.reduce((left, words) => {
    const word = words.find((each) => left.trimStart().startsWith(each))
    return word ? left.trimStart().slice(word.length) : left
  }, plain.slice(at))
  return `${plain.slice(0, at)} ${tail}`.split(SEPARATORS).filter((word) => word !== '')
}

/** Without these digits, however they are grouped. */
function without(text: string, digits: string): string {
  const grouped = [...digits.replace(/\D/g, '')].join('[- ]?')
  return grouped === '' ? text : text.replace(new RegExp(`(?:\\+?86[- ]?)?(?<!\\d)${grouped}(?!\\d)`), ' ')
}
