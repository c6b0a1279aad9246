import type { SkuDetail } from '@hearth/client/api/catalog'
import { goodsTexts } from '@hearth/client/texts/shop-goods'
import { isBelow, priceText } from '@hearth/client/view/price'
import { Form, Link, useSubmit } from 'react-router'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { DeliveryArea } from '../server/delivery-area.ts'

/** Where it goes, and what is sure about its way there. */
export function Delivery({ sku, area }: { sku: SkuDetail; area: DeliveryArea }) {
  const texts = useTexts(goodsTexts)
  const { ships_within_hours: hours, by_appointment: byAppointment, freight, free_from: freeFrom } = sku.delivery
  const told = sku.is_launched ? [
    sku.stock > 0 ? texts.shipsWithin(hours) : texts.shipsLater,
    ...(byAppointment ? [texts.byAppointment] : []),
    isBelow(sku.price, freeFrom) ? texts.freight(priceText(freeFrom), priceText(freight)) : texts.freeFreight,
  ] : [texts.offShelf]
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2">
        {area.name ? <span>{texts.sendTo} <b className="font-semibold text-ink">{area.name}</b></span> : null}
        {area.choosing ? null : area.isAddress
          ? <Link to="/me/addresses" className="tap link -my-3">{texts.changeAddress}</Link>
          : <Link to="?area=choose" replace preventScrollReset className="tap link -my-3">{area.name ? texts.changeArea : texts.chooseArea}</Link>}
      </div>
      {area.choosing ? <AreaChoice skuId={sku.id} choosing={area.choosing} /> : null}
      <p>{told.join(texts.gap)}</p>
    </>
  )
}

type ChoiceProps = { skuId: number; choosing: NonNullable<DeliveryArea['choosing']> }

/** Province, then city; the cities come when the province is chosen, or by the button without scripts. */
function AreaChoice({ skuId, choosing: { provinces, province, cities } }: ChoiceProps) {
  const texts = useTexts(goodsTexts)
  const submit = useSubmit()
  const path = `/goods/${skuId}`
  return (
    <div className="my-3 flex flex-wrap gap-3">
      <Form action={path} className="min-w-0 flex-1" onChange={(event) => void submit(event.currentTarget, { replace: true, preventScrollReset: true })}>
        <select key={province} name="area" aria-label={texts.province} defaultValue={province ?? ''} className="input">
          <option value="">{texts.pick}</option>
          {provinces.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
        <noscript><button type="submit" className="btn btn-line mt-2">{texts.showCities}</button></noscript>
      </Form>
      <Form method="post" action={path} replace preventScrollReset className="flex min-w-0 flex-1 flex-wrap gap-3">
        <input type="hidden" name="intent" value="area" />
        <select key={province} name="city" required aria-label={texts.city} className="input flex-1" disabled={cities.length === 0}>
          {cities.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
        <Submit busy={texts.sendHere} disabled={cities.length === 0} className="btn btn-teal max-md:w-full">{texts.sendHere}</Submit>
      </Form>
    </div>
  )
}
