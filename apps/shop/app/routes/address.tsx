import { listAddresses, listAreas, readAddress } from '@hearth/client/api/addresses'
import { addressTexts } from '@hearth/client/texts/shop-addresses'
import { wholeNumber } from '@hearth/client/view/pages'
import { data, redirect } from 'react-router'
import type { Route } from './+types/address'
import { AddressForm } from '../pages/address-form.tsx'
import { AddressPaste } from '../pages/address-paste.tsx'
import { Narrow } from '../parts/narrow.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { draftOfAddress, readPasted, redrawAreas, saveAddress } from '../server/address-form.ts'
import { needsSession, orLeave } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

/** `new`, or the id of one's own address. */
function idOf(text: string): number | null {
  if (text === 'new') return null
  const id = wholeNumber(text, 0)
  if (id === 0) throw data(null, { status: 404 })
  return id
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const id = idOf(params.addressId)
  const [provinces, address, others] = await orLeave(Promise.all([
    listAreas(shop.http, null),
    id === null ? null : readAddress(shop.http, id),
    id === null ? listAddresses(shop.http) : [],
  ]), url)
  const draft = address ? await draftOfAddress(shop.http, address) : null
  return { provinces, draft, isFirst: address === null && others.length === 0 }
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const id = idOf(params.addressId)
  if (form.get('intent') === 'areas') return redrawAreas(shop.http, form)
  if (form.get('intent') === 'parse') return readPasted(shop, form, url.pathname)
  const { refused } = await saveAddress(shop, form, { id, back: url.pathname })
  return refused ?? redirect(`/me/addresses?done=${id === null ? 'added' : 'changed'}`)
}

export default function AddressPage({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useTexts(addressTexts)
  const { provinces, isFirst } = loaderData
  const isNew = loaderData.draft === null
  const title = isNew ? texts.addTitle : texts.editTitle
  const draft = actionData?.draft ?? loaderData.draft ?? undefined
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={title} isPrivate />
      <Narrow title={title} back={{ to: '/me/addresses', label: texts.back }}>
        <AddressForm provinces={provinces} draft={draft} isFirst={isFirst} save={texts.save}>
          <AddressPaste draft={draft} />
        </AddressForm>
      </Narrow>
    </div>
  )
}
