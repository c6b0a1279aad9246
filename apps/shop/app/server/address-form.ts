import { addAddress, changeAddress, listAreas, parseAddress } from '@hearth/client/api/addresses'
import type { AddressBody, AddressView, AreaView, ParsedAddress } from '@hearth/client/api/addresses'
import type { Http } from '@hearth/client/http'
import { addressTexts } from '@hearth/client/texts/shop-addresses'
import { wholeNumber } from '@hearth/client/view/pages'
import { data } from 'react-router'
import type { ShopRequest } from '../shop-context.ts'
import { refusedForm, textOf } from './refusals.ts'
import type { Refused } from './refusals.ts'

/** What a pasted text gave: filled in, and what of it a person still has to choose or add. */
export type Reading = { isRead: boolean; found: string[]; unmatched: string[]; missing: string[] }
/** An address form that is not finished: what was written, and the choices that belong to it; a new `key` each time. */
export type AddressDraft = {
  key: string
  values: Record<string, string>
  cities: AreaView[]
  districts: AreaView[]
  refused?: Refused
  reading?: Reading
}

const fields = ['receiver', 'mobile', 'province_id', 'city_id', 'district_id', 'detail', 'is_default', 'pasted'] as const
const levels = ['province', 'city', 'district'] as const
const plain = ['receiver', 'mobile', 'detail'] as const

/** Without scripts: the form again with the cities and districts of what was chosen. */
export async function redrawAreas(http: Http, form: FormData): Promise<{ draft: AddressDraft }> {
  return { draft: await draftOf(http, valuesIn(form)) }
}

/** A kept address as a form to change it by. */
export function draftOfAddress(http: Http, address: AddressView): Promise<AddressDraft> {
  const { receiver, mobile, detail, province_id, city_id, district_id, is_default } = address
  const areas = { province_id: String(province_id), city_id: String(city_id), district_id: String(district_id) }
  return draftOf(http, { receiver, mobile, detail, ...areas, is_default: is_default ? 'on' : '' })
}

/** Saves the form as a new address, or as the one with this id; a draft when it is refused. */
export async function saveAddress(shop: ShopRequest, form: FormData, where: { id: number | null; back: string }) {
  const { id, back } = where
  try {
    const body = bodyOf(form)
    return { kept: await (id === null ? addAddress(shop.http, body) : changeAddress(shop.http, id, body)) }
  } catch (error) {
    const { data: answer, init } = refusedForm(error, shop, back)
    const { draft } = await redrawAreas(shop.http, form)
    return { refused: data({ draft: { ...draft, refused: answer.refused } }, init ?? {}) }
  }
}

/** Reads the pasted text into the form; what it does not say stays as it was typed. */
export async function readPasted(shop: ShopRequest, form: FormData, back: string) {
  const words = addressTexts[shop.language]
  const before = valuesIn(form)
  const pasted = before.pasted ?? ''
  const refuse = async (refused: Refused, status: number) =>
    data({ draft: { ...await draftOf(shop.http, before), refused } }, { status })
  if (pasted === '') return refuse({ message: words.pasteEmpty, errorCode: 'VALIDATION_ERROR', errors: { pasted: [words.pasteEmpty] } }, 400)
  try {
    const parsed = await parseAddress(shop.http, pasted)
    const values = parsed.success ? filledIn(before, parsed.data) : before
    return { draft: { ...await draftOf(shop.http, values), reading: readingOf(parsed, words) } }
  } catch (error) {
    const { data: answer, init } = refusedForm(error, shop, back)
    return refuse(answer.refused, init?.status ?? 400)
  }
}

type Words = (typeof addressTexts)['zh']

function readingOf({ success, data: said }: ParsedAddress, words: Words): Reading {
  if (!success) return { isRead: false, found: [], unmatched: [], missing: [] }
  const area = levels.map((level) => said[level]).filter(Boolean).join(' ')
  return {
    isRead: true,
    found: [said.receiver, said.mobile, area, said.detail].filter(Boolean),
    unmatched: levels.filter((level) => said[`${level}_id`] === null).map((level) => words[level]),
    missing: plain.filter((name) => said[name] === '').map((name) => words[name]),
  }
}

/** A text that names an area replaces the whole choice, so that no city stands below a foreign province. */
function filledIn(before: Record<string, string>, said: ParsedAddress['data']): Record<string, string> {
  const texts = Object.fromEntries(plain.filter((name) => said[name] !== '').map((name) => [name, said[name]]))
  const ids = levels.map((level): [string, string] => [`${level}_id`, String(said[`${level}_id`] ?? '')])
  return { ...before, ...texts, ...(ids.some(([, id]) => id !== '') ? Object.fromEntries(ids) : {}) }
}

function valuesIn(form: FormData): Record<string, string> {
  return Object.fromEntries(fields.map((name) => [name, textOf(form, name)]))
}

function bodyOf(form: FormData): AddressBody {
  const id = (name: string) => wholeNumber(form.get(name), 0) || undefined
  return {
    receiver: textOf(form, 'receiver'),
    mobile: textOf(form, 'mobile'),
    province_id: id('province_id'),
    city_id: id('city_id'),
    district_id: id('district_id'),
    detail: textOf(form, 'detail'),
    is_default: form.get('is_default') === 'on',
  }
}

async function draftOf(http: Http, values: Record<string, string>): Promise<AddressDraft> {
  const [cities, districts] = await Promise.all([below(http, values.province_id), below(http, values.city_id)])
  const cityFits = cities.some((city) => String(city.id) === values.city_id)
  const kept = cityFits ? values : { ...values, city_id: '', district_id: '' }
  return { key: crypto.randomUUID(), values: kept, cities, districts: cityFits ? districts : [] }
}

function below(http: Http, id: string | undefined): Promise<AreaView[]> {
  const parent = wholeNumber(id, 0)
  return parent > 0 ? listAreas(http, parent).catch(() => []) : Promise.resolve([])
}
