import type { FastifyRequest } from 'fastify'
import type { AddressBody } from '@hearth/contracts/customers'
import { Refusal } from '@hearth/kernel/errors'
import { isMobile } from '@hearth/kernel/mobile'
import type { AreaWord, DistrictAsked } from '../modules/areas/index.ts'
import type { Address, AddressFields } from '../modules/customers/index.ts'

/** What was said of an address; what was not said is left out. */
export type AddressSaid = {
  fields: Partial<AddressFields>
  area: DistrictAsked | undefined
  isDefault: boolean | undefined
}

/** A place that was not said; nothing lies there. */
export const NOWHERE = { province: undefined, city: undefined, district: undefined }
const PHONE = /^[\d+ -]{5,20}$/
const names003 = { receiver: 'receiver', mobile: 'mobile', detail: 'place' } as const
const names000 = { receiver: 'contact_name', mobile: 'phone', detail: 'detail' } as const
const sentences = {
  missing: { zh: '此项必填。', en: 'This field is required.' },
  mobile: { zh: '请填写 11 位手机号。', en: 'Must be a mobile number of 11 digits.' },
  phone: { zh: '请填写正确的电话号码。', en: 'Must be a telephone number.' },
}
type Wrong = { field: string; sentence: keyof typeof sentences }

/**
 * Reads an address in either source's names (contract §5.7). When both names of a field come, as when a client sends
 * back what it was given, the one that differs from `before` counts. `isWhole`: nothing that must be there may be
 * missing. Throws http.invalid, naming every field at fault in the names that the caller uses.
 */
export function readAddress(request: FastifyRequest, before: Address | null, isWhole: boolean): AddressSaid {
  const body = request.body as AddressBody
  const fields = readFields(body, before)
  const area = readArea(body, before)
  const wrong = [...wrongFields(body, fields, before, isWhole), ...wrongArea(area, isWhole)]
  if (wrong.length > 0) throw invalid(wrong)
  return { fields, area: area?.district === undefined ? undefined : area, isDefault: body.is_default }
}

function readFields(body: AddressBody, before: Address | null): Partial<AddressFields> {
  const said = {
    title: body.title?.trim(),
    receiver: chosen(before?.receiver, body.receiver, body.contact_name),
    mobile: chosen(before?.mobile, body.mobile, body.phone),
    detail: chosen(before?.detail, body.place, body.detail),
    postalCode: body.postal_code === null ? '' : body.postal_code?.trim(),
  }
  if (!before) Object.assign(said, { title: said.title ?? '', postalCode: said.postalCode ?? '' })
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}

function chosen(before: string | undefined, ...given: (string | undefined)[]): string | undefined {
  const said = given.flatMap((text) => (text === undefined ? [] : [text.trim()]))
  return said.find((text) => text !== before) ?? said[0]
}

function wrongFields(
  body: AddressBody, fields: Partial<AddressFields>, before: Address | null, isWhole: boolean,
): Wrong[] {
  const speaks000 = [body.contact_name, body.phone, body.detail].some((text) => text !== undefined)
  const names = speaks000 ? names000 : names003
  const wrong: Wrong[] = []
  for (const name of ['receiver', 'mobile', 'detail'] as const) {
    const isMissing = fields[name] === undefined ? isWhole : fields[name] === ''
    if (isMissing) wrong.push({ field: names[name], sentence: 'missing' })
  }
  const { mobile } = fields
  if (!mobile || mobile === before?.mobile) return wrong
  const kind = mobile === body.mobile?.trim() ? 'mobile' : 'phone'
  const isRight = kind === 'mobile' ? isMobile(mobile) : PHONE.test(mobile)
  return isRight ? wrong : [...wrong, { field: kind, sentence: kind }]
}

/** A district by its name alone is looked for in the city that is stored. Undefined: the area stays as it is. */
function readArea(body: AddressBody, before: Address | null): DistrictAsked | undefined {
  const province = chosenArea([before?.province, before?.provinceCode], body.province_id, body.province)
  const city = chosenArea([before?.city, before?.cityCode], body.city_id, body.city)
  const district = chosenArea([before?.district, before?.districtCode], body.district_id, body.district)
  if (province === undefined && city === undefined && district !== undefined) {
    return { province, city: typeof district === 'string' ? before?.cityCode : undefined, district }
  }
  const isAsBefore = [before?.province, before?.provinceCode, undefined].includes(province)
    && [before?.city, before?.cityCode, undefined].includes(city)
  return district === undefined && before && isAsBefore ? undefined : { province, city, district }
}

function chosenArea(before: AreaWord[], ...given: AreaWord[]): AreaWord {
  const said = given.filter((word) => word !== undefined && word !== '')
  return said.find((word) => !before.includes(word)) ?? said[0]
}

function wrongArea(area: DistrictAsked | undefined, isWhole: boolean): Wrong[] {
  if (area ? area.district !== undefined : !isWhole) return []
  return [{ field: 'district', sentence: 'missing' }]
}

function invalid(wrong: readonly Wrong[]): Refusal {
  const fields = Object.fromEntries(wrong.map(({ field, sentence }) => [field, [sentences[sentence]]]))
  return new Refusal('http.invalid', { fields })
}
