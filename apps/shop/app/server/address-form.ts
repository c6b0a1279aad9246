import { addAddress, listAreas } from '@hearth/client/api/addresses'
import type { AreaView } from '@hearth/client/api/addresses'
import type { Http } from '@hearth/client/http'
import { wholeNumber } from '@hearth/client/view/pages'
import { data, redirect } from 'react-router'
import type { ShopRequest } from '../shop-context.ts'
import { refusedForm, textOf } from './refusals.ts'
import type { Refused } from './refusals.ts'

/** An address form that is not finished: what was written, and the choices that belong to it. */
export type AddressDraft = {
  values: Record<string, string>
  cities: AreaView[]
  districts: AreaView[]
  refused?: Refused
}

const fields = ['receiver', 'mobile', 'province_id', 'city_id', 'district_id', 'detail'] as const

/** Without scripts: the form again with the cities and districts of what was chosen. */
export async function redrawAreas(http: Http, form: FormData): Promise<{ draft: AddressDraft }> {
  const values = Object.fromEntries(fields.map((name) => [name, textOf(form, name)]))
  const [cities, districts] = await Promise.all([below(http, values.province_id), below(http, values.city_id)])
  const cityFits = cities.some((city) => String(city.id) === values.city_id)
  return { draft: { values, cities, districts: cityFits ? districts : [] } }
}

/** Saves the address and goes on with it chosen. */
export async function keepAddress(shop: ShopRequest, form: FormData, url: URL) {
  const id = (name: string) => wholeNumber(form.get(name), 0) || undefined
  try {
    const kept = await addAddress(shop.http, {
      receiver: textOf(form, 'receiver'),
      mobile: textOf(form, 'mobile'),
      province_id: id('province_id'),
      city_id: id('city_id'),
      district_id: id('district_id'),
      detail: textOf(form, 'detail'),
      is_default: form.get('is_default') === 'on',
    })
    const query = new URLSearchParams(url.search)
    query.set('address', String(kept.id))
    return redirect(`${url.pathname}?${query}`)
  } catch (error) {
    const { data: answer, init } = refusedForm(error, shop, `${url.pathname}${url.search}`)
    const { draft } = await redrawAreas(shop.http, form)
    return data({ draft: { ...draft, refused: answer.refused } }, init ?? {})
  }
}

function below(http: Http, id: string | undefined): Promise<AreaView[]> {
  const parent = wholeNumber(id, 0)
  return parent > 0 ? listAreas(http, parent).catch(() => []) : Promise.resolve([])
}
