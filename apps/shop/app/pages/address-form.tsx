import { useState } from 'react'
import type { ReactNode } from 'react'
import type { AreaView } from '@hearth/client/api/addresses'
import { addressTexts } from '@hearth/client/texts/shop-addresses'
import { Form, useFetcher } from 'react-router'
import { Field, SelectField } from '../parts/field.tsx'
import { EnterSubmit, FormNotice } from '../parts/form-notice.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { AddressDraft } from '../server/address-form.ts'
import type { loader as areasLoader } from '../routes/areas.ts'

type Props = {
  provinces: AreaView[]
  draft: AddressDraft | undefined
  isFirst: boolean
  /** What the button says that keeps the address. */
  save: string
  /** What stands above the fields, within the form. */
  children?: ReactNode
}

/** The one form for an address, in checkout and in the address book. A new draft fills it anew. */
export function AddressForm({ provinces, draft, isFirst, save, children }: Props) {
  const texts = useTexts(addressTexts)
  const values = draft?.values ?? {}
  const refused = draft?.refused
  const errorsOf = (...names: string[]) => names.map((name) => refused?.errors[name]).find(Boolean)
  return (
    <Form key={draft?.key ?? ''} method="post" preventScrollReset className="mt-3 space-y-4">
      <EnterSubmit intent="address" />
      <FormNotice refused={refused} />
      {children}
      <div className="grid gap-4 md:grid-cols-2">
        <Field label={texts.receiver} name="receiver" hint={texts.receiverHint} autoComplete="name" required maxLength={20} defaultValue={values.receiver} errors={errorsOf('receiver', 'contact_name')} />
        <Field label={texts.mobile} name="mobile" hint={texts.mobileHint} type="tel" inputMode="numeric" autoComplete="tel-national" required maxLength={11} defaultValue={values.mobile} errors={errorsOf('mobile', 'phone')} />
      </div>
      <AreaChoice provinces={provinces} draft={draft} errorsOf={errorsOf} />
      <Field label={texts.detail} name="detail" hint={texts.detailHint} autoComplete="street-address" required maxLength={200} defaultValue={values.detail} errors={errorsOf('detail', 'place')} />
      <label className="tap gap-3"><input type="checkbox" name="is_default" defaultChecked={draft ? values.is_default === 'on' : isFirst} className="size-5 accent-[#c2410c]" />{texts.makeDefault}</label>
      <div><Submit name="intent" value="address" busy={texts.saving} className="btn btn-teal max-md:w-full">{save}</Submit></div>
    </Form>
  )
}

type ChoiceProps = {
  provinces: AreaView[]
  draft: AddressDraft | undefined
  errorsOf: (...names: string[]) => string[] | undefined
}

/** Province → city → district; the next list comes when the one before is chosen, or by the button without scripts. */
function AreaChoice({ provinces, draft, errorsOf }: ChoiceProps) {
  const texts = useTexts(addressTexts)
  const [province, setProvince] = useState(draft?.values.province_id ?? '')
  const [city, setCity] = useState(draft?.values.city_id ?? '')
  const cityFetcher = useFetcher<typeof areasLoader>()
  const districtFetcher = useFetcher<typeof areasLoader>()
  const cities = cityFetcher.data?.areas ?? draft?.cities ?? []
  const districts = city === '' ? [] : (districtFetcher.data?.areas ?? draft?.districts ?? [])
  const pickProvince = (id: string) => {
    setProvince(id)
    setCity('')
    void cityFetcher.load(`/areas?parent=${id}`)
  }
  const pickCity = (id: string) => {
    setCity(id)
    void districtFetcher.load(`/areas?parent=${id}`)
  }
  const district = city === (draft?.values.city_id ?? '') ? (draft?.values.district_id ?? '') : ''
  return (
    <div>
      <div className="grid gap-4 md:grid-cols-3">
        <SelectField label={texts.province} name="province_id" value={province} onChange={(event) => pickProvince(event.target.value)} errors={errorsOf('province_id', 'province')}>
          <AreaOptions areas={provinces} />
        </SelectField>
        <SelectField label={texts.city} name="city_id" value={city} onChange={(event) => pickCity(event.target.value)} errors={errorsOf('city_id', 'city')} aria-busy={cityFetcher.state !== 'idle'}>
          <AreaOptions areas={cities} />
        </SelectField>
        <SelectField key={city} label={texts.district} name="district_id" defaultValue={district} errors={errorsOf('district_id', 'district')} aria-busy={districtFetcher.state !== 'idle'}>
          <AreaOptions areas={districts} />
        </SelectField>
      </div>
      <noscript><button type="submit" name="intent" value="areas" formNoValidate className="btn btn-line mt-3">{texts.refreshAreas}</button></noscript>
    </div>
  )
}

function AreaOptions({ areas }: { areas: AreaView[] }) {
  const texts = useTexts(addressTexts)
  return (
    <>
      <option value="">{texts.pick}</option>
      {areas.map((area) => <option key={area.id} value={area.id}>{area.name}</option>)}
    </>
  )
}
